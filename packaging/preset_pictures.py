"""Draws the pictures on the cards of presets, into resources/presets/.

    .venv/bin/python packaging/preset_pictures.py [PRESET…]        all presets unless some are named

Images that ship or are computed are shown as they are; under a consistency term each stands over a draw of t(x); a preset that
is about latent dimensions is trained for a while and traversed. Collections that may not be passed on are drawn by
hand: strokes for characters, ellipses for faces.
"""

import math
import random
import sys
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from latentlab.config import RunConfig, load_preset, override, parse_config, preset_names
from latentlab.data import load_dataset
from latentlab.data.laboratory import draw_transformed

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "presets"
COLUMNS, ROWS = 8, 2
CELL, GUTTER = 56, 2
DRAWN = 4
"""How many times larger what is drawn by hand is at first."""

Cells = list[Image.Image]


def main() -> None:
    for name in sys.argv[1:] or preset_names():
        path = FOLDER / f"{name}.png"
        picture = sheet(cells_of(load_preset(name), random.Random(name)))
        picture.save(path, optimize=True)
        print(path, path.stat().st_size)


def cells_of(config: RunConfig, chance: random.Random) -> Cells:
    """The cells of a preset's picture, row by row."""
    kind = config.data.name
    if kind == "digits" and (config.model.name == "ladder" or config.objective.beta > 1):
        return traversed(config)
    if kind in ("digits", "sprites"):
        images = some_images(config, chance)
    elif kind == "mnist":
        images = [inked(image) for image in some_images(parse_config({"data": {"resample": "bicubic", "size": CELL}}), chance)]
    elif kind == "omniglot":
        images = [character(chance) for _ in range(COLUMNS * ROWS)]
    else:
        images = [face(chance) for _ in range(COLUMNS * ROWS)]
    if config.consistency.trains_on_t:
        return over_draws(images[:COLUMNS], config)
    return images


def some_images(config: RunConfig, chance: random.Random) -> Cells:
    """Images of a collection that ships."""
    store = load_dataset(config.data).train
    chosen = chance.sample(range(len(store)), COLUMNS * ROWS)
    return [Image.fromarray(store.pixels[place, 0].numpy()) for place in chosen]


