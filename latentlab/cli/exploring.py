"""Commands that draw what the window draws, pixel by pixel the same."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import numpy as np
import typer

from latentlab.cli.terminal import RunFolder, app
from latentlab.errors import ConfigError, DataError, ExportError
from latentlab.explore.requests import (
    Amount,
    Analogy,
    Compare,
    Comparison,
    DrawnAnalogy,
    DrawnDirections,
    DrawnNeighbours,
    Encode,
    Encoded,
    Export,
    Failed,
    FindDirection,
    Interpolate,
    Lasso,
    Map,
    Marginals,
    Neighbours,
    PathKind,
    Projection,
    Reconstruct,
    Sample,
    Strength,
    StrengthCurve,
    Transformation,
    Traversal,
    Traverse,
    Vector,
    Walk,
    parse_places,
    parse_vector,
)
from latentlab.runs import Run

if TYPE_CHECKING:
    from latentlab.explore.renderer import Renderer


_Output = Annotated[
    Path,
    typer.Option(
        "-o", "--output", metavar="FILE", help="File to write: .png, or .gif for a loop over the columns.", show_default=False
    ),
]
_Checkpoint = Annotated[int | None, typer.Option(metavar="STEP", help="A checkpoint's step; by default the newest.")]
_Scale = Annotated[int | None, typer.Option(min=1, max=8, help="Enlarge each image by a whole factor.")]
_Labels = Annotated[bool, typer.Option("--labels/--no-labels", help="Draw row and column labels.")]
_Fit = Annotated[bool, typer.Option("--fit", help="Crop and scale image files to the model's size and colours.")]


@app.command()
def traverse(
    run_folder: RunFolder,
    output: _Output,
    image: Annotated[Path | None, typer.Option(help="Start from an image file.")] = None,
    index: Annotated[int | None, typer.Option(help="Start from a held-out image.")] = None,
    fit: _Fit = False,
    z: Annotated[str | None, typer.Option(metavar="0.5,-1,…", help="Start from this latent.")] = None,
    std: Annotated[str | None, typer.Option(metavar="0.1,…", help="With --z: the posterior's σ, for posterior units.")] = None,
    dims: Annotated[str | None, typer.Option(metavar="0,3,5", help="Rows; by default the active dimensions by KL.")] = None,
    plane: Annotated[
        bool, typer.Option("--plane", help="Move two dimensions at once: rows the first, columns the second.")
    ] = False,
    span: Annotated[float, typer.Option(help="Largest offset to either side, in units.")] = 3.0,
    steps: Annotated[int, typer.Option(help="Columns.")] = 9,
    units: Annotated[
        Literal["prior", "posterior", "aggregate"],
        typer.Option(help="What an offset counts: 1, the start image's posterior σ, or the aggregate posterior's."),
    ] = "prior",
    checkpoint: _Checkpoint = None,
    scale: _Scale = None,
    labels: _Labels = True,
) -> None:
    """Draw a latent traversal: one row a dimension, the start moved along it."""
    traversal = Traversal(_parse_dims(dims), span, steps, units, plane)
    renderer = _open(run_folder, checkpoint)
    latent, deviation, origin = _start(renderer, image, index, fit, z, std)
    _write(renderer, Export(Traverse(traversal, latent, deviation, origin), output, labels, scale))


@app.command()
def reconstruct(
    run_folder: RunFolder,
    output: _Output,
    images: Annotated[
        list[str] | None,
        typer.Argument(metavar="[IMAGE…]", help="Image files, or numbers of held-out images.", show_default=False),
    ] = None,
    count: Annotated[int, typer.Option(help="Without images: the first so many held-out ones.")] = 12,
    fit: _Fit = False,
    checkpoint: _Checkpoint = None,
    scale: _Scale = None,
    labels: _Labels = True,
) -> None:
    """Draw images over their reconstructions."""
    sources = tuple(_source(image, fit) for image in images or ())
    _write(_open(run_folder, checkpoint), Export(Reconstruct(count, sources), output, labels, scale))


@app.command()
def sample(
    run_folder: RunFolder,
    output: _Output,
    count: Annotated[int, typer.Option(help="How many.")] = 16,
    seed: Annotated[int, typer.Option(min=0, help="Of the draws; the same gives the same pictures.")] = 0,
    columns: Annotated[int, typer.Option(help="Pictures in a row.")] = 8,
    checkpoint: _Checkpoint = None,
    scale: _Scale = None,
) -> None:
    """Draw samples from the prior."""
    _write(_open(run_folder, checkpoint), Export(Sample(count, seed, columns), output, labels=False, scale=scale))


@app.command()
def interpolate(
    run_folder: RunFolder,
    a: Annotated[str, typer.Argument(metavar="A", help="Where to begin: an image file, or a held-out image's number.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Where to end, likewise.")],
    output: _Output,
    steps: Annotated[int, typer.Option(help="Pictures, both ends included.")] = 8,
    path: Annotated[
        str, typer.Option(metavar="lerp|slerp|lerp+slerp", help="Straight, along the great circle, or a row each.")
    ] = "lerp",
    seed: Annotated[
        int | None, typer.Option(min=0, help="Draw the ends from the posteriors; their means unless given.")
    ] = None,
    fit: _Fit = False,
    checkpoint: _Checkpoint = None,
    scale: _Scale = None,
    labels: _Labels = True,
) -> None:
    """Draw the way from one image to another through the latent space."""
    kinds = _path_kinds(path)
    request = Interpolate(_source(a, fit), _source(b, fit), steps, kinds, seed)
    _write(_open(run_folder, checkpoint), Export(request, output, labels, scale))


@app.command()
def consistency(
    run_folder: RunFolder,
    image: Annotated[str, typer.Argument(metavar="IMAGE", help="x: an image file, or a held-out image's number.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Draw x, t(x) and what becomes of them.")
    ] = None,
    rotate: Annotated[float, typer.Option(help="Degrees, counter-clockwise.")] = 0.0,
    translate: Annotated[str, typer.Option(metavar="DX,DY", help="Pixels to the right and downwards.")] = "0,0",
    scale: Annotated[float, typer.Option(help="Above 1 enlarges.")] = 1.0,
    shear: Annotated[float, typer.Option(help="Degrees; positive leans the top to the left.")] = 0.0,
    flip: Annotated[str, typer.Option(metavar="h|v|hv", help="Exchange left and right, top and bottom.")] = "",
    brightness: Annotated[float, typer.Option(help="Factor.")] = 1.0,
    contrast: Annotated[float, typer.Option(help="Factor.")] = 1.0,
    saturation: Annotated[float, typer.Option(help="Factor.")] = 1.0,
    hue: Annotated[float, typer.Option(help="Turns of the colour circle.")] = 0.0,
    noise: Annotated[float, typer.Option(help="Standard deviation, pixels in [0, 1].")] = 0.0,
    blur: Annotated[float, typer.Option(help="σ in pixels.")] = 0.0,
    erase: Annotated[float, typer.Option(help="Share of the area, about the centre.")] = 0.0,
    draw: Annotated[int | None, typer.Option(metavar="SEED", min=0, help="Draw t from the run's policy instead.")] = None,
    fit: _Fit = False,
    checkpoint: _Checkpoint = None,
    labels: _Labels = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Compare the posteriors of an image x and of its transformation t(x)."""
    asked = Transformation(
        rotate,
        _parse_shift(translate),
        scale,
        shear,
        *_parse_flip(flip),
        brightness,
        contrast,
        saturation,
        hue,
        noise,
        blur,
        erase,
    )
    request = Compare(_source(image, fit), asked, draw)
    renderer = _open(run_folder, checkpoint)
    result = renderer.render(request)
    if isinstance(result, Failed):
        raise DataError(result.message)
    assert isinstance(result, Comparison)
    if output is not None and isinstance(exported := renderer.render(Export(request, output, labels)), Failed):
        raise ExportError(exported.message)
    print(_comparison_json(result) if as_json else _comparison_text(result))


