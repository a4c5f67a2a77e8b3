"""How much of the labels and attributes a linear model reads from posterior means."""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from latentlab.data import Attributes

TRAINING_CAP = 10_000
"""Most images that a probe is fitted on."""

_ITERATIONS = 2000


def no_probe_because(train_labels: Tensor, test_labels: Tensor) -> str | None:
    """Why these labels allow no probe; None where they do. Labels are int64 (N,), negative where there is none."""
    train, test = train_labels[train_labels >= 0].unique(), test_labels[test_labels >= 0].unique()
    if not len(train) or not len(test):
        return "the images have no labels."
    if len(train) < 2:
        return "the training images are all of one class."
    if not torch.isin(test, train).any():
        return "the held-out images are of other classes than the training images."
    return None


def no_attribute_probe_because(attributes: Attributes | None) -> str | None:
    """Why these attributes, of the training images, allow no probe; None where they do."""
    if attributes is None:
        return "the images have no attributes."
    if not _is_present(attributes.values).any():
        return "none of the images' attributes is one that is present or absent."
    return None


def probe_accuracy(train_means: Tensor, train_labels: Tensor, test_means: Tensor, test_labels: Tensor) -> float:
    """Share of test images whose label multinomial logistic regression on standardised posterior means gets right.

    Images without a label take no part.

    Args:
        train_means: (N, D), of the images that the probe is fitted on; they also set mean and spread of each dimension.
        train_labels: int64 (N,), negative where there is none.
        test_means: (N′, D).
        test_labels: int64 (N′,), likewise.
    """
    train_labels, test_labels = train_labels.cpu(), test_labels.cpu()
    fitted, asked = train_labels >= 0, test_labels >= 0
    probe = _logistic_regression()
    probe.fit(_doubles(train_means)[fitted.numpy()], train_labels[fitted].numpy())
    return float(probe.score(_doubles(test_means)[asked.numpy()], test_labels[asked].numpy()))


def attribute_auc(
    train_means: Tensor, train_values: NDArray[np.float32], test_means: Tensor, test_values: NDArray[np.float32]
) -> float:
    """Mean over attributes of the area under the ROC curve of logistic regression on standardised posterior means.

    Counted are the attributes that are present (1) or absent (0) and both among the training and among the test images; nan
    where there is none.

    Args:
        train_means: (N, D), of the images that the probes are fitted on.
        train_values: (N, A).
        test_means: (N′, D).
        test_values: (N′, A).
    """
    from sklearn.metrics import roc_auc_score  # a second's import

    areas = []
    fitted, asked = _doubles(train_means), _doubles(test_means)
    for attribute in np.flatnonzero(_is_present(train_values) & _is_present(test_values)):
        probe = _logistic_regression().fit(fitted, train_values[:, attribute] > 0)
        areas.append(roc_auc_score(test_values[:, attribute] > 0, probe.decision_function(asked)))
    return float(np.mean(areas)) if areas else float("nan")


def _is_present(values: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which attributes (A,) are 0 and 1, and nothing else."""
    return np.asarray(((values == 0) | (values == 1)).all(0) & (values.min(0) < values.max(0)))


def _logistic_regression() -> Any:
    from sklearn.linear_model import LogisticRegression  # a second's import
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=_ITERATIONS))


def _doubles(means: Tensor) -> NDArray:  # type: ignore[type-arg]
    return means.detach().cpu().to(torch.float64).numpy()