def inked(image: Image.Image) -> Image.Image:
    """A digit as MNIST has them: smaller, within a margin, almost black and white."""
    inner = CELL * 20 // 28
    sharp = image.resize((inner, inner), Image.Resampling.LANCZOS).point(lambda value: max(0, min(255, (value - 90) * 4)))
    framed = Image.new("L", (CELL, CELL), 0)
    framed.paste(sharp, ((CELL - inner) // 2, (CELL - inner) // 2))
    return framed


def over_draws(images: Cells, config: RunConfig) -> Cells:
    """A row of images over a row with t of each."""
    pixels = np.stack([np.asarray(image.resize((CELL, CELL), Image.Resampling.BICUBIC)) for image in images])[..., None]
    drawn_NKHWC = draw_transformed(pixels, config.transform, 1, seed=3)
    return [Image.fromarray(drawn_NKHWC[image, draw, :, :, 0]) for draw in range(ROWS) for image in range(COLUMNS)]


def traversed(config: RunConfig) -> Cells:
    """The dimensions that carry most, of a model that is trained for it."""
    from latentlab import train
    from latentlab.explore.renderer import Renderer
    from latentlab.explore.requests.images import Encode, Encoded
    from latentlab.explore.requests.traversal import DrawnTraversal, Traversal, Traverse
    from latentlab.explore.requests.values import ImageRef

    with tempfile.TemporaryDirectory() as folder:
        run = train(override(config, ["train.steps=400", "objective.kl_warmup=100", "model.width=16"]), out=folder)
        renderer = Renderer.of_run(run)
        start = renderer.render(Encode(ImageRef(index=5)))
        assert isinstance(start, Encoded)
        traversal = Traversal(steps=COLUMNS, span=2.0)
        drawn = renderer.render(Traverse(traversal=traversal, z=start.mean, posterior_std=start.std, origin=start.origin))
        assert isinstance(drawn, DrawnTraversal)
        rows: NDArray[np.uint8] = drawn.grid.images[:ROWS]
    return [Image.fromarray(rows[row, column, :, :, 0]) for row in range(ROWS) for column in range(COLUMNS)]


def character(chance: random.Random) -> Image.Image:
    """A few strokes of a pen."""
    size = CELL * DRAWN
    drawn = Image.new("L", (size, size), 0)
    pen = ImageDraw.Draw(drawn)
    for _ in range(chance.randint(2, 3)):
        ends = [(chance.uniform(0.18, 0.82) * size, chance.uniform(0.18, 0.82) * size) for _ in range(3)]
        for step in range(61):
            x, y = curve(ends, step / 60)
            pen.ellipse((x - 8, y - 8, x + 8, y + 8), fill=255)
    return drawn.resize((CELL, CELL), Image.Resampling.LANCZOS)


def curve(ends: list[tuple[float, float]], share: float) -> tuple[float, float]:
    """A place on a quadratic Bézier curve."""
    weights = ((1 - share) ** 2, 2 * share * (1 - share), share**2)
    x, y = (sum(weight * end[axis] for weight, end in zip(weights, ends, strict=True)) for axis in (0, 1))
    return x, y


def face(chance: random.Random) -> Image.Image:
    """A face of ellipses."""
    size = CELL * DRAWN
    ground = tuple(chance.randint(90, 210) for _ in range(3))
    skin = chance.choice([(236, 196, 170), (214, 164, 128), (172, 120, 86), (120, 80, 56), (244, 212, 190)])
    hair = chance.choice([(46, 34, 28), (96, 62, 36), (180, 140, 80), (28, 26, 30), (130, 130, 134)])
    shirt = tuple(chance.randint(40, 200) for _ in range(3))
    drawn = Image.new("RGB", (size, size), ground)
    pen = ImageDraw.Draw(drawn)

    def oval(x: float, y: float, wide: float, tall: float, fill: tuple[int, ...]) -> None:
        pen.ellipse(((x - wide) * size, (y - tall) * size, (x + wide) * size, (y + tall) * size), fill=fill)

    turn, wide = chance.uniform(-0.04, 0.04), chance.uniform(0.21, 0.26)
    dark = tuple(round(value * 0.55) for value in skin)
    oval(0.5, 1.12, 0.46, 0.34, shirt)
    oval(0.5, 0.42, wide + 0.07, chance.uniform(0.33, 0.42), hair)
    oval(0.5, 0.8, 0.11, 0.16, tuple(round(value * 0.85) for value in skin))
    oval(0.5 + turn / 2, 0.5, wide, 0.32, skin)
    oval(0.5, 0.2, wide * 0.95, 0.12, hair)
    for side in (-1, 1):
        oval(0.5 + turn + side * 0.1, 0.46, 0.035, 0.022, (250, 250, 250))
        oval(0.5 + turn + side * 0.1, 0.46, 0.018, 0.022, (40, 30, 26))
        oval(0.5 + turn + side * 0.1, 0.4, 0.05, 0.012, hair)
    oval(0.5 + turn * 1.4, 0.56, 0.022, 0.05, tuple(round(value * 0.9) for value in skin))
    oval(0.5 + turn, 0.67, chance.uniform(0.06, 0.1), chance.uniform(0.014, 0.032), (176, 84, 80))
    oval(0.5 + turn, 0.655, 0.07, 0.012, skin if chance.random() < 0.5 else dark)
    return drawn.filter(ImageFilter.GaussianBlur(DRAWN * 0.6)).resize((CELL, CELL), Image.Resampling.LANCZOS)


def sheet(cells: Cells) -> Image.Image:
    """Cells in a grid, on a ground that the corners between them let through."""
    step = CELL + GUTTER
    picture = Image.new("RGBA", (COLUMNS * step - GUTTER, math.ceil(len(cells) / COLUMNS) * step - GUTTER), (0, 0, 0, 0))
    for place, cell in enumerate(cells):
        scaled = cell.convert("RGBA").resize((CELL, CELL), Image.Resampling.BICUBIC)
        picture.paste(scaled, (place % COLUMNS * step, place // COLUMNS * step))
    return picture.quantize(96) if all(cell.mode == "RGB" for cell in cells) else picture.convert("LA")


if __name__ == "__main__":
    main()
