"""How much of the labels a linear model reads from posterior means."""

import torch
from numpy.typing import NDArray
from torch import Tensor

TRAINING_CAP = 10_000
"""Most images that a probe is fitted on."""

_ITERATIONS = 2000


def no_probe_because(train_labels: Tensor, test_labels: Tensor) -> str | None:
    """Why these labels allow no probe; None where they do. Labels are int64 (N,), negative where there is none."""
    if bool((train_labels < 0).any()) or bool((test_labels < 0).any()):
        return "the images have no labels."
    if len(train_labels.unique()) < 2:
        return "the training images are all of one class."
    return None


def probe_accuracy(train_means: Tensor, train_labels: Tensor, test_means: Tensor, test_labels: Tensor) -> float:
    """Share of test images whose label multinomial logistic regression on standardised posterior means gets right.

    Args:
        train_means: (N, D), of the images that the probe is fitted on; they also set mean and spread of each dimension.
        train_labels: int64 (N,).
        test_means: (N′, D).
        test_labels: int64 (N′,).
    """
    from sklearn.linear_model import LogisticRegression  # a second's import
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    probe = make_pipeline(StandardScaler(), LogisticRegression(max_iter=_ITERATIONS))
    probe.fit(_doubles(train_means), train_labels.cpu().numpy())
    return float(probe.score(_doubles(test_means), test_labels.cpu().numpy()))


def _doubles(means: Tensor) -> NDArray:  # type: ignore[type-arg]
    return means.detach().cpu().to(torch.float64).numpy()