@app.command()
def strength(
    run_folder: RunFolder,
    image: Annotated[str, typer.Argument(metavar="IMAGE", help="x: an image file, or a held-out image's number.")],
    amount: Annotated[Amount, typer.Argument(help="The part of t that grows.")],
    low: Annotated[float, typer.Option("--from", help="Its first value, in the units of `latentlab consistency`.")],
    high: Annotated[float, typer.Option("--to", help="Its last value.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Draw t(x) and its reconstruction at each value.")
    ] = None,
    steps: Annotated[int, typer.Option(help="Values.")] = 13,
    images: Annotated[int, typer.Option(help="Held-out images for the mean and the standard deviation.")] = 64,
    rotate: Annotated[float, typer.Option(help="Degrees, counter-clockwise.")] = 0.0,
    translate: Annotated[str, typer.Option(metavar="DX,DY", help="Pixels to the right and downwards.")] = "0,0",
    scale: Annotated[float, typer.Option(help="Above 1 enlarges.")] = 1.0,
    shear: Annotated[float, typer.Option(help="Degrees; positive leans the top to the left.")] = 0.0,
    flip: Annotated[str, typer.Option(metavar="h|v|hv", help="Exchange left and right, top and bottom.")] = "",
    brightness: Annotated[float, typer.Option(help="Factor.")] = 1.0,
    contrast: Annotated[float, typer.Option(help="Factor.")] = 1.0,
    saturation: Annotated[float, typer.Option(help="Factor.")] = 1.0,
    hue: Annotated[float, typer.Option(help="Turns of the colour circle.")] = 0.0,
    noise: Annotated[float, typer.Option(help="Standard deviation, pixels in [0, 1].")] = 0.0,
    blur: Annotated[float, typer.Option(help="σ in pixels.")] = 0.0,
    erase: Annotated[float, typer.Option(help="Share of the area, about the centre.")] = 0.0,
    fit: _Fit = False,
    checkpoint: _Checkpoint = None,
    labels: _Labels = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Let one part of t grow, and measure how far the posterior follows."""
    asked = Transformation(
        rotate,
        _parse_shift(translate),
        scale,
        shear,
        *_parse_flip(flip),
        brightness,
        contrast,
        saturation,
        hue,
        noise,
        blur,
        erase,
    )
    request = Strength(_source(image, fit), amount, low, high, asked, steps, images)
    renderer = _open(run_folder, checkpoint)
    curve = renderer.render(request)
    if isinstance(curve, Failed):
        raise DataError(curve.message)
    assert isinstance(curve, StrengthCurve)
    if output is not None and isinstance(exported := renderer.render(Export(request, output, labels)), Failed):
        raise ExportError(exported.message)
    columns = {name: getattr(curve, name).tolist() for name in _CURVES}
    if as_json:
        print(json.dumps({"step": curve.step, "amount": amount, "images": curve.images, **columns}))
    else:
        print(f"{amount:>10}  {'KL':>9}  {'drift':>9}  {f'mean of {curve.images}: KL':>20}  {'± std':>9}")
        for value, kl, drift, mean, std in zip(*(columns[name] for name in _PRINTED), strict=True):
            print(f"{value:>10.3g}  {kl:>9.3f}  {drift:>9.3f}  {mean:>20.3f}  {std:>9.3f}")


_CURVES = ("values", "kl", "drift", "kl_mean", "kl_std", "drift_mean", "drift_std")
_PRINTED = ("values", "kl", "drift", "kl_mean", "kl_std")


_Images = Annotated[
    int | None, typer.Option(min=1, help="Look at the first so many held-out images; by default at as many as a map can hold.")
]
_Projection = Annotated[Projection, typer.Option(help="Two principal components of the means, or two latent dimensions.")]
_Dims = Annotated[str | None, typer.Option(metavar="0,1", help="The dimensions; by default by their KL.")]


@app.command("map")
def latent_map(
    run_folder: RunFolder,
    output: _Output,
    projection: _Projection = "pca",
    dims: _Dims = None,
    colour: Annotated[
        str, typer.Option(metavar="label|kl|error|ATTRIBUTE", help="What colours stand for; an attribute by its name.")
    ] = "label",
    images: _Images = None,
    holes: Annotated[
        bool, typer.Option("--holes", help="Shade where the prior has mass and the aggregate posterior next to none.")
    ] = False,
    checkpoint: _Checkpoint = None,
    labels: _Labels = True,
) -> None:
    """Draw the held-out images' posterior means as points of a plane."""
    request = Map(projection, _parse_dims(dims), colour, images, holes)
    _write(_open(run_folder, checkpoint), Export(request, output, labels, scale=1))


@app.command()
def direction(
    run_folder: RunFolder,
    label: Annotated[int | None, typer.Argument(help="The label that it leads to.", show_default=False)] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Draw a walk along it.")] = None,
    against: Annotated[int | None, typer.Option(help="The label it leads away from; by default all others.")] = None,
    attribute: Annotated[
        str | None, typer.Option(help="Instead of a label: to where it is present, or above its median where it is a number.")
    ] = None,
    away: Annotated[
        str | None, typer.Option(metavar="X,Y;…", help="Instead of a label, with --toward: a polygon on the map.")
    ] = None,
    toward: Annotated[str | None, typer.Option(metavar="X,Y;…", help="The polygon that it leads to.")] = None,
    projection: _Projection = "pca",
    dims: _Dims = None,
    images: _Images = None,
    z: Annotated[str | None, typer.Option(metavar="0.5,-1,…", help="Where the walk passes; by default 0.")] = None,
    span: Annotated[float, typer.Option(help="How far to either side, in standard deviations along it.")] = 3.0,
    steps: Annotated[int, typer.Option(help="Pictures.")] = 9,
    checkpoint: _Checkpoint = None,
    scale: _Scale = None,
    labels: _Labels = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Find the direction of the latent space in which images of one kind differ from others."""
    if (away is None) != (toward is None):
        raise ConfigError("give both --away and --toward, or neither.")
    lasso = None
    if away is not None and toward is not None:
        lasso = Lasso(parse_places(away), parse_places(toward), projection, _parse_dims(dims), images)
    renderer = _open(run_folder, checkpoint)
    request = FindDirection(label, against, _place(renderer, z), span, steps, attribute, lasso)
    found = renderer.render(request)
    if isinstance(found, Failed):
        raise DataError(found.message)
    assert isinstance(found, DrawnDirections)
    if output is not None and isinstance(exported := renderer.render(Export(request, output, labels, scale)), Failed):
        raise ExportError(exported.message)
    print(_directions_json(found) if as_json else _directions_text(found))


@app.command()
def walk(
    run_folder: RunFolder,
    output: _Output,
    through: Annotated[str, typer.Option(metavar="X,Y;…", help="The corners of the way, in the coordinates of the map.")],
    steps: Annotated[int, typer.Option(help="Pictures, equally far apart.")] = 24,
    projection: _Projection = "pca",
    dims: _Dims = None,
    z: Annotated[
        str | None, typer.Option(metavar="0.5,-1,…", help="With two dimensions: what the others are; by default 0.")
    ] = None,
    checkpoint: _Checkpoint = None,
    scale: _Scale = None,
    labels: _Labels = True,
) -> None:
    """Decode the places along a way over the map."""
    request = Walk(parse_places(through), steps, projection, _parse_dims(dims), None if z is None else parse_vector(z))
    _write(_open(run_folder, checkpoint), Export(request, output, labels, scale))


@app.command()
def marginals(
    run_folder: RunFolder,
    output: _Output,
    dims: Annotated[str | None, typer.Option(metavar="0,3,5", help="Which dimensions; by default by their KL.")] = None,
    first: Annotated[int, typer.Option(help="By KL: how many to pass over.")] = 0,
    count: Annotated[int, typer.Option(help="By KL: how many to draw.")] = 24,
    checkpoint: _Checkpoint = None,
) -> None:
    """Draw the aggregate posterior of each latent dimension against the prior."""
    request = Marginals(_parse_dims(dims), first, count)
    _write(_open(run_folder, checkpoint), Export(request, output, labels=True, scale=1))


def _directions_json(found: DrawnDirections) -> str:
    columns = zip(found.grid.row_labels, found.auc.tolist(), found.spread.tolist(), found.vectors.tolist(), strict=True)
    methods = [{"method": name, "auc": auc, "spread": spread, "vector": vector} for name, auc, spread, vector in columns]
    about = {"step": found.step, "groups": found.groups, "counts": found.counts, "also": dict(found.also)}
    return json.dumps({**about, "directions": methods})


def _directions_text(found: DrawnDirections) -> str:
    lines = [f"{name}: AUC {auc:.3f}" for name, auc in zip(found.grid.row_labels, found.auc.tolist(), strict=True)]
    away, toward = found.groups
    lines.append(f"{found.counts[0]:,} images of {toward} told from {found.counts[1]:,} of {away}")
    lines += [f"also changes {name}: correlation {correlation:+.2f}" for name, correlation in found.also]
    return "\n".join(lines)


@app.command()
def neighbours(
    run_folder: RunFolder,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Draw them, nearest first.")] = None,
    z: Annotated[str | None, typer.Option(metavar="0.5,-1,…", help="Of this latent; by default of 0.")] = None,
    index: Annotated[int | None, typer.Option(help="Of a held-out image's posterior mean.")] = None,
    image: Annotated[Path | None, typer.Option(help="Of an image file's posterior mean.")] = None,
    fit: _Fit = False,
    count: Annotated[int, typer.Option(help="How many.")] = 8,
    images: _Images = None,
    checkpoint: _Checkpoint = None,
    scale: _Scale = None,
    labels: _Labels = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Find the held-out images whose posterior means are nearest to a latent."""
    renderer = _open(run_folder, checkpoint)
    start, _, _ = _start(renderer, image, index, fit, z, None)
    request = Neighbours(start, count, images)
    found = renderer.render(request)
    if isinstance(found, Failed):
        raise DataError(found.message)
    assert isinstance(found, DrawnNeighbours)
    if output is not None and isinstance(exported := renderer.render(Export(request, output, labels, scale)), Failed):
        raise ExportError(exported.message)
    nearest = list(zip(found.indices.tolist(), found.distances.tolist(), strict=True))
    if as_json:
        pairs = [{"index": number, "distance": distance} for number, distance in nearest]
        print(json.dumps({"step": found.step, "neighbours": pairs}))
    else:
        print("\n".join(f"image {number}: distance {distance:.3f}" for number, distance in nearest))


@app.command()
def analogy(
    run_folder: RunFolder,
    a: Annotated[str, typer.Argument(metavar="A", help="An image file, or a held-out image's number.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Likewise.")],
    c: Annotated[str, typer.Argument(metavar="C", help="Likewise.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Draw all of them.")] = None,
    count: Annotated[int, typer.Option(help="Neighbours of the answer.")] = 4,
    images: _Images = None,
    fit: _Fit = False,
    checkpoint: _Checkpoint = None,
    scale: _Scale = None,
    labels: _Labels = True,
) -> None:
    """Decode z = a − b + c of three images, and find the held-out images nearest to it."""
    request = Analogy(_source(a, fit), _source(b, fit), _source(c, fit), count, images)
    renderer = _open(run_folder, checkpoint)
    found = renderer.render(request)
    if isinstance(found, Failed):
        raise DataError(found.message)
    assert isinstance(found, DrawnAnalogy)
    if output is not None and isinstance(exported := renderer.render(Export(request, output, labels, scale)), Failed):
        raise ExportError(exported.message)
    print(json.dumps({"step": found.step, "z": found.z.tolist(), "neighbours": found.indices.tolist()}))


def _place(renderer: "Renderer", z: str | None) -> Vector:
    return np.zeros(renderer.config.model.latent_dim, np.float32) if z is None else parse_vector(z)


def _comparison_json(comparison: Comparison) -> str:
    vectors = ("mean_x", "std_x", "mean_t", "std_t", "kl_per_dim")
    numbers = ("kl_forward", "kl_reverse", "jeffreys", "wasserstein2", "ratio", "nearest")
    return json.dumps(
        {
            "step": comparison.step,
            **{name: getattr(comparison, name) for name in numbers},
            **{name: getattr(comparison, name).tolist() for name in vectors},
        }
    )


def _comparison_text(comparison: Comparison) -> str:
    distance = "–" if comparison.wasserstein2 is None else f"{comparison.wasserstein2:.3f}"
    ratio = "–" if comparison.ratio is None else f"{comparison.ratio:.3f}"
    return (
        f"KL(q(z|t(x)) ‖ q(z|x)) {comparison.kl_forward:.3f} nats, reverse {comparison.kl_reverse:.3f}, "
        f"Jeffreys {comparison.jeffreys:.3f}; 2-Wasserstein {distance}; consistency ratio {ratio}; "
        f"x is {'' if comparison.nearest else 'not '}the nearest of the held-out images to t(x)"
    )


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


def _source(text: str, fit: bool) -> Encode:
    """A held-out image where it is a number, else a file."""
    return Encode(index=int(text)) if text.lstrip("-").isdigit() else Encode(path=Path(text), crop_and_scale=fit)


def _path_kinds(text: str) -> tuple[PathKind, ...]:
    known: dict[str, tuple[PathKind, ...]] = {"lerp": ("lerp",), "slerp": ("slerp",), "lerp+slerp": ("lerp", "slerp")}
    if text not in known:
        raise ConfigError(f"--path {text!r}: choose one of {', '.join(known)}.")
    return known[text]


def _open(run_folder: Path, checkpoint: int | None) -> "Renderer":
    from latentlab.explore.renderer import Renderer

    return Renderer.of_run(Run(run_folder), checkpoint)


def _start(
    renderer: "Renderer", image: Path | None, index: int | None, fit: bool, z: str | None, std: str | None
) -> tuple[Vector, Vector | None, str]:
    """z to start from, the posterior's σ where it is an image's, and what to call it."""
    if sum(choice is not None for choice in (image, index, z)) > 1:
        raise ConfigError("give one of --image, --index and --z, not several.")
    if z is not None:
        return parse_vector(z), parse_vector(std) if std is not None else None, "z as given"
    if image is None and index is None:
        return np.zeros(renderer.config.model.latent_dim, np.float32), None, "prior mean"
    start = renderer.render(Encode(index, image, crop_and_scale=fit))
    if isinstance(start, Failed):
        raise DataError(start.message)
    assert isinstance(start, Encoded)
    return start.mean, start.std, start.origin


def _write(renderer: "Renderer", request: Export) -> None:
    """Write a view, and print where it lies."""
    result = renderer.render(request)
    if isinstance(result, Failed):
        raise ExportError(result.message)
    print(request.path)


def _parse_dims(text: str | None) -> tuple[int, ...]:
    if text is None:
        return ()
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError:
        raise ConfigError(f"--dims {text!r}: write dimensions as whole numbers with commas, for example 0,3,5.") from None
