"""What LatentLab knows by name: an entry for each method, network, data set and number, which everything else reads."""

from latentlab.catalog.comparisons import COMPARISONS
from latentlab.catalog.datasets import DATASETS
from latentlab.catalog.entries import Catalog, Entry, SettingsCatalog, SettingsEntry
from latentlab.catalog.likelihoods import LIKELIHOODS
from latentlab.catalog.networks import NETWORKS
from latentlab.catalog.numbers import NUMBERS, TERMS
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.catalog.settings import EntrySettings, setting
from latentlab.catalog.transforms import TRANSFORMS

__all__ = [
    "COMPARISONS",
    "DATASETS",
    "LIKELIHOODS",
    "NETWORKS",
    "NUMBERS",
    "OBJECTIVES",
    "TERMS",
    "TRANSFORMS",
    "Catalog",
    "Entry",
    "EntrySettings",
    "SettingsCatalog",
    "SettingsEntry",
    "setting",
]
