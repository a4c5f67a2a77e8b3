"""What LatentLab knows by name: an entry for each method, network, data set and number, which everything else reads."""

from latentlab.catalog.comparisons import COMPARISONS
from latentlab.catalog.datasets import DATASETS, Dataset
from latentlab.catalog.entries import Catalog, Entry, SettingsCatalog, SettingsEntry
from latentlab.catalog.likelihoods import LIKELIHOODS
from latentlab.catalog.measure import Measure
from latentlab.catalog.measures import MEASURES
from latentlab.catalog.networks import NETWORKS, Network
from latentlab.catalog.numbers import NUMBERS, TERMS
from latentlab.catalog.objectives import OBJECTIVES, Objective
from latentlab.catalog.plugins import load_plugins
from latentlab.catalog.settings import EntrySettings, setting
from latentlab.catalog.transforms import TRANSFORMS, Transform
from latentlab.catalog.views import VIEWS, ViewEntry

__all__ = [
    "COMPARISONS",
    "DATASETS",
    "LIKELIHOODS",
    "MEASURES",
    "NETWORKS",
    "NUMBERS",
    "OBJECTIVES",
    "PLUGIN_PROBLEMS",
    "TERMS",
    "TRANSFORMS",
    "VIEWS",
    "Catalog",
    "Dataset",
    "Entry",
    "EntrySettings",
    "Measure",
    "Network",
    "Objective",
    "SettingsCatalog",
    "SettingsEntry",
    "Transform",
    "ViewEntry",
    "setting",
]

PLUGIN_PROBLEMS = load_plugins()
"""A sentence for each installed plug-in that is left out."""
