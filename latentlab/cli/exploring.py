"""Commands that draw what the window draws, pixel by pixel the same."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import numpy as np
import typer
from rich.table import Column, Table

from latentlab.cli import transform_options
from latentlab.cli.terminal import DataRoot, RunFolder, app, note_damage, print_table, tell, writable
from latentlab.errors import ConfigError, DataError, ExportError
from latentlab.explore.requests import (
    DEFAULT_FPS,
    LARGEST_FPS,
    LARGEST_SCALE,
    Amount,
    Analogy,
    Beside,
    Compare,
    Comparison,
    Corners,
    Deviate,
    Differ,
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
    Link,
    Linked,
    Map,
    Marginals,
    Neighbours,
    Pairs,
    PathKind,
    Projection,
    Rank,
    Ranking,
    Reconstruct,
    Sample,
    Strength,
    StrengthCurve,
    Traversal,
    Traverse,
    Units,
    Vector,
    View,
    ViewRequest,
    Walk,
    parse_places,
    parse_vector,
    vector_text,
)
from latentlab.runs import Run

if TYPE_CHECKING:
    from latentlab.explore.renderer import Renderer


_Output = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        callback=writable,
        metavar="FILE",
        help="File to write: .png, or .gif, .webp or .mp4 for a loop over the columns.",
        show_default=False,
    ),
]
_Checkpoint = Annotated[int | None, typer.Option(metavar="STEP", help="A checkpoint's step; by default the newest.")]
_Scale = Annotated[int | None, typer.Option(min=1, max=LARGEST_SCALE, help="Enlarge each image by a whole factor.")]
_Fps = Annotated[int, typer.Option(min=1, max=LARGEST_FPS, help="Frames of a loop per second.")]
_Labels = Annotated[bool, typer.Option("--labels/--no-labels", help="Draw row and column labels.")]
_BesideRun = Annotated[
    Path | None, typer.Option("--beside", metavar="RUN", help="Show what this run's model makes of the same images, too.")
]
_BesideCheckpoint = Annotated[
    int | None, typer.Option("--beside-checkpoint", metavar="STEP", help="Of that run; by default its newest.")
]
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
        Units,
        typer.Option(
            help="What an offset counts: 1, the start image's posterior σ, or the aggregate posterior's; or quantiles of the "
            "aggregate posterior, which have no span."
        ),
    ] = "prior",
    checkpoint: _Checkpoint = None,
    data_root: DataRoot = None,
    scale: _Scale = None,
    labels: _Labels = True,
    fps: _Fps = DEFAULT_FPS,
) -> None:
    """Draw a latent traversal: one row a dimension, the start moved along it."""
    traversal = Traversal(_parse_dims(dims), span, steps, units, plane)
    renderer = _open(run_folder, checkpoint, data_root)
    latent, deviation, origin = _start(renderer, image, index, fit, z, std)
    _write(renderer, Export(Traverse(traversal, latent, deviation, origin), output, labels, scale, fps))


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
    data_root: DataRoot = None,
    scale: _Scale = None,
    labels: _Labels = True,
) -> None:
    """Draw images over their reconstructions."""
    sources = tuple(_source(image, fit) for image in images or ())
    _write(_open(run_folder, checkpoint, data_root), Export(Reconstruct(count, sources), output, labels, scale))


@app.command()
def sample(
    run_folder: RunFolder,
    output: _Output,
    count: Annotated[int, typer.Option(help="How many.")] = 16,
    seed: Annotated[int, typer.Option(min=0, help="Of the draws; the same gives the same pictures.")] = 0,
    columns: Annotated[int, typer.Option(help="Pictures in a row.")] = 8,
    checkpoint: _Checkpoint = None,
    data_root: DataRoot = None,
    scale: _Scale = None,
) -> None:
    """Draw samples from the prior."""
    _write(_open(run_folder, checkpoint, data_root), Export(Sample(count, seed, columns), output, labels=False, scale=scale))


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
    data_root: DataRoot = None,
    scale: _Scale = None,
    labels: _Labels = True,
    fps: _Fps = DEFAULT_FPS,
) -> None:
    """Draw the way from one image to another through the latent space."""
    kinds = _path_kinds(path)
    request = Interpolate(_source(a, fit), _source(b, fit), steps, kinds, seed)
    _write(_open(run_folder, checkpoint, data_root), Export(request, output, labels, scale, fps))


@app.command()
def corners(
    run_folder: RunFolder,
    a: Annotated[str, typer.Argument(metavar="A", help="Top left: an image file, or a held-out image's number.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Top right, likewise.")],
    c: Annotated[str, typer.Argument(metavar="C", help="Bottom left, likewise.")],
    d: Annotated[str, typer.Argument(metavar="D", help="Bottom right, likewise.")],
    output: _Output,
    steps: Annotated[int, typer.Option(help="Pictures on a side, corners included.")] = 5,
    seed: Annotated[
        int | None, typer.Option(min=0, help="Draw the corners from the posteriors; their means unless given.")
    ] = None,
    fit: _Fit = False,
    checkpoint: _Checkpoint = None,
    data_root: DataRoot = None,
    scale: _Scale = None,
    labels: _Labels = True,
    fps: _Fps = DEFAULT_FPS,
) -> None:
    """Draw the plane between four images in the latent space."""
    request = Corners(_source(a, fit), _source(b, fit), _source(c, fit), _source(d, fit), steps, seed)
    _write(_open(run_folder, checkpoint, data_root), Export(request, output, labels, scale, fps))


@app.command()
def consistency(
    run_folder: RunFolder,
    image: Annotated[str, typer.Argument(metavar="IMAGE", help="x: an image file, or a held-out image's number.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", callback=writable, metavar="FILE", help="Draw x, t(x) and what becomes of them."),
    ] = None,
    rotate: transform_options.Rotate = 0.0,
    translate: transform_options.Translate = "0,0",
    scale: transform_options.Scale = 1.0,
    shear: transform_options.Shear = 0.0,
    flip: transform_options.Flip = "",
    brightness: transform_options.Brightness = 1.0,
    contrast: transform_options.Contrast = 1.0,
    saturation: transform_options.Saturation = 1.0,
    hue: transform_options.Hue = 0.0,
    noise: transform_options.Noise = 0.0,
    blur: transform_options.Blur = 0.0,
    erase: transform_options.Erase = 0.0,
    draw: Annotated[int | None, typer.Option(metavar="SEED", min=0, help="Draw t from a policy instead.")] = None,
    policy: transform_options.Policy = "",
    fit: _Fit = False,
    beside: _BesideRun = None,
    beside_checkpoint: _BesideCheckpoint = None,
    checkpoint: _Checkpoint = None,
    data_root: DataRoot = None,
    labels: _Labels = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Compare the posteriors of an image x and of its transformation t(x)."""
    asked = transform_options.parsed(
        rotate, translate, scale, shear, flip, brightness, contrast, saturation, hue, noise, blur, erase
    )
    request = Compare(_source(image, fit), asked, draw, _beside(beside, beside_checkpoint), policy)
    result = _drawn(_open(run_folder, checkpoint, data_root), request, output, labels)
    assert isinstance(result, Comparison)
    if as_json:
        print(json.dumps(_comparison_values(result)))
    elif result.beside is None:
        print(_comparison_text(result))
    else:
        for name, shown in zip(result.names, (result, result.beside), strict=True):
            print(f"{name}: {_comparison_text(shown)}")


