"""The priors: what z is drawn from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from latentlab.catalog.entries import SettingsCatalog, SettingsEntry
from latentlab.catalog.settings import EntrySettings, setting


@dataclass(frozen=True, kw_only=True)
class Prior(SettingsEntry):
    """A prior. Its code is `build(settings, latent_dim, image_shape) -> latentlab.models.PriorNetwork`.

    Attributes:
        title: settings → what is added to the objective's name, empty for the usual prior, and the settings worth naming.
        formula: settings → what p(z) is.
        levels: of latents that it can be the prior of, 1 or 2.
        factorises: settings → whether it is independent in each dimension, so that its KL is a sum over dimensions.
        encoded: settings → images that every step encodes for it.
    """

    title: Callable[[Any], tuple[str, tuple[str, ...]]]
    formula: Callable[[Any], str]
    levels: int = 1
    factorises: Callable[[Any], bool] = lambda settings: False
    encoded: Callable[[Any], int] = lambda settings: 0


PRIORS: SettingsCatalog[Prior] = SettingsCatalog("prior", "prior", "standard_normal")
_NAME: dict[str, Any] = {"description": "Distribution that z has before an image is seen.", "label": "p(z)", "main": True}


class PriorConfig(EntrySettings):
    """p(z), the prior."""

    catalog: ClassVar[Any] = PRIORS
    name: str = setting("standard_normal", **_NAME)


class StandardNormalConfig(PriorConfig):
    """Of the standard normal prior, which has none."""

    name: Literal["standard_normal"] = setting("standard_normal", **_NAME)


class MixtureConfig(PriorConfig):
    """Of a learned mixture of Gaussians."""

    name: Literal["mixture"] = setting("mixture", **_NAME)
    components: int = setting(
        10, "K, the Gaussians that are mixed, each with a learned mean, scales and weight.", main=True, ge=1, le=4096
    )


class VampPriorConfig(PriorConfig):
    """Of the mixture of the posteriors of learned images."""

    name: Literal["vampprior"] = setting("vampprior", **_NAME)
    pseudo_inputs: int = setting(
        100,
        "K, the learned images whose posteriors are mixed; each step encodes them all (published: 500).",
        main=True,
        ge=1,
        le=8192,
    )
    start: Literal["images", "random"] = setting(
        "images",
        "What pseudo-inputs are at first: images of the training set, or uniform noise.",
        label="Start from",
        words={"images": "Training images", "random": "Noise"},
    )


PRIORS.add(
    Prior(
        name="standard_normal",
        label="Standard normal",
        summary="N(0, I)",
        settings=StandardNormalConfig,
        title=lambda settings: ("", ()),
        formula=lambda settings: "N(0, I)",
        levels=2,
        factorises=lambda settings: True,
        code="latentlab.models.priors:build_standard_normal",
    ),
    Prior(
        name="mixture",
        label="Gaussian mixture",
        summary="a mixture of K Gaussians with learned means, scales and weights",
        settings=MixtureConfig,
        title=lambda settings: ("mixture prior", (f"K = {settings.components}",)),
        formula=lambda settings: f"Σₖ πₖ N(mₖ, diag sₖ²), K = {settings.components}",
        factorises=lambda settings: settings.components == 1,
        code="latentlab.models.priors:build_mixture",
    ),
    Prior(
        name="vampprior",
        label="VampPrior",
        summary="the mixture of the posteriors of K learned pseudo-inputs",
        paper="Tomczak & Welling 2018",
        settings=VampPriorConfig,
        title=lambda settings: ("VampPrior", (f"{settings.pseudo_inputs} pseudo-inputs",)),
        formula=lambda settings: f"1/K Σₖ q(z|uₖ), K = {settings.pseudo_inputs}",
        factorises=lambda settings: settings.pseudo_inputs == 1,
        encoded=lambda settings: settings.pseudo_inputs,
        code="latentlab.models.priors:build_vampprior",
    ),
)
