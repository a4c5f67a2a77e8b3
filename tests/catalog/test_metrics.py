"""Names of reported numbers."""

from latentlab import metrics


def test_the_kl_of_each_dimension_comes_in_the_order_of_the_dimensions() -> None:
    count = 1024  # the most latent dimensions a config allows
    values = {metrics.TOTAL: -1.0, **{metrics.kl_dim(dimension): float(dimension) for dimension in reversed(range(count))}}
    assert metrics.kl_per_dim(values) == list(range(count))