@app.command()
def strength(
    run_folder: RunFolder,
    image: Annotated[str, typer.Argument(metavar="IMAGE", help="x: an image file, or a held-out image's number.")],
    amount: Annotated[Amount, typer.Argument(help="The part of t that grows.")],
    low: Annotated[float, typer.Option("--from", help="Its first value, in the units of `latentlab consistency`.")],
    high: Annotated[float, typer.Option("--to", help="Its last value.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", callback=writable, metavar="FILE", help="Draw t(x) and its reconstruction at each value."
        ),
    ] = None,
    steps: Annotated[int, typer.Option(help="Values.")] = 13,
    images: Annotated[int, typer.Option(help="Held-out images for the mean and the standard deviation.")] = 64,
    rotate: transform_options.Rotate = 0.0,
    translate: transform_options.Translate = "0,0",
    scale: transform_options.Scale = 1.0,
    shear: transform_options.Shear = 0.0,
    flip: transform_options.Flip = "",
    brightness: transform_options.Brightness = 1.0,
    contrast: transform_options.Contrast = 1.0,
    saturation: transform_options.Saturation = 1.0,
    hue: transform_options.Hue = 0.0,
    noise: transform_options.Noise = 0.0,
    blur: transform_options.Blur = 0.0,
    erase: transform_options.Erase = 0.0,
    fit: _Fit = False,
    beside: _BesideRun = None,
    beside_checkpoint: _BesideCheckpoint = None,
    checkpoint: _Checkpoint = None,
    data_root: DataRoot = None,
    labels: _Labels = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Let one part of t grow, and measure how far the posterior follows."""
    asked = transform_options.parsed(
        rotate, translate, scale, shear, flip, brightness, contrast, saturation, hue, noise, blur, erase
    )
    request = Strength(_source(image, fit), amount, low, high, asked, steps, images, _beside(beside, beside_checkpoint))
    curve = _drawn(_open(run_folder, checkpoint, data_root), request, output, labels)
    assert isinstance(curve, StrengthCurve)
    if as_json:
        print(json.dumps({"amount": amount, **_curve_values(curve)}))
        return
    for name, shown in zip(curve.names or ("",), (curve, curve.beside) if curve.beside else (curve,), strict=True):
        if name:
            print(f"{name}, step {shown.step:,}")
        _print_curve(amount, shown)


def _curve_values(curve: StrengthCurve) -> dict[str, object]:
    columns = {name: getattr(curve, name).tolist() for name in _CURVES}
    beside = {"beside": _curve_values(curve.beside)} if curve.beside else {}
    return {"step": curve.step, "images": curve.images, **columns, **beside}


def _print_curve(amount: str, curve: StrengthCurve) -> None:
    columns = {name: getattr(curve, name).tolist() for name in _CURVES}
    print(f"{amount:>10}  {'KL':>9}  {'drift':>9}  {f'mean of {curve.images}: KL':>20}  {'± std':>9}")
    for value, kl, drift, mean, std in zip(*(columns[name] for name in _PRINTED), strict=True):
        print(f"{value:>10.3g}  {kl:>9.3f}  {drift:>9.3f}  {mean:>20.3f}  {std:>9.3f}")


_CURVES = ("values", "kl", "drift", "kl_mean", "kl_std", "drift_mean", "drift_std")
_PRINTED = ("values", "kl", "drift", "kl_mean", "kl_std")


@app.command()
def difference(
    run_folder: RunFolder,
    image: Annotated[str, typer.Argument(metavar="IMAGE", help="The start: an image file, or a held-out image's number.")],
    output: _Output,
    z: Annotated[
        str | None, typer.Option(metavar="0.5,-1,…", help="The latent; by default the image's posterior mean.")
    ] = None,
    fit: _Fit = False,
    checkpoint: _Checkpoint = None,
    data_root: DataRoot = None,
    scale: _Scale = None,
    labels: _Labels = True,
) -> None:
    """Draw an image, a decoded latent, and the difference: red where the decoded one is brighter, blue where it is darker."""
    renderer, source = _open(run_folder, checkpoint, data_root), _source(image, fit)
    if z is not None:
        latent = parse_vector(z)
    elif isinstance(encoded := renderer.render(source), Failed):
        raise DataError(encoded.message)
    else:
        assert isinstance(encoded, Encoded)
        latent = encoded.mean
    _write(renderer, Export(Differ(source, latent), output, labels, scale))


@app.command()
def deviation(
    run_folder: RunFolder,
    image: Annotated[str, typer.Argument(metavar="IMAGE", help="An image file, or a held-out image's number.")],
    output: _Output,
    samples: Annotated[int, typer.Option(help="Draws from the image's posterior.")] = 64,
    seed: Annotated[int, typer.Option(min=0, help="Of the draws; the same gives the same picture.")] = 0,
    fit: _Fit = False,
    checkpoint: _Checkpoint = None,
    data_root: DataRoot = None,
    scale: _Scale = None,
    labels: _Labels = True,
) -> None:
    """Draw an image, and the mean and the standard deviation of what draws from its posterior decode to."""
    request = Deviate(_source(image, fit), samples, seed)
    _write(_open(run_folder, checkpoint, data_root), Export(request, output, labels, scale))


_Images = Annotated[
    int | None, typer.Option(min=1, help="Look at the first so many held-out images; by default at as many as a map can hold.")
]
_Projection = Annotated[
    Projection,
    typer.Option(help="Two principal components of the means, two latent dimensions, or UMAP of the first 1,024 means."),
]
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
    data_root: DataRoot = None,
    labels: _Labels = True,
) -> None:
    """Draw the held-out images' posterior means as points of a plane."""
    request = Map(projection, _parse_dims(dims), colour, images, holes)
    _write(_open(run_folder, checkpoint, data_root), Export(request, output, labels, scale=1))


@app.command()
def direction(
    run_folder: RunFolder,
    label: Annotated[int | None, typer.Argument(help="The label that it leads to.", show_default=False)] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", callback=writable, metavar="FILE", help="Draw a walk along it.")
    ] = None,
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
    data_root: DataRoot = None,
    scale: _Scale = None,
    labels: _Labels = True,
    fps: _Fps = DEFAULT_FPS,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Find the direction of the latent space in which images of one kind differ from others."""
    if (away is None) != (toward is None):
        raise ConfigError("give both --away and --toward, or neither.")
    lasso = None
    if away is not None and toward is not None:
        lasso = Lasso(parse_places(away), parse_places(toward), projection, _parse_dims(dims), images)
    renderer = _open(run_folder, checkpoint, data_root)
    request = FindDirection(label, against, _place(renderer, z), span, steps, attribute, lasso)
    found = _drawn(renderer, request, output, labels, scale, fps)
    assert isinstance(found, DrawnDirections)
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
    data_root: DataRoot = None,
    scale: _Scale = None,
    labels: _Labels = True,
    fps: _Fps = DEFAULT_FPS,
) -> None:
    """Decode the places along a way over the map."""
    request = Walk(parse_places(through), steps, projection, _parse_dims(dims), None if z is None else parse_vector(z))
    _write(_open(run_folder, checkpoint, data_root), Export(request, output, labels, scale, fps))


@app.command()
def marginals(
    run_folder: RunFolder,
    output: _Output,
    dims: Annotated[str | None, typer.Option(metavar="0,3,5", help="Which dimensions; by default by their KL.")] = None,
    first: Annotated[int, typer.Option(help="By KL: how many to pass over.")] = 0,
    count: Annotated[int, typer.Option(help="By KL: how many to draw.")] = 24,
    checkpoint: _Checkpoint = None,
    data_root: DataRoot = None,
) -> None:
    """Draw the aggregate posterior of each latent dimension against the prior."""
    request = Marginals(_parse_dims(dims), first, count)
    _write(_open(run_folder, checkpoint, data_root), Export(request, output, labels=True, scale=1))


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
    output: Annotated[
        Path | None, typer.Option("-o", "--output", callback=writable, metavar="FILE", help="Draw them, nearest first.")
    ] = None,
    z: Annotated[str | None, typer.Option(metavar="0.5,-1,…", help="Of this latent; by default of 0.")] = None,
    index: Annotated[int | None, typer.Option(help="Of a held-out image's posterior mean.")] = None,
    image: Annotated[Path | None, typer.Option(help="Of an image file's posterior mean.")] = None,
    fit: _Fit = False,
    count: Annotated[int, typer.Option(help="How many.")] = 8,
    images: _Images = None,
    checkpoint: _Checkpoint = None,
    data_root: DataRoot = None,
    scale: _Scale = None,
    labels: _Labels = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Find the held-out images whose posterior means are nearest to a latent."""
    renderer = _open(run_folder, checkpoint, data_root)
    start, _, _ = _start(renderer, image, index, fit, z, None)
    request = Neighbours(start, count, images)
    found = _drawn(renderer, request, output, labels, scale)
    assert isinstance(found, DrawnNeighbours)
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
    output: Annotated[
        Path | None, typer.Option("-o", "--output", callback=writable, metavar="FILE", help="Draw all of them.")
    ] = None,
    count: Annotated[int, typer.Option(help="Neighbours of the answer.")] = 4,
    images: _Images = None,
    fit: _Fit = False,
    checkpoint: _Checkpoint = None,
    data_root: DataRoot = None,
    scale: _Scale = None,
    labels: _Labels = True,
) -> None:
    """Decode z = a − b + c of three images, and find the held-out images nearest to it."""
    request = Analogy(_source(a, fit), _source(b, fit), _source(c, fit), count, images)
    renderer = _open(run_folder, checkpoint, data_root)
    found = _drawn(renderer, request, output, labels, scale)
    assert isinstance(found, DrawnAnalogy)
    print(json.dumps({"step": found.step, "z": found.z.tolist(), "neighbours": found.indices.tolist()}))


