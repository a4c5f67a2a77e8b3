"""Names of the numbers a run reports. One place, so that files, plots and tests agree.

Every value is in nats per image (summed over pixels and latent dimensions, averaged over images) unless said otherwise.
`loss/…` are weighted: they add up to `loss/total`, which is what the optimiser minimises. `term/…` are the same terms
before weighting. `test/…` are measured on held-out images.
"""

from collections.abc import Mapping

TOTAL = "loss/total"
ELBO = "elbo"
BETA = "schedule/beta"
GRADIENT_NORM = "gradient/norm"

DISTORTION = "distortion"
RATE = "rate"
CONSISTENCY = "consistency"
DISTORTION_T = "distortion_t"
RATE_T = "rate_t"

TEST_ELBO = "test/elbo"
TEST_DISTORTION = "test/distortion"
TEST_RATE = "test/rate"
TEST_MSE = "test/mse"
"""Mean squared error per pixel value, images in [0, 1]."""
TEST_PIXEL_VARIANCE = "test/pixel_variance"
"""Mean over pixel positions of the variance over held-out images: the error of always answering with the mean image."""
TEST_CONSISTENCY_KL = "test/consistency_kl"
TEST_ACTIVE_UNITS = "test/active_units"

_KL_PREFIX = "kl/dim/"


def weighted(term: str) -> str:
    """`distortion` → `loss/distortion`."""
    return f"loss/{term}"


def raw(term: str) -> str:
    """`distortion` → `term/distortion`."""
    return f"term/{term}"


def kl_dim(dimension: int) -> str:
    """7 → `kl/dim/007`."""
    return f"{_KL_PREFIX}{dimension:03d}"


def kl_per_dim(values: Mapping[str, float]) -> list[float]:
    """The KL of each latent dimension found in a report, in the order of the dimensions."""
    dimensions = {int(name.removeprefix(_KL_PREFIX)): value for name, value in values.items() if name.startswith(_KL_PREFIX)}
    return [dimensions[dimension] for dimension in sorted(dimensions)]
