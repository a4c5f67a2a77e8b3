"""The terms that compare the posteriors of x and t(x), beside any objective."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from latentlab import metrics
from latentlab.catalog.entries import SettingsCatalog, SettingsEntry
from latentlab.catalog.settings import EntrySettings, setting


@dataclass(frozen=True, kw_only=True)
class Comparison(SettingsEntry):
    """A comparison. Its code is `build(settings) -> latentlab.objectives.Comparison`; without code, t(x) is trained on alone.

    Attributes:
        prefix: of the objective's title.
        formula: settings → what is made small.
        term: the term it returns, empty where there is none.
    """

    prefix: str
    formula: Callable[[Any], str] = lambda settings: ""
    term: str = ""


COMPARISONS: SettingsCatalog[Comparison] = SettingsCatalog("consistency term", "consistency", "kl")


class ConsistencyConfig(EntrySettings):
    """A term that asks x and t(x) for like posteriors, beside the objective of x and of t(x)."""

    catalog: ClassVar[Any] = COMPARISONS
    weight: float = setting(
        0.0, "Weight λ of the term; 0 leaves t(x) out altogether.", label="λ (consistency)", main=True, resumable=True, ge=0.0
    )
    name: str = setting("kl", "How the posteriors are compared.", label="Term")

    @property
    def has_term(self) -> bool:
        """Whether a term compares x with t(x)."""
        return self.weight > 0 and bool(COMPARISONS.of(self).term)

    @property
    def trains_on_t(self) -> bool:
        """Whether each step sees t(x) beside x, and so twice as many images."""
        return self.has_term or not COMPARISONS.of(self).term

    @property
    def speed_unit(self) -> str:
        """Of the training images a second, which are counted once."""
        return "img/s + t(x)" if self.trains_on_t else "img/s"


class WarmedUpConfig(ConsistencyConfig):
    """Of a term whose weight may grow at first."""

    warmup: int = setting(
        0,
        "Steps over which λ grows in a line from 0.",
        while_positive="weight",
        within_run=True,
        resumable=True,
        ge=0,
    )


class KlConfig(WarmedUpConfig):
    """Of the KL between the posteriors."""

    name: Literal["kl"] = setting("kl", "How the posteriors are compared.", label="Term")
    direction: Literal["forward", "reverse", "symmetric"] = setting(
        "forward",
        "forward: KL(q(z|t(x)) ‖ q(z|x)), as published; reverse: the other way round; symmetric: their sum (Jeffreys).",
        while_positive="weight",
    )


class TripletConfig(WarmedUpConfig):
    """Of the triplet loss."""

    name: Literal["triplet"] = setting("triplet", "How the posteriors are compared.", label="Term")
    margin: float = setting(
        1.0, "By how much another image's mean must be farther than t(x)'s.", while_positive="weight", gt=0.0
    )


class InfoNceConfig(WarmedUpConfig):
    """Of the InfoNCE loss."""

    name: Literal["info_nce"] = setting("info_nce", "How the posteriors are compared.", label="Term")
    temperature: float = setting(0.1, "Of the similarities between means.", while_positive="weight", gt=0.0)


class NoTermConfig(ConsistencyConfig):
    """Of training on x and t(x) without a term."""

    name: Literal["none"] = setting("none", "How the posteriors are compared.", label="Term")


_KL_FORMULAS = {
    "forward": "KL(q(z|t(x)) ‖ q(z|x))",
    "reverse": "KL(q(z|x) ‖ q(z|t(x)))",
    "symmetric": "[KL(q(z|t(x)) ‖ q(z|x)) + KL(q(z|x) ‖ q(z|t(x)))]",
}


def _with_others(settings: ConsistencyConfig) -> str:
    return f"consistency.name = '{settings.name}' compares with other images of the batch" if settings.weight > 0 else ""


COMPARISONS.add(
    Comparison(
        name="kl",
        label="KL (CR-VAE)",
        summary="KL between the posteriors",
        paper="Sinha & Dieng 2021",
        settings=KlConfig,
        prefix="CR-",
        formula=lambda settings: _KL_FORMULAS[settings.direction],
        term=metrics.CONSISTENCY,
        code="latentlab.objectives.consistency:build_kl",
    ),
    Comparison(
        name="triplet",
        label="Triplet",
        summary="a triplet loss on their means, for comparison",
        settings=TripletConfig,
        prefix="triplet-",
        formula=lambda settings: f"max(0, ‖μ(x) − μ(t(x))‖² − ‖μ(x) − μ(x′)‖² + {settings.margin:g})",
        term=metrics.TRIPLET,
        whole_batch=_with_others,
        code="latentlab.objectives.contrastive:build_triplet",
    ),
    Comparison(
        name="info_nce",
        label="InfoNCE",
        summary="a contrastive loss on their means, for comparison",
        paper="Chen et al. 2020",
        settings=InfoNceConfig,
        prefix="InfoNCE-",
        formula=lambda settings: f"InfoNCE(μ(x), μ(t(x)); {settings.temperature:g})",
        term=metrics.INFO_NCE,
        whole_batch=_with_others,
        code="latentlab.objectives.contrastive:build_info_nce",
    ),
    Comparison(
        name="none",
        label="No term",
        summary="L(x) + L(t(x)) without a term, whatever λ is, to tell what training on t(x) alone brings",
        settings=NoTermConfig,
        prefix="augmented ",
    ),
)