def _place(renderer: "Renderer", z: str | None) -> Vector:
    return np.zeros(renderer.config.model.latent_dim, np.float32) if z is None else parse_vector(z)


@app.command("rank")
def rank_dimensions(
    run_folder: RunFolder,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", callback=writable, metavar="FILE", help="Draw the first images and their t(x)."),
    ] = None,
    images: Annotated[int, typer.Option(help="Held-out images.")] = 256,
    rotate: transform_options.Rotate = 0.0,
    translate: transform_options.Translate = "0,0",
    scale: transform_options.Scale = 1.0,
    shear: transform_options.Shear = 0.0,
    flip: transform_options.Flip = "",
    brightness: transform_options.Brightness = 1.0,
    contrast: transform_options.Contrast = 1.0,
    saturation: transform_options.Saturation = 1.0,
    hue: transform_options.Hue = 0.0,
    noise: transform_options.Noise = 0.0,
    blur: transform_options.Blur = 0.0,
    erase: transform_options.Erase = 0.0,
    draw: Annotated[
        int | None, typer.Option(metavar="SEED", min=0, help="Draw a t for each image from a policy instead.")
    ] = None,
    policy: transform_options.Policy = "",
    checkpoint: _Checkpoint = None,
    data_root: DataRoot = None,
    labels: _Labels = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Rank the latent dimensions from those that t leaves alone to those that follow it."""
    asked = transform_options.parsed(
        rotate, translate, scale, shear, flip, brightness, contrast, saturation, hue, noise, blur, erase
    )
    ranking = _drawn(_open(run_folder, checkpoint, data_root), Rank(asked, draw, images, policy), output, labels)
    assert isinstance(ranking, Ranking)
    order = [*ranking.order.tolist(), *np.flatnonzero(~ranking.active).tolist()]
    lines = [
        {
            "dimension": dimension,
            "drift": None if np.isnan(ranking.drift[dimension]) else float(ranking.drift[dimension]),
            "kl": float(ranking.kl_per_dim[dimension]),
            "active": bool(ranking.active[dimension]),
        }
        for dimension in order
    ]
    if as_json:
        print(json.dumps({"step": ranking.step, "images": ranking.images, "ranking": lines}))
        return
    print(f"{'':>4}  {'drift':>7}  {'KL, nats':>8}   over {ranking.images:,} images; 0 is invariant, 1 as far as strangers")
    for line in lines:
        drift = "–" if line["drift"] is None else f"{line['drift']:.3f}"
        print(f"z{line['dimension']:02d}  {drift:>7}  {line['kl']:>8.3f}{'' if line['active'] else '   inactive'}")


@app.command("compare")
def compare_runs_side_by_side(
    run_folder: RunFolder,
    others: Annotated[list[Path], typer.Argument(metavar="OTHER…", help="Folders of other runs.", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            callback=writable,
            metavar="FILE",
            help="Draw the same images through the two models, and samples.",
        ),
    ] = None,
    count: Annotated[int, typer.Option(help="In the picture: the first so many held-out images.")] = 8,
    images: Annotated[
        list[str] | None, typer.Option("--image", metavar="IMAGE", help="An image's file or number instead; repeatable.")
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Of the samples, the same z for both models.")] = 0,
    fit: _Fit = False,
    checkpoint: _Checkpoint = None,
    data_root: DataRoot = None,
    beside_checkpoint: Annotated[
        int | None, typer.Option(metavar="STEP", help="Of the other run in the picture; by default its newest.")
    ] = None,
    scale: _Scale = None,
    labels: _Labels = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Compare runs: the settings in which they differ and what they came to; with -o, their pictures."""
    from latentlab.sweeps import compare_runs, read_facts

    if output is not None and len(others) > 1:
        raise ConfigError(f"-o draws two runs side by side; {len(others) + 1} were given.")
    table = compare_runs([read_facts(Run(path)) for path in (run_folder, *others)])
    if output is not None:
        sources = tuple(_source(image, fit) for image in images or ())
        request = Pairs(Beside(others[0], beside_checkpoint), count, sources, seed)
        _export(_open(run_folder, checkpoint, data_root), Export(request, output, labels, scale))
    if as_json:
        print(table.to_json())
        return
    shown = Table(
        Column(""), *(Column(name, justify="right", overflow="fold") for name in table.runs), box=None, pad_edge=False
    )
    for row in table.rows():
        shown.add_row(*row)
    print_table(shown)


