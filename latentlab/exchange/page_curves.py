"""Curves of a run as SVG, in the colours of the page that holds them."""

import math
from collections.abc import Mapping, Sequence
from html import escape

_WIDTH, _HEIGHT = 480, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 12, 10, 28
_COLOURS = ("#3584e4", "#e66100", "#2ec27e", "#9141ac", "#e5a50a", "#c01c28", "#77767b", "#1a9fb5")
_MOST_POINTS = 400
_TICKS = 4

Curve = Sequence[tuple[int, float]]
"""Steps and values, ascending."""


def curves_svg(curves: Mapping[str, Curve], title: str) -> str:
    """Curves by name in one plot over the steps, with a legend below; empty where no value is finite."""
    finite = {name: [(step, value) for step, value in curve if math.isfinite(value)] for name, curve in curves.items()}
    finite = {name: curve for name, curve in finite.items() if curve}
    if not finite:
        return ""
    points = [point for curve in finite.values() for point in curve]
    right = max(1, max(step for step, _ in points))
    low, high = min(value for _, value in points), max(value for _, value in points)
    high = high if high > low else low + 1

    def x(step: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * step / right

    def y(value: float) -> float:
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * (value - low) / (high - low)

    parts = []
    for part in (number / _TICKS for number in range(_TICKS + 1)):
        value, step = low + part * (high - low), part * right
        parts.append(f'<line class="axis" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y(value):.1f}" y2="{y(value):.1f}"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{value:.4g}</text>')
        anchor = "end" if part == 1 else "middle"
        parts.append(f'<text x="{x(step):.1f}" y="{_HEIGHT - 8}" text-anchor="{anchor}">{step:,.0f}</text>')
    legend = []
    for index, (name, curve) in enumerate(finite.items()):
        colour = _COLOURS[index % len(_COLOURS)]
        kept = curve[:: -(-len(curve) // _MOST_POINTS)]
        line = " ".join(f"{x(step):.1f},{y(value):.1f}" for step, value in kept)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        parts += [f'<circle cx="{x(step):.1f}" cy="{y(value):.1f}" r="2" fill="{colour}"/>' for step, value in kept[:1]]
        legend.append(f'<span style="color:{colour}">■</span> {escape(name)}')
    return (
        f'<figure><h3>{escape(title)}</h3><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}">'
        f"{''.join(parts)}</svg><figcaption>{' &nbsp; '.join(legend)}</figcaption></figure>"
    )
