"""Curves of a run as SVG, in the colours of the page that holds them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from latentlab.catalog.numbers import Hue
from latentlab.explore.ticks import tick_text, ticks

_WIDTH, _HEIGHT = 480, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 12, 10, 28
_MOST_POINTS = 400
_TICKS = 4
_STARTING = 0.1
"""Share of the steps whose values may leave the plot, so that what follows fills it."""


@dataclass(frozen=True)
class Curve:
    """A line of a plot.

    Attributes:
        name: in the legend.
        points: steps and values, ascending.
        hue: on light and on dark ground; None for the colour of the text.
        dashed: as what is measured on held-out images is.
    """

    name: str
    points: Sequence[tuple[int, float]]
    hue: Hue | None = None
    dashed: bool = False


def curves_svg(curves: Iterable[Curve], title: str, marks: Iterable[int] = ()) -> str:
    """Curves in one plot over the steps, fitted to their settled part, with a legend below; empty where no value is finite.

    Args:
        curves: in the order of the legend.
        title: over the plot.
        marks: steps at which a line stands, such as those where settings were changed.
    """
    finite = [replace(curve, points=[point for point in curve.points if math.isfinite(point[1])]) for curve in curves]
    finite = [curve for curve in finite if curve.points]
    if not finite:
        return ""
    points = [point for curve in finite for point in curve.points]
    left, right = min(step for step, _ in points), max(step for step, _ in points)
    right = right if right > left else left + 1
    settled = [value for step, value in points if step >= left + _STARTING * (right - left)] or [value for _, value in points]
    low, high = min(settled), max(settled)
    low, high = (low - 0.04 * (high - low), high + 0.04 * (high - low)) if high > low else (low, low + 1)

    width, height = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM

    def x(step: float) -> float:
        return _LEFT + width * (step - left) / (right - left)

    def y(value: float) -> float:
        return _HEIGHT - _BOTTOM - height * (value - low) / (high - low)

    parts = []
    values, decimals = ticks(low, high, _TICKS)
    for value in values:
        parts.append(f'<line class="axis" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y(value):.1f}" y2="{y(value):.1f}"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{tick_text(value, decimals)}</text>')
    for step in ticks(left, right, _TICKS)[0]:
        anchor = "end" if x(step) > _WIDTH - 2 * _RIGHT else "middle"
        parts.append(f'<text x="{x(step):.1f}" y="{_HEIGHT - 8}" text-anchor="{anchor}">{step:,.0f}</text>')
    for step in marks:
        if left < step < right:
            parts.append(f'<line class="mark" x1="{x(step):.1f}" x2="{x(step):.1f}" y1="{_TOP}" y2="{_HEIGHT - _BOTTOM}"/>')
    parts.append(f'<svg x="{_LEFT}" y="{_TOP}" width="{width}" height="{height}" viewBox="{_LEFT} {_TOP} {width} {height}">')
    for curve in finite:
        kept = curve.points[:: -(-len(curve.points) // _MOST_POINTS)]
        line = " ".join(f"{x(step):.1f},{y(value):.1f}" for step, value in kept)
        parts.append(f'<polyline points="{line}" {_look(curve)}/>')
        parts += [f'<circle cx="{x(step):.1f}" cy="{y(value):.1f}" r="2" {_look(curve)}/>' for step, value in kept[:1]]
    parts.append("</svg>")
    legend = [
        f'<span><svg class="key" viewBox="0 0 24 10"><line x1="0" x2="24" y1="5" y2="5" {_look(curve)}/></svg>'
        f"{escape(curve.name)}</span>"
        for curve in finite
    ]
    return (
        f'<figure><h3>{escape(title)}</h3><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}">'
        f'{"".join(parts)}</svg><figcaption class="legend">{"".join(legend)}</figcaption></figure>'
    )


def _look(curve: Curve) -> str:
    colours = f' style="--light:{curve.hue.light};--dark:{curve.hue.dark}"' if curve.hue else ""
    return f'class="curve{" dashed" if curve.dashed else ""}"{colours}'
