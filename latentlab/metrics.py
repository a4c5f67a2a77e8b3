"""Names of the numbers a run reports. One place, so that files, plots and tests agree.

Every value is in nats per image (summed over pixels and latent dimensions, averaged over images) unless said otherwise.
`loss/…` are weighted: they add up to `loss/total`, which is what the optimiser minimises. `term/…` are the same terms
before weighting. `test/…` are measured on held-out images, `validation/…` on training images that are not learned from.
`machine/…` are what the process takes of the machine; they are not the same when a run is trained again.
"""

from collections.abc import Mapping

TOTAL = "loss/total"
ELBO = "elbo"
"""Of x alone, also where a run trains on t(x) too."""
IWAE_BOUND = "iwae/bound"
EFFECTIVE_SAMPLE_SIZE = "iwae/effective_sample_size"
"""Of the importance weights, between 1 and K."""
GRADIENT_NORM = "gradient/norm"
LEARNING_RATE = "learning_rate"
"""Of the VAE's optimiser, at the step of the report."""

DISTORTION = "distortion"
RATE = "rate"
RATE_PENALTY = "rate_penalty"
"""What is optimised in the rate's place where free bits or a capacity change it."""
CONSISTENCY = "consistency"
TRIPLET = "triplet"
INFO_NCE = "info_nce"
NEGATIVE_IWAE_BOUND = "negative_iwae_bound"
AGGREGATE_RATE = "aggregate_rate"
VARIANCE = "variance"
MUTUAL_INFORMATION = "mutual_information"
TOTAL_CORRELATION = "total_correlation"
DIMENSION_WISE_KL = "dimension_wise_kl"
DENSITY_RATIO_TC = "density_ratio_tc"
"""Total correlation as the log density ratio that a discriminator on z gives."""
DECORRELATION = "decorrelation"
"""Squared covariances of two latent dimensions."""
UNIT_VARIANCE = "unit_variance"
"""Squared distances of the latent dimensions' variances from 1."""
MMD = "mmd"
"""Squared maximum mean discrepancy between z and the prior."""
ADVERSARIAL = "adversarial"
SUFFIX_T = "_t"
"""Marks a term of t(x): `distortion_t`."""


VALIDATION_BOUND = "validation/bound"
"""What the objective makes small, its sign turned, on the validation images: it chooses the best checkpoint."""

TEST_ELBO = "test/elbo"
TEST_DISTORTION = "test/distortion"
TEST_RATE = "test/rate"
TEST_MSE = "test/mse"
"""Mean squared error per pixel value, images in [0, 1]."""
TEST_PIXEL_VARIANCE = "test/pixel_variance"
"""Mean over pixel positions of the variance over held-out images: the error of always answering with the mean image."""
TEST_CONSISTENCY_KL = "test/consistency_kl"
TEST_ACTIVE_UNITS = "test/active_units"

DISC_LOSS = "disc/loss"
LOGITS_REAL = "disc/logits_real"
LOGITS_FAKE = "disc/logits_fake"
ACCURACY_REAL = "disc/accuracy_real"
"""Share of patches of real images with a positive logit."""
ACCURACY_FAKE = "disc/accuracy_fake"
"""Share of patches of reconstructions with a negative logit."""
GRADIENT_RATIO = "disc/gradient_ratio"
"""Norm of the distortion's gradient over that of the adversarial term's, at the decoder's last layer, before weighting."""
ADAPTIVE_WEIGHT = "disc/adaptive_weight"

FACTOR_LOSS = "factor/loss"
FACTOR_ACCURACY = "factor/accuracy"
"""Share of samples that the discriminator on z tells right: ½ where it cannot tell."""

_MACHINE_PREFIX = "machine/"
MACHINE_CPU = _MACHINE_PREFIX + "cpu"
MACHINE_MEMORY = _MACHINE_PREFIX + "memory"
MACHINE_POWER = _MACHINE_PREFIX + "power"
MACHINE_GPU = _MACHINE_PREFIX + "gpu"
MACHINE_GPU_MEMORY = _MACHINE_PREFIX + "gpu_memory"
MACHINE_GPU_POWER = _MACHINE_PREFIX + "gpu_power"

_KL_PREFIX = "kl/dim/"


def weighted(term: str) -> str:
    """`distortion` → `loss/distortion`."""
    return f"loss/{term}"


def raw(term: str) -> str:
    """`distortion` → `term/distortion`."""
    return f"term/{term}"


def is_of_machine(name: str) -> bool:
    """Whether a number is about the machine, not about what is trained."""
    return name.startswith(_MACHINE_PREFIX)


def kl_dim(dimension: int) -> str:
    """7 → `kl/dim/007`."""
    return f"{_KL_PREFIX}{dimension:03d}"


def dim_of(name: str) -> int | None:
    """`kl/dim/007` → 7; None for another number."""
    text = name.removeprefix(_KL_PREFIX)
    return int(text) if text != name and text.isdecimal() else None


def kl_per_dim(values: Mapping[str, float]) -> list[float]:
    """The KL of each latent dimension found in a report, in the order of the dimensions."""
    dimensions = {int(name.removeprefix(_KL_PREFIX)): value for name, value in values.items() if name.startswith(_KL_PREFIX)}
    return [dimensions[dimension] for dimension in sorted(dimensions)]
