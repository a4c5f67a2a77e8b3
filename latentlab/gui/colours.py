"""Every colour of the window, on light and on dark ground: text and grounds, quantities, runs, messages."""

from typing import Literal

from latentlab.catalog.numbers import Hue, term_colours

Severity = Literal["info", "success", "warning", "error"]

# Okabe and Ito's hues, apart for colour-blind eyes.
_BLUE, _VERMILION, _ORANGE = Hue("#0072B2", "#56B4E9"), Hue("#D55E00", "#FF7A33"), Hue("#B87F00", "#E69F00")
_GREEN, _PINK, _SKY = Hue("#008F68", "#2BBF8F"), Hue("#C26597", "#CC79A7"), Hue("#2E8FC9", "#A6D8F5")
_GREY = Hue("#8A8F9C", "#8A8F9C")

QUANTITY_COLOURS: dict[str, Hue | None] = {
    "total": None,
    "total_beside_x": _GREY,
    **term_colours(),
    "logits_real": _PINK,
    "logits_fake": _VERMILION,
    "sigma_near_zero": _VERMILION,
    "sigma_between": _BLUE,
    "sigma_near_one": _GREY,
    "posterior_x": _BLUE,
    "posterior_t": _VERMILION,
}
"""None: the foreground of the theme."""

RUN_COLOURS = (_BLUE, _VERMILION, _GREEN, _ORANGE, _PINK, _SKY)
"""Of runs that are laid over each other, in the order in which they were chosen."""

SEVERITY_COLOURS: dict[Severity, Hue] = {"info": _BLUE, "success": _GREEN, "warning": _ORANGE, "error": _VERMILION}

LIGHT = {
    "window": "#F5F5F7",
    "base": "#FFFFFF",
    "alternate": "#F5F5F7",
    "button": "#FFFFFF",
    "hover": "#ECEDF1",
    "text": "#1D1E24",
    "muted": "#5C616E",
    "disabled": "#A3A7B1",
    "border": "#D3D6DD",
    "accent": "#4F46E5",
    "accent_hover": "#4338CA",
    "focus": "#4F46E5",
    "link": "#4F46E5",
    "tint": "#E2E2FA",
    "on_tint": "#3A30B5",
    "error": "#B3261E",
    "tooltip": "#FFFFFF",
}
DARK = {
    "window": "#1D1E22",
    "base": "#16171A",
    "alternate": "#1D1E22",
    "button": "#2A2C32",
    "hover": "#34363D",
    "text": "#E4E6EB",
    "muted": "#A2A8B4",
    "disabled": "#666B77",
    "border": "#3A3D45",
    "accent": "#5558E8",
    "accent_hover": "#4B4EDB",
    "focus": "#8B8EFF",
    "link": "#A5A8FF",
    "tint": "#2C2C57",
    "on_tint": "#C9CBFF",
    "error": "#FF8A7A",
    "tooltip": "#2A2C32",
}
ON_ACCENT = "#FFFFFF"
"""Text on the accent, in both themes."""
