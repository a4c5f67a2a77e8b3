"""Directions of the latent space that labels, attributes or lassos make: where images of one kind differ from others.

Shapes: N images, D latent dimensions, S steps of a walk.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from latentlab.errors import ConfigError, DataError
from latentlab.explore.answers import answers
from latentlab.explore.attributes import attribute_names, attribute_values
from latentlab.explore.embedding import means_on_map
from latentlab.explore.polygon import inside
from latentlab.explore.requests.directions import Direction, DrawnDirections, Lasso
from latentlab.explore.requests.texts import offset_text
from latentlab.explore.requests.values import PictureGrid, Vector, check_vector
from latentlab.explore.scene import Scene

METHODS = ("difference of means", "classifier")
_FOLDS = 5
_ITERATIONS = 2000
_MOST_OTHERS = 5
_MOST_LASSOED = 2048
"""Images of each lasso that a direction is made from: the first ones."""
_WEAKEST = 0.1
"""Correlation below which nothing is said to change along."""

_Means = NDArray[np.float64]
_Group = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Groups:
    """Two groups of images.

    Attributes:
        points: posterior means of both, float64 (N, D).
        is_in: those that the direction leads to, bool (N,).
        names: of what it leads away from, and of what it leads to.
        asked: what they were made from, which changes by construction.
    """

    points: _Means
    is_in: _Group
    names: tuple[str, str]
    asked: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Directions:
    """What does not hang on where the walk starts; the attributes are those of `DrawnDirections`."""

    groups: tuple[str, str]
    labels: tuple[int, ...]
    vectors: Vector
    spread: Vector
    auc: Vector
    auc_error: Vector
    counts: tuple[int, int]
    also: tuple[tuple[str, float], ...]
    others: int


@answers(Direction)
def draw_direction(scene: Scene, request: Direction, step: int) -> DrawnDirections:
    """Find both estimates of a direction, and decode a walk along each.

    Raises:
        ConfigError: if z has another number of dimensions, there is no such attribute, or a group has too few images.
        DataError: if the held-out images have no labels.
    """
    check_vector("z", request.z, scene.model.latent_dim)
    key = ("directions", request.groups)
    if key not in scene.derived:
        scene.derived[key] = find_directions(scene, request)
    found: Directions = scene.derived[key]
    # From whole numbers, so that the middle picture is z exactly.
    places = np.arange(1 - request.steps, request.steps, 2) * (request.span / (request.steps - 1))
    moves = places[None, :, None] * (found.spread[:, None] * found.vectors)[:, None]
    z = (request.z + moves).astype(np.float32)
    columns = tuple(map(offset_text, places.tolist()))
    return DrawnDirections(
        step,
        PictureGrid(scene.decode(torch.from_numpy(z)), METHODS, columns),
        request,
        found.groups,
        found.labels,
        found.vectors,
        found.spread,
        found.auc,
        found.auc_error,
        found.counts,
        found.also,
        found.others,
        z,
    )


def find_directions(scene: Scene, request: Direction) -> Directions:
    """The directions from the held-out images' posterior means.

    Raises:
        ConfigError: if there is no such attribute, or a group has fewer than two images.
        DataError: if the images have no labels.
    """
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import StratifiedKFold

    groups = _groups(scene, request)
    points, is_in = groups.points, groups.is_in
    folds = StratifiedKFold(min(_FOLDS, int(is_in.sum()), int((~is_in).sum())), shuffle=True, random_state=0)
    scores = [
        [
            roc_auc_score(is_in[test], points[test] @ vector)
            for vector in (_difference(points[train], is_in[train]), _normal(points[train], is_in[train]))
        ]
        for train, test in folds.split(points, is_in)
    ]
    vectors = np.stack([_difference(points, is_in), _normal(points, is_in)])
    along = scene.posterior.mean.double().numpy() @ vectors.T
    return Directions(
        groups.names,
        _labels_of(scene),
        vectors.astype(np.float32),
        along.std(0).astype(np.float32),
        np.mean(scores, 0).astype(np.float32),
        (np.std(scores, 0, ddof=1) / np.sqrt(len(scores))).astype(np.float32),
        (int(is_in.sum()), int((~is_in).sum())),
        *_also(scene, along[:, 1], groups.asked),
    )


def _groups(scene: Scene, request: Direction) -> Groups:
    if request.lasso is not None:
        groups = _by_lasso(scene, request.lasso)
    elif request.attribute is not None:
        groups = _by_attribute(scene, request.attribute)
    else:
        assert request.label is not None
        groups = _by_label(scene, request.label, request.against)
    for name, members in zip(groups.names, (~groups.is_in, groups.is_in), strict=True):
        if members.sum() < 2:
            known = ", ".join(_label_name(scene, label) for label in _labels_of(scene)[:20])
            said = f" There are the labels {known}." if request.label is not None else ""
            raise ConfigError(
                f"{name}: {int(members.sum())} of the held-out images belong to it, and a direction needs two.{said}"
            )
    return groups


def _by_label(scene: Scene, label: int, against: int | None) -> Groups:
    if not _labels_of(scene):
        raise DataError("The held-out images have no labels, and a direction to a label is made from them.")
    means = scene.posterior.mean.double().numpy()
    labels = scene.held_out.labels[: len(means)].numpy()
    group = labels == label
    others = (labels >= 0) & ~group if against is None else labels == against
    chosen = group | others
    away = "all others" if against is None else f"label {_label_name(scene, against)}"
    asked = frozenset(f"label {_label_name(scene, known)}" for known in (label, against) if known is not None)
    return Groups(means[chosen], group[chosen], (away, f"label {_label_name(scene, label)}"), asked)


def _by_attribute(scene: Scene, name: str) -> Groups:
    means = scene.posterior.mean.double().numpy()
    values = attribute_values(scene, name, len(means))
    if np.isin(values, (0, 1)).all():
        return Groups(means, values == 1, (f"not {name}", name), frozenset({name}))
    median = float(np.median(values))
    # Where half of all images or more share the largest value, those are the upper group.
    if (values > median).any():
        above, names = values > median, (f"{name} up to {median:.4g}", f"{name} above {median:.4g} (its median)")
    else:
        above, names = values >= median, (f"{name} below {median:.4g}", f"{name} of at least {median:.4g} (its median)")
    return Groups(means, above, names, frozenset({name}))


def _by_lasso(scene: Scene, lasso: Lasso) -> Groups:
    _, means, places = means_on_map(scene, lasso.projection, lasso.dims, lasso.images)
    away, toward = (inside(places, polygon).nonzero()[0][:_MOST_LASSOED] for polygon in (lasso.away, lasso.toward))
    points = means[np.concatenate([away, toward])].double().numpy()
    return Groups(points, np.arange(len(points)) >= len(away), ("lasso A", "lasso B"))


def _labels_of(scene: Scene) -> tuple[int, ...]:
    labels = scene.held_out.labels[: len(scene.posterior.mean)]
    return tuple(labels[labels >= 0].unique().tolist())


def _label_name(scene: Scene, label: int) -> str:
    names = scene.held_out.label_names
    return names[label] if 0 <= label < len(names) else str(label)


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


def _also(scene: Scene, along: _Means, asked: frozenset[str]) -> tuple[tuple[tuple[str, float], ...], int]:
    """What correlates with the position along a direction, except what it was made from, and among how many."""
    count = len(along)
    labels = scene.held_out.labels[:count].numpy()
    others = {f"label {_label_name(scene, label)}": labels == label for label in _labels_of(scene)}
    others |= {name: attribute_values(scene, name, count) for name in attribute_names(scene)}
    others = {name: values for name, values in others.items() if name not in asked and np.std(values) > 0}
    found = []
    for name, values in others.items():
        if np.std(along) > 0:
            correlation = float(np.corrcoef(along, values)[0, 1])
            if abs(correlation) >= _WEAKEST:
                found.append((name, correlation))
    return tuple(sorted(found, key=lambda pair: -abs(pair[1]))[:_MOST_OTHERS]), len(others)
