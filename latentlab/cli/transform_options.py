"""The options that say an explicit transformation t, the same for every command that takes one."""

from typing import Annotated

import typer

from latentlab.errors import ConfigError
from latentlab.explore.requests import Transformation

Rotate = Annotated[float, typer.Option(help="Degrees, counter-clockwise.")]
Translate = Annotated[str, typer.Option(metavar="DX,DY", help="Pixels to the right and downwards.")]
Scale = Annotated[float, typer.Option(help="Above 1 enlarges.")]
Shear = Annotated[float, typer.Option(help="Degrees; positive leans the top to the left.")]
Flip = Annotated[str, typer.Option(metavar="h|v|hv", help="Exchange left and right, top and bottom.")]
Brightness = Annotated[float, typer.Option(help="Factor.")]
Contrast = Annotated[float, typer.Option(help="Factor.")]
Saturation = Annotated[float, typer.Option(help="Factor.")]
Hue = Annotated[float, typer.Option(help="Turns of the colour circle.")]
Noise = Annotated[float, typer.Option(help="Standard deviation, pixels in [0, 1].")]
Blur = Annotated[float, typer.Option(help="σ in pixels.")]
Erase = Annotated[float, typer.Option(help="Share of the area, about the centre.")]

Policy = Annotated[
    str,
    typer.Option(
        metavar="NAME", help="With --draw: a policy's name, or ranges such as degrees=20,shift=0.1; by default the run's own."
    ),
]


def parsed(
    rotate: float,
    translate: str,
    scale: float,
    shear: float,
    flip: str,
    brightness: float,
    contrast: float,
    saturation: float,
    hue: float,
    noise: float,
    blur: float,
    erase: float,
) -> Transformation:
    """The transformation that the options say.

    Raises:
        ConfigError: if one is out of range or cannot be read.
    """
    shift, flips = _parse_shift(translate), _parse_flip(flip)
    return Transformation(rotate, shift, scale, shear, *flips, brightness, contrast, saturation, hue, noise, blur, erase)


def _parse_shift(text: str) -> tuple[float, float]:
    try:
        across, down = (float(part) for part in text.split(","))
    except ValueError:
        raise ConfigError(f"--translate {text!r}: write two numbers with a comma, for example 2,-1.") from None
    return across, down


def _parse_flip(text: str) -> tuple[bool, bool]:
    if text not in ("", "h", "v", "hv", "vh"):
        raise ConfigError(f"--flip {text!r}: choose h, v or hv.")
    return "h" in text, "v" in text
