"""Draws the README's figure of standard beside proposed training, after "How to train your VAE" (figures 4 and 5).

    .venv/bin/python packaging/figures.py STANDARD_RUN PROPOSED_RUN [-o FILE]

For each run: the reconstructions of nine held-out images; the way from the first to the last of them; and the first, its
dimensions z₀ and z₁ each at −20σ, 0 and 20σ of its posterior.
"""

import argparse
from pathlib import Path

import numpy as np

from latentlab.explore.export import grid_png, write_picture
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.images import Encode, Encoded, Reconstruct
from latentlab.explore.requests.interpolation import Interpolate
from latentlab.explore.requests.traversal import Traversal, Traverse
from latentlab.explore.requests.values import ImageRef, PictureGrid, View
from latentlab.runs import Run

_COUNT = 9
_SPAN = 20.0


def rows_of(run: Run) -> dict[str, np.ndarray]:
    """What is shown of a run: name → uint8 (9, H, W, C)."""
    renderer = Renderer.of_run(run)
    start = renderer.render(Encode(ImageRef(index=0)))
    pairs = renderer.render(Reconstruct(_COUNT))
    way = renderer.render(Interpolate(ImageRef(index=0), ImageRef(index=_COUNT - 1), _COUNT))
    assert isinstance(start, Encoded)
    plane = Traversal((0, 1), _SPAN, 3, "posterior", plane=True)
    variants = renderer.render(Traverse(plane, start.mean, start.std, start.origin))
    assert isinstance(pairs, View)
    assert isinstance(way, View)
    assert isinstance(variants, View)
    return {
        "reconstructions": pairs.grid.images[1],
        "transition": way.grid.images[0],
        "variants": variants.grid.images.reshape(_COUNT, *variants.grid.images.shape[2:]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("standard", type=Path)
    parser.add_argument("proposed", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("resources/figures/how-to-train.png"))
    arguments = parser.parse_args()
    runs = {"standard": Run(arguments.standard), "proposed": Run(arguments.proposed)}
    drawn = {name: rows_of(run) for name, run in runs.items()}
    shown = [(f"{name}: {what}", drawn[name][what]) for what in drawn["standard"] for name in runs]
    grid = PictureGrid(np.stack([images for _, images in shown]), tuple(label for label, _ in shown), ("",) * _COUNT)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    write_picture(arguments.output, grid_png(grid, {name: run.path.name for name, run in runs.items()}))
    print(arguments.output)


if __name__ == "__main__":
    main()
