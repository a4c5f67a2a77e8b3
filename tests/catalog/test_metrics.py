"""Names of reported numbers."""

from latentlab import metrics
from latentlab.catalog.numbers import NUMBERS, TERMS, in_words


def test_the_kl_of_each_dimension_comes_in_the_order_of_the_dimensions() -> None:
    count = 1024  # the most latent dimensions a config allows
    values = {metrics.TOTAL: -1.0, **{metrics.kl_dim(dimension): float(dimension) for dimension in reversed(range(count))}}
    assert metrics.kl_per_dim(values) == list(range(count))


def test_every_number_has_words_and_no_two_the_same() -> None:
    names = [*NUMBERS, *(prefix(term) for term in TERMS for prefix in (metrics.raw, metrics.weighted))]
    words = [in_words(name) for name in names]
    assert len(set(words)) == len(words), sorted(word for word in words if words.count(word) > 1)
    assert in_words(metrics.TEST_ELBO) == "held-out ELBO"
    assert in_words(metrics.kl_dim(7)) == "KL of z7"
    assert in_words("loss/distortion_t") == "distortion of t(x) in the loss"
    assert in_words("plugin/own") == "plugin/own"
