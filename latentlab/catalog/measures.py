"""The measures: the numbers of an evaluation, and of a sweep's table."""

from dataclasses import dataclass
from typing import Literal

from latentlab.catalog.entries import Catalog, Entry


@dataclass(frozen=True, kw_only=True)
class Measure(Entry):
    """A measure. One with code is worked out by it, `measure(Measured) -> float | None`, see `latentlab.evaluation.more`.

    Attributes:
        unit: empty for a pure number.
        decimals: shown after the point.
        best: which value settings can be chosen by; None for a number that no value is the best of.
        bound: whether the truth lies below or above it; empty for a number that is no bound.
        column: whether tables of sweeps show it unless told otherwise.
    """

    unit: str
    decimals: int
    best: Literal["lowest", "highest"] | None = None
    bound: Literal["≤", "≥", ""] = ""
    column: bool = False

    @property
    def title(self) -> str:
        """The heading of its column."""
        return f"{self.label} {self.bound}" if self.bound else self.label

    @property
    def heading(self) -> str:
        """Title and unit."""
        return f"{self.title} [{self.unit}]" if self.unit else self.title


MEASURES: Catalog[Measure] = Catalog("measure")
MEASURES.add(
    Measure(
        name="mutual_information",
        label="MI",
        summary="A lower bound on I_q(x; z), which cannot exceed log N.",
        unit="nats",
        decimals=2,
        bound="≥",
        column=True,
    ),
    Measure(
        name="mutual_information_upper",
        label="MI",
        summary="An upper bound on I_q(x; z).",
        unit="nats",
        decimals=2,
        bound="≤",
        column=True,
    ),
    Measure(
        name="active_units",
        label="active units",
        summary="Dimensions whose posterior means vary by more than 0.01.",
        unit="dimensions",
        decimals=1,
        column=True,
    ),
    Measure(
        name="active_units_by_kl",
        label="active units by KL",
        summary="Dimensions whose KL exceeds 0.1 nat.",
        unit="dimensions",
        decimals=1,
        column=True,
    ),
    Measure(
        name="nll",
        label="NLL",
        summary="−log p(x) by importance sampling.",
        unit="nats",
        decimals=2,
        best="lowest",
        bound="≤",
        column=True,
    ),
    Measure(
        name="effective_samples",
        label="effective importance samples",
        summary="Mean effective number of importance samples.",
        unit="",
        decimals=1,
        column=True,
    ),
    Measure(
        name="probe_accuracy",
        label="probe accuracy",
        summary="Share of labels that logistic regression on posterior means gets right.",
        unit="",
        decimals=3,
        best="highest",
        column=True,
    ),
    Measure(
        name="consistency_kl",
        label="consistency KL",
        summary="KL(q(z|t(x)) ‖ q(z|x)).",
        unit="nats",
        decimals=3,
        column=True,
    ),
    Measure(
        name="consistency_ratio",
        label="consistency ratio",
        summary="Distance that t moves the mean over distance to another image, both squared.",
        unit="",
        decimals=3,
        best="lowest",
        column=True,
    ),
    Measure(
        name="retrieval_at_1",
        label="retrieval@1",
        summary="Share of t(x) whose nearest mean is that of x.",
        unit="",
        decimals=3,
        best="highest",
        column=True,
    ),
    Measure(
        name="seconds_per_step",
        label="time per step",
        summary="Time of a training step.",
        unit="s",
        decimals=4,
        column=True,
    ),
    Measure(
        name="nll_bits_per_dim",
        label="NLL",
        summary="The same cost in bits, of a likelihood over grey levels or dequantised images.",
        unit="bits per pixel value",
        decimals=4,
        bound="≤",
    ),
    Measure(
        name="nll_ais",
        label="NLL by AIS",
        summary="−log p(x) by annealed importance sampling.",
        unit="nats",
        decimals=2,
        best="lowest",
        bound="≤",
    ),
    Measure(
        name="rate",
        label="rate",
        summary="Mean KL(q(z|x) ‖ p(z)).",
        unit="nats",
        decimals=2,
    ),
    Measure(
        name="marginal_kl_lower",
        label="marginal KL",
        summary="A lower bound on KL(q(z) ‖ p(z)).",
        unit="nats",
        decimals=2,
        bound="≥",
    ),
    Measure(
        name="marginal_kl_upper",
        label="marginal KL",
        summary="An upper bound on it.",
        unit="nats",
        decimals=2,
        bound="≤",
    ),
    Measure(
        name="total_correlation_lower",
        label="total correlation",
        summary="A lower bound on KL(q(z) ‖ Π q(z_d)).",
        unit="nats",
        decimals=2,
        bound="≥",
    ),
    Measure(
        name="total_correlation_upper",
        label="total correlation",
        summary="An upper bound on it.",
        unit="nats",
        decimals=2,
        bound="≤",
    ),
    Measure(
        name="dimension_wise_kl",
        label="dimension-wise KL",
        summary="An upper bound on Σ_d KL(q(z_d) ‖ p(z_d)).",
        unit="nats",
        decimals=2,
        bound="≤",
    ),
    Measure(
        name="consistency_kl_reverse",
        label="reverse consistency KL",
        summary="KL(q(z|x) ‖ q(z|t(x))).",
        unit="nats",
        decimals=3,
    ),
    Measure(
        name="jeffreys",
        label="Jeffreys",
        summary="The sum of the consistency KL and the reverse one.",
        unit="nats",
        decimals=3,
    ),
    Measure(
        name="wasserstein2",
        label="2-Wasserstein",
        summary="2-Wasserstein distance of the posteriors of x and t(x).",
        unit="units of z",
        decimals=3,
    ),
    Measure(
        name="mse",
        label="MSE",
        summary="Squared error of the reconstruction at the posterior's mode.",
        unit="per pixel value",
        decimals=5,
        best="lowest",
    ),
    Measure(
        name="l1",
        label="L1",
        summary="Absolute error, likewise.",
        unit="per pixel value",
        decimals=5,
        best="lowest",
    ),
    Measure(
        name="psnr",
        label="PSNR",
        summary="Peak signal-to-noise ratio of the mean squared error.",
        unit="dB",
        decimals=2,
        best="highest",
    ),
    Measure(
        name="ssim",
        label="SSIM",
        summary="Structural similarity.",
        unit="",
        decimals=4,
        best="highest",
    ),
    Measure(
        name="attribute_auc",
        label="attribute AUC",
        summary="Area under the ROC curve of logistic regression on posterior means, mean over attributes.",
        unit="",
        decimals=3,
        best="highest",
    ),
    Measure(
        name="mig",
        label="MIG",
        summary="Mutual information gap.",
        unit="",
        decimals=3,
        best="highest",
    ),
    Measure(
        name="factor_vae_score",
        label="FactorVAE score",
        summary="Accuracy of telling a fixed factor by the dimension that varies least.",
        unit="",
        decimals=3,
        best="highest",
    ),
    Measure(
        name="dci_disentanglement",
        label="DCI disentanglement",
        summary="How much each dimension serves one factor alone.",
        unit="",
        decimals=3,
        best="highest",
    ),
    Measure(
        name="dci_completeness",
        label="DCI completeness",
        summary="How much each factor is served by one dimension alone.",
        unit="",
        decimals=3,
        best="highest",
    ),
    Measure(
        name="dci_informativeness",
        label="DCI informativeness",
        summary="Share of factor values that trees on posterior means get right.",
        unit="",
        decimals=3,
        best="highest",
    ),
    Measure(
        name="fid",
        label="FID",
        summary="Fréchet Inception distance between prior samples and images.",
        unit="",
        decimals=2,
        best="lowest",
    ),
    Measure(
        name="kid",
        label="KID",
        summary="Kernel Inception distance, likewise.",
        unit="",
        decimals=4,
        best="lowest",
    ),
)


def default_columns() -> tuple[str, ...]:
    """What a sweep's table shows unless told otherwise."""
    return tuple(name for name, measure in MEASURES.items() if measure.column)
