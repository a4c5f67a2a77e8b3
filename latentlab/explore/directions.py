"""Directions of the latent space that labels make: where images of one kind differ from others.

Shapes: N images, D latent dimensions, S steps of a walk.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from latentlab.errors import ConfigError, DataError
from latentlab.explore.images import decode_images
from latentlab.explore.requests import DrawnDirections, FindDirection, PictureGrid, Vector
from latentlab.explore.scene import Scene

METHODS = ("difference of means", "classifier")
_FOLDS = 5
_ITERATIONS = 2000
_MOST_OTHERS = 5
_WEAKEST = 0.1
"""Correlation below which nothing is said to change along."""

_Means = NDArray[np.float64]
_Group = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Directions:
    """What does not hang on where the walk starts; the attributes are those of `DrawnDirections`."""

    labels: tuple[int, ...]
    vectors: Vector
    spread: Vector
    auc: Vector
    counts: tuple[int, int]
    also: tuple[tuple[str, float], ...]


def walk_direction(scene: Scene, request: FindDirection, step: int) -> DrawnDirections:
    """Find both estimates of a direction, and decode a walk along each.

    Raises:
        ConfigError: if z has another number of dimensions, or a label too few images.
        DataError: if the held-out images have no labels.
    """
    if request.z.shape != (scene.model.latent_dim,):
        raise ConfigError(f"z has {request.z.size} values; this model has {scene.model.latent_dim} latent dimensions.")
    key = ("directions", request.label, request.against)
    if key not in scene.derived:
        scene.derived[key] = find_directions(scene, request.label, request.against)
    found: Directions = scene.derived[key]
    # From whole numbers, so that the middle picture is z exactly.
    places = np.arange(1 - request.steps, request.steps, 2) * (request.span / (request.steps - 1))
    moves = places[None, :, None] * (found.spread[:, None] * found.vectors)[:, None]
    z = (request.z + moves).astype(np.float32)
    columns = tuple(f"{place:+.2f}".replace("-", "−") if place else "0" for place in places.tolist())
    return DrawnDirections(
        step,
        PictureGrid(decode_images(scene.model, torch.from_numpy(z)), METHODS, columns),
        request.label,
        request.against,
        found.labels,
        found.vectors,
        found.spread,
        found.auc,
        found.counts,
        found.also,
        z,
    )


def find_directions(scene: Scene, label: int, against: int | None) -> Directions:
    """The directions from the held-out images' posterior means.

    Raises:
        ConfigError: if a label has fewer than two images.
        DataError: if the images have no labels.
    """
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import StratifiedKFold

    means = scene.posterior.mean.double().numpy()
    labels = scene.held_out.labels[: len(means)].numpy()
    known = tuple(np.unique(labels[labels >= 0]).tolist())
    if not known:
        raise DataError("The held-out images have no labels, and a direction is made from them.")
    group = labels == label
    others = (labels >= 0) & ~group if against is None else labels == against
    for name, members in ((str(label), group), ("the others" if against is None else str(against), others)):
        if members.sum() < 2:
            said = ", ".join(map(str, known[:20]))
            raise ConfigError(
                f"label {name}: {int(members.sum())} of the held-out images looked at have it, and a direction needs two. "
                f"There are the labels {said}."
            )
    chosen = group | others
    points, is_in = means[chosen], group[chosen]
    folds = StratifiedKFold(min(_FOLDS, int(is_in.sum()), int((~is_in).sum())), shuffle=True, random_state=0)
    scores = [
        [
            roc_auc_score(is_in[test], points[test] @ vector)
            for vector in (_difference(points[train], is_in[train]), _normal(points[train], is_in[train]))
        ]
        for train, test in folds.split(points, is_in)
    ]
    vectors = np.stack([_difference(points, is_in), _normal(points, is_in)])
    along = means @ vectors.T
    brightness = scene.held_out.batch(slice(0, len(means))).flatten(1).mean(1).numpy()
    return Directions(
        known,
        vectors.astype(np.float32),
        along.std(0).astype(np.float32),
        np.mean(scores, 0).astype(np.float32),
        (int(is_in.sum()), int((~is_in).sum())),
        _also(along[:, 1], labels, brightness, {label, against}),
    )


def _difference(points: _Means, is_in: _Group) -> _Means:
    return _unit(points[is_in].mean(0) - points[~is_in].mean(0))


def _normal(points: _Means, is_in: _Group) -> _Means:
    """Of the plane by which logistic regression on standardised means tells the two groups apart."""
    from sklearn.linear_model import LogisticRegression

    spread = np.maximum(points.std(0), 1e-12)
    fitted = LogisticRegression(max_iter=_ITERATIONS, class_weight="balanced").fit((points - points.mean(0)) / spread, is_in)
    return _unit(fitted.coef_[0] / spread)


def _unit(vector: _Means) -> _Means:
    length = float(np.linalg.norm(vector))
    if length == 0:
        raise ConfigError("Both groups have the same mean: no direction leads from one to the other.")
    unit: _Means = vector / length
    return unit


def _also(
    along: _Means, labels: NDArray[np.int64], brightness: NDArray[np.float32], asked: set[int | None]
) -> tuple[tuple[str, float], ...]:
    """What correlates with the way along a direction, besides the labels that it was made of."""
    others = {f"label {label}": labels == label for label in np.unique(labels[labels >= 0]).tolist() if label not in asked}
    others["brightness"] = brightness
    found = []
    for name, values in others.items():
        if np.std(values) > 0 and np.std(along) > 0:
            correlation = float(np.corrcoef(along, values)[0, 1])
            if abs(correlation) >= _WEAKEST:
                found.append((name, correlation))
    return tuple(sorted(found, key=lambda pair: -abs(pair[1]))[:_MOST_OTHERS])