@app.command("link")
def link_runs(
    run_folder: RunFolder,
    other: Annotated[Path, typer.Argument(metavar="OTHER", help="The other run's folder.", show_default=False)],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", callback=writable, metavar="FILE", help="Draw z and what it is mapped to.")
    ] = None,
    z: Annotated[str | None, typer.Option(metavar="0.5,-1,…", help="What is mapped; by default 0.")] = None,
    checkpoint: _Checkpoint = None,
    data_root: DataRoot = None,
    beside_checkpoint: Annotated[
        int | None, typer.Option(metavar="STEP", help="Of the other run; by default its newest.")
    ] = None,
    scale: _Scale = None,
    labels: _Labels = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Map a run's latent space to another's by least squares between the posterior means of the same images."""
    start = np.zeros(Run(run_folder).config.model.latent_dim, np.float32) if z is None else parse_vector(z)
    linked = _drawn(
        _open(run_folder, checkpoint, data_root), Link(Beside(other, beside_checkpoint), start), output, labels, scale
    )
    assert isinstance(linked, Linked)
    if as_json:
        values = {name: getattr(linked, name) for name in ("step", "beside_step", "r2", "fitted", "measured")}
        print(json.dumps({**values, "z": linked.z.tolist()}))
        return
    r2 = "–" if linked.r2 is None else f"{linked.r2:.3f}"
    print(f"R² {r2} on {linked.measured:,} held-out images, fitted to {linked.fitted:,} others")
    print(f"z = {vector_text(linked.z)}")


def _comparison_values(comparison: Comparison) -> dict[str, object]:
    vectors = ("mean_x", "std_x", "mean_t", "std_t", "kl_per_dim")
    numbers = ("kl_forward", "kl_reverse", "jeffreys", "wasserstein2", "ratio", "nearest")
    return {
        "step": comparison.step,
        **{name: getattr(comparison, name) for name in numbers},
        **{name: getattr(comparison, name).tolist() for name in vectors},
        **({"beside": _comparison_values(comparison.beside)} if comparison.beside else {}),
    }


def _comparison_text(comparison: Comparison) -> str:
    distance = "–" if comparison.wasserstein2 is None else f"{comparison.wasserstein2:.3f}"
    ratio = "–" if comparison.ratio is None else f"{comparison.ratio:.3f}"
    return (
        f"KL(q(z|t(x)) ‖ q(z|x)) {comparison.kl_forward:.3f} nats, reverse {comparison.kl_reverse:.3f}, "
        f"Jeffreys {comparison.jeffreys:.3f}; 2-Wasserstein {distance}; consistency ratio {ratio}; "
        f"x is {'' if comparison.nearest else 'not '}the nearest of the held-out images to t(x)"
    )


def _source(text: str, fit: bool) -> Encode:
    """A held-out image where it is a number, else a file."""
    return Encode(index=int(text)) if text.lstrip("-").isdigit() else Encode(path=Path(text), crop_and_scale=fit)


def _beside(run_folder: Path | None, checkpoint: int | None) -> Beside | None:
    if run_folder is None and checkpoint is not None:
        raise ConfigError("--beside-checkpoint says which checkpoint of --beside; give both.")
    return None if run_folder is None else Beside(run_folder, checkpoint)


def _path_kinds(text: str) -> tuple[PathKind, ...]:
    known: dict[str, tuple[PathKind, ...]] = {"lerp": ("lerp",), "slerp": ("slerp",), "lerp+slerp": ("lerp", "slerp")}
    if text not in known:
        raise ConfigError(f"--path {text!r}: choose one of {', '.join(known)}.")
    return known[text]


def _open(run_folder: Path, checkpoint: int | None, data_root: Path | None) -> "Renderer":
    from latentlab.explore.renderer import Renderer

    run = Run(run_folder)
    note_damage(run, checkpoint)
    renderer = Renderer.of_run(run, checkpoint, data_root)
    tell(renderer.images_note)
    return renderer


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


def _drawn(
    renderer: "Renderer",
    request: ViewRequest,
    output: Path | None,
    labels: bool,
    scale: int | None = None,
    fps: int = DEFAULT_FPS,
) -> View:
    """What a request comes to, and its picture where it is to be written."""
    drawn = renderer.render(request)
    if isinstance(drawn, Failed):
        raise DataError(drawn.message)
    assert isinstance(drawn, View)
    if output is not None:
        _export(renderer, Export(request, output, labels, scale, fps))
    return drawn


def _write(renderer: "Renderer", request: Export) -> None:
    """Write a view, and print where it lies."""
    _export(renderer, request)
    print(request.path)


def _export(renderer: "Renderer", request: Export) -> None:
    if isinstance(result := renderer.render(request), Failed):
        raise ExportError(result.message)


def _parse_dims(text: str | None) -> tuple[int, ...]:
    if text is None:
        return ()
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError:
        raise ConfigError(f"--dims {text!r}: write dimensions as whole numbers with commas, for example 0,3,5.") from None
