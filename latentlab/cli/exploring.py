"""Commands that draw what the window draws, pixel by pixel the same, and what those print that also measure."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from rich.table import Column, Table

from latentlab.catalog.measure import SIGMA_UNKNOWN
from latentlab.cli.asked import Asked
from latentlab.cli.declared import Show, add_command
from latentlab.cli.terminal import print_table
from latentlab.errors import ConfigError
from latentlab.explore.requests.commands import COMMANDS
from latentlab.explore.requests.directions import DrawnAnalogy, DrawnDirections, DrawnNeighbours
from latentlab.explore.requests.pairs import DrawnLink
from latentlab.explore.requests.texts import dim_name, vector_text
from latentlab.explore.requests.transformations import DrawnConsistency, DrawnRanking, DrawnStrength, Strength
from latentlab.explore.requests.values import Vector
from latentlab.runs import Run

_SHOWN: dict[str, Show] = {}
_JSON_ONLY = ("analogy",)


def _shows(name: str) -> Callable[[Show], Show]:
    """What a command does besides drawing."""

    def register(show: Show) -> Show:
        _SHOWN[name] = show
        return show

    return register


@_shows("consistency")
def _consistency(asked: Asked) -> None:
    drawn = asked.drawn(DrawnConsistency)
    text = _consistency_text(drawn)
    if drawn.other is not None:
        both = zip(drawn.names, (text, _consistency_text(drawn.other)), strict=True)
        text = "\n".join(f"{name}: {said}" for name, said in both)
    asked.tell(_consistency_values(drawn), text)


def _consistency_values(drawn: DrawnConsistency) -> dict[str, object]:
    vectors = ("mean_x", "std_x", "mean_t", "std_t", "kl_per_dim")
    numbers = ("kl_forward", "kl_reverse", "jeffreys", "wasserstein2", "ratio", "nearest")
    return {
        "step": drawn.step,
        **{name: _known(getattr(drawn, name)) for name in numbers},
        **{name: _known_values(getattr(drawn, name)) for name in vectors},
        **({"beside": _consistency_values(drawn.other)} if drawn.other else {}),
    }


def _consistency_text(drawn: DrawnConsistency) -> str:
    return (
        f"KL(q(z|t(x)) ‖ q(z|x)) {_figure(drawn.kl_forward)} nats, reverse {_figure(drawn.kl_reverse)}, "
        f"Jeffreys {_figure(drawn.jeffreys)}; 2-Wasserstein {_figure(drawn.wasserstein2)}; "
        f"consistency ratio {_figure(drawn.ratio)}; "
        f"x is {'' if drawn.nearest else 'not '}the nearest of the held-out images to t(x)"
        f"{'' if drawn.knows_sigma else f' ({SIGMA_UNKNOWN})'}"
    )


@_shows("strength")
def _strength(asked: Asked) -> None:
    drawn, request = asked.drawn(DrawnStrength), asked.request
    assert isinstance(request, Strength)
    lines = []
    for name, curve in zip(drawn.names or ("",), (drawn, drawn.other) if drawn.other else (drawn,), strict=True):
        lines += [f"{name}, step {curve.step:,}"] if name else []
        lines += _curve_lines(request.amount, curve)
    if np.isnan(drawn.kl).any():
        lines.append(SIGMA_UNKNOWN)
    asked.tell({"amount": request.amount, **_curve_values(drawn)}, "\n".join(lines))


def _curve_values(curve: DrawnStrength) -> dict[str, object]:
    names = ("values", "kl", "drift", "kl_mean", "kl_std", "drift_mean", "drift_std")
    columns = {name: _known_values(getattr(curve, name)) for name in names}
    other = {"beside": _curve_values(curve.other)} if curve.other else {}
    return {"step": curve.step, "images": curve.images, **columns, **other}


def _curve_lines(amount: str, curve: DrawnStrength) -> list[str]:
    columns = (curve.values, curve.kl, curve.drift, curve.kl_mean, curve.kl_std)
    head = f"{amount:>10}  {'KL':>9}  {'drift':>9}  {f'mean of {curve.images}: KL':>20}  {'± std':>9}"
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [
        head,
        *(
            f"{value:>10.3g}  {_figure(kl):>9}  {drift:>9.3f}  {_figure(mean):>20}  {_figure(std):>9}"
            for value, kl, drift, mean, std in rows
        ),
    ]


@_shows("rank")
def _ranking(asked: Asked) -> None:
    drawn = asked.drawn(DrawnRanking)
    lines: list[dict[str, Any]] = [
        {
            "dimension": dim,
            "drift": _known(float(drawn.drift[dim])),
            "kl": _known(float(drawn.kl_per_dim[dim])),
            "active": bool(drawn.active[dim]),
        }
        for dim in (*drawn.order.tolist(), *np.flatnonzero(~drawn.active).tolist())
    ]
    head = f"{'':>4}  {'drift':>7}  {'KL, nats':>8}   over {drawn.images:,} images (0 = invariant, 1 = unrelated images)"
    rows = [
        f"{dim_name(line['dimension'])}  {_figure(line['drift']):>7}  {_figure(line['kl']):>8}"
        + "   inactive" * (not line["active"])
        for line in lines
    ]
    foot = [SIGMA_UNKNOWN] if np.isnan(drawn.kl_per_dim).any() else []
    asked.tell({"step": drawn.step, "images": drawn.images, "ranking": lines}, "\n".join([head, *rows, *foot]))


@_shows("direction")
def _direction(asked: Asked) -> None:
    found = asked.drawn(DrawnDirections)
    numbers = (each.tolist() for each in (found.auc, found.auc_error, found.spread, found.vectors))
    keys = ("method", "auc", "auc_error", "spread", "vector")
    methods = [dict(zip(keys, row, strict=True)) for row in zip(found.grid.row_labels, *numbers, strict=True)]
    lines = [f"{method['method']}: AUC {method['auc']:.3f} ± {method['auc_error']:.3f}, cross-validated" for method in methods]
    away, toward = found.groups
    lines.append(f"{found.counts[0]:,} images of {toward} told from {found.counts[1]:,} of {away}")
    lines += [f"also changes {name}: correlation {correlation:+.2f}" for name, correlation in found.also]
    about = {"step": found.step, "groups": found.groups, "counts": found.counts, "also": dict(found.also)}
    asked.tell({**about, "directions": methods}, "\n".join(lines))


@_shows("neighbours")
def _neighbours(asked: Asked) -> None:
    found = asked.drawn(DrawnNeighbours)
    nearest = list(zip(found.indices.tolist(), found.distances.tolist(), strict=True))
    pairs = [{"index": number, "distance": distance} for number, distance in nearest]
    text = "\n".join(f"image {number}: distance {distance:.3f}" for number, distance in nearest)
    asked.tell({"step": found.step, "neighbours": pairs}, text)


@_shows("analogy")
def _analogy(asked: Asked) -> None:
    found = asked.drawn(DrawnAnalogy)
    asked.tell({"step": found.step, "z": found.z.tolist(), "neighbours": found.indices.tolist()}, "")


@_shows("link")
def _link(asked: Asked) -> None:
    linked = asked.drawn(DrawnLink)
    numbers = {"step": linked.step, "beside_step": linked.other_step, "r2": linked.r2}
    counts = {"fitted": linked.fitted, "measured": linked.measured}
    text = (
        f"R² {_figure(linked.r2)} on {linked.measured:,} held-out images, fitted to {linked.fitted:,} others\n"
        f"z = {vector_text(linked.z)}"
    )
    asked.tell({**numbers, **counts, "z": linked.z.tolist()}, text)


@_shows("compare")
def _comparison(asked: Asked) -> None:
    from latentlab.sweeps import compare_runs, differences, read_facts

    others, output = asked.values["other"], asked.output
    if output is not None and len(others) > 1:
        raise ConfigError(f"-o draws two runs side by side; {len(others) + 1} were given.")
    facts = [read_facts(Run(path)) for path in (asked.values["run_folder"], *others)]
    table, unlike = compare_runs(facts), differences(facts)
    if output is not None:
        asked.export(output)
    if asked.values["as_json"]:
        print(table.to_json())
        return
    columns = (Column(name, justify="right", overflow="fold") for name in table.runs)
    shown = Table(Column(""), *columns, box=None, pad_edge=False)
    for row in table.rows():
        shown.add_row(*row)
    print_table(shown)
    for places, what in (
        (unlike.images, "other images than the first run learned from: their numbers cannot be compared"),
        (unlike.likelihood, "another likelihood than that of the first run: their numbers in nats cannot be compared"),
    ):
        if places:
            print(f"{', '.join(facts[place].name for place in places)}: {what}.")


def _known(value: float | None) -> float | None:
    """None for NaN, which JSON does not have."""
    return None if value is None or math.isnan(value) else value


def _known_values(values: Vector) -> list[float | None]:
    return [_known(value) for value in values.tolist()]


def _figure(value: float | None) -> str:
    return "–" if _known(value) is None else f"{value:.3f}"


for _name, _command in COMMANDS.items():
    add_command(_command, _SHOWN.get(_name), with_json=_name not in _JSON_ONLY)
