"""A run as one web page that needs no network: its settings, curves, numbers and pictures, and its decoder with sliders."""

import base64
import hashlib
import io
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

import latentlab
from latentlab import metrics
from latentlab.catalog.comparisons import COMPARISONS
from latentlab.catalog.entries import Entry
from latentlab.catalog.likelihoods import LIKELIHOODS
from latentlab.catalog.networks import NETWORKS
from latentlab.catalog.numbers import in_words, term_hue, term_label
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.catalog.optimizers import OPTIMIZERS
from latentlab.catalog.priors import PRIORS
from latentlab.catalog.references import references
from latentlab.config import RunConfig, flat_settings
from latentlab.data import shown_channels
from latentlab.errors import ConfigError, DataError, ExportError
from latentlab.evaluation.run_images import open_images
from latentlab.exchange.exported import TARGETS, Decoder, Source
from latentlab.exchange.page_curves import Curve, curves_svg
from latentlab.files.output import check_output, write_output
from latentlab.resources import resource
from latentlab.runs import Evaluation, Run, reports_from_root
from latentlab.runs.evaluation import NOTHING
from latentlab.runs.history import change_text

LARGEST_DECODER = 3 * 2**20
"""Bytes of ONNX: with the text around them, a page has at most 5 MB beside the runtime."""
_MOST_SLIDERS = 64
_DRAWN_DIMS, _VALUES = 10, 9
_SAMPLE_ROWS = 4
_REACH = 3.0
_LOSS = metrics.weighted("")
_RUNTIME = {"runtime": "ort.wasm.bundle.min.mjs.gz", "wasm": "ort-wasm-simd-threaded.wasm.gz"}


def publish(run: Run, out: str | Path, step: int | None = None, data_root: Path | None = None) -> Path:
    """Write a run's page, in the place of an earlier file.

    Args:
        run: what it shows.
        out: the file.
        step: of the checkpoint, the newest whole one unless given.
        data_root: where the run's images are now; without images the page shows no reconstructions.

    Raises:
        ExportError: if what ONNX needs is not installed, or the decoder is too large for a page.
        FileError: if the file cannot be written.
        RunError: if there is no checkpoint that can be used.
    """
    TARGETS["onnx"].load()
    from latentlab.exchange.exported_onnx import as_onnx

    target = check_output(out)
    source = Source.of(run, step)
    decoder = as_onnx(source, "decoder", source.halves["decoder"])
    if len(decoder) > LARGEST_DECODER:
        raise ExportError(
            f"{run.path.name}: its decoder has {len(decoder):,} bytes; a page holds {LARGEST_DECODER:,} at most. "
            "`latentlab export --to onnx` has no such limit."
        )
    write_output(target, _page(source, decoder, data_root).encode())
    return target


def _page(source: Source, decoder: bytes, data_root: Path | None) -> str:
    config = source.run.config
    script = resource("page", "page.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; script-src 'sha256-{digest}' blob: 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data:"
    )
    packed = {name: resource("page", "runtime", file).read_bytes() for name, file in _RUNTIME.items()} | {"decoder": decoder}
    about = json.dumps({"shape": source.run.image_shape, "shown": _channels(source), "dims": source.vae.latent_dim})
    texts = "".join(
        f'<script id="{name}" type="text/plain">{base64.b64encode(content).decode()}</script>'
        for name, content in packed.items()
    )
    said = f"step {source.step:,} · {source.run.path.name} · LatentLab {latentlab.__version__}"
    body = "".join(
        [
            f"<h1>{escape(config.name)}</h1><p class=soft>{escape(said)}</p>",
            _decoder(source),
            _section("Methods", _methods(source)),
            _section("Curves", _curves(source.run)),
            _section("Measured", _measured(source.run)),
            _section("Pictures", _pictures(source, data_root)),
            _section("History", _history(source.run)),
            _section("Settings", _settings(source)),
        ]
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(config.name)}</title>'
        f"<style>{resource('page', 'page.css').read_text(encoding='utf-8')}</style></head><body><main>{body}</main>"
        f'<script id="about" type="application/json">{about}</script>{texts}<script>{script}</script></body></html>\n'
    )


def _channels(source: Source) -> list[int]:
    """Of an image: the one that is grey, or those that are red, green and blue."""
    return list(shown_channels(source.run.image_shape[0], source.run.config.data.channels_shown))


def _section(title: str, content: str) -> str:
    return f"<section><h2>{title}</h2>{content}</section>" if content else ""


def _table(rows: Iterable[tuple[str, str, str, int]]) -> str:
    """Lines of a name, a value, a note, and how far the line is indented."""
    lines = (
        f"<tr class=depth{depth}><td>{escape(name)}</td><td class=number>{escape(value)}</td>"
        f"<td class=soft>{escape(note)}</td></tr>"
        for name, value, note, depth in rows
    )
    return f"<table>{''.join(lines)}</table>"


def _decoder(source: Source) -> str:
    _, height, width = source.run.image_shape
    order = _by_kl(source.run, source.vae.latent_dim)[:_MOST_SLIDERS]
    left_out = source.vae.latent_dim - len(order)
    note = "Dimensions with the largest KL first. Arrow keys move a slider." + (
        f" {left_out:,} more dimensions stay at 0." if left_out else ""
    )
    sliders = "".join(
        f'<label>z{dim}<input type="range" min="-4" max="4" step="0.05" value="0" data-dim="{dim}" disabled>'
        "<output>0.00</output></label>"
        for dim in order
    )
    return (
        f'<section><h2>Decoder</h2><div class=decoder><div class=picture><canvas id="picture" width="{width}" '
        f'height="{height}" role="img" aria-label="The decoded image"></canvas>'
        '<button id="reset" disabled>z = 0</button><button id="random" disabled>Random z</button>'
        '<p id="state" class=soft role="status">Loading the decoder…</p></div>'
        f"<div><div class=sliders>{sliders}</div><p class=soft>{note}</p></div></div></section>"
    )


def _by_kl(run: Run, dims: int) -> list[int]:
    last = run.reports().last
    values = last.values if last else {}
    return sorted(range(dims), key=lambda dim: -values.get(metrics.kl_dim(dim), 0.0))


def _methods(source: Source) -> str:
    run, config = source.run, source.run.config
    if run.header.source:
        told = "; ".join(f"{name}: {value}" for name, value in run.header.source.items() if not Path(value).is_absolute())
        text = "The model comes from another program, and how it was trained is not known here beyond this page."
        return f"<p>{escape(text)}</p><p class=soft>{escape(told)}</p>"
    shape = "×".join(map(str, run.image_shape))
    ours, torchs = (run.header.versions.get(name, "of unknown version") for name in ("latentlab", "torch"))
    text = (
        f"A {config.objective_title} with D = {source.vae.latent_dim} latent dimensions was trained on images of shape {shape} "
        f"for {source.step:,} steps with a batch size of {config.train.images_per_step} and a learning rate of "
        f"{config.train.learning_rate:g} (seed {config.seed}), using LatentLab {ours} and PyTorch {torchs}. "
        f"Minimised for each image, in nats:"
    )
    loss = " + ".join(config.loss_parts)
    formula = f"L(x) = {config.bound}" if loss == "L(x)" else f"{loss}, where L(x) = {config.bound}"
    cited = "".join(f"<li>{escape(reference)}</li>" for reference in _cited(config))
    changes = _changes(run)
    later = f"These are the last settings; {len(changes)} were changed on the way, see History." if changes else ""
    return (
        f"<p>{escape(text)}</p><p><code>{escape(formula)}</code></p>{f'<p>{escape(later)}</p>' if later else ''}"
        f"<h3>References</h3><ul>{cited}</ul>"
    )


def _cited(config: RunConfig) -> list[str]:
    """The papers of all that the run's method is made of, once each."""
    entries: list[Entry] = [OBJECTIVES.of(config.objective), PRIORS.of(config.prior), NETWORKS.of(config.model)]
    if config.consistency.trains_on_t:
        entries.append(COMPARISONS.of(config.consistency))
    if config.adversarial.weight > 0:
        entries.append(OBJECTIVES["aggregate"])  # whose paper has the discriminator
    entries += [LIKELIHOODS.of(config.likelihood), OPTIMIZERS[config.train.optimizer]]
    return list(dict.fromkeys(reference for entry in entries for reference in references(entry.paper)))


def _curves(run: Run) -> str:
    """From the root on, where the run is a branch."""
    points: dict[str, list[tuple[int, float]]] = {}
    for report in reports_from_root(run):
        for name, value in report.values.items():
            points.setdefault(name, []).append((report.step, value))
    terms = [(name, name.removeprefix(_LOSS)) for name in points if name.startswith(_LOSS) and name != metrics.TOTAL]
    losses = [Curve("total", points[metrics.TOTAL])] if metrics.TOTAL in points else []
    losses += [Curve(term_label(term), points[name], term_hue(term)) for name, term in terms]
    bounds = [
        Curve(in_words(name), curve, dashed=name.startswith("test/"))
        for name, curve in points.items()
        if name.endswith(metrics.ELBO)
    ]
    marks = sorted({segment.step for segment in run.header.history})
    plots = curves_svg(losses, "Loss and its terms, nats per image", marks) + curves_svg(bounds, "ELBO, nats per image", marks)
    note = "<p class=soft>Dotted: settings changed.</p>" if marks else ""
    return f"<div class=columns>{plots}</div>{note}" if plots else ""


def _measured(run: Run) -> str:
    evaluation = Evaluation.read(run.path)
    if evaluation is None:
        return ""
    origin = evaluation.provenance
    said = f"Step {origin['checkpoint_step']:,}: {origin['images']}, seed {origin['seed']}."
    rows = [(row.title, row.number, row.note, min(row.depth, 2)) for row in evaluation.rows() if row.number != NOTHING]
    return f"<p class=soft>{escape(said)}</p>{_table(rows)}"


def _pictures(source: Source, data_root: Path | None) -> str:
    decoder = Decoder(source.vae)
    dims = _by_kl(source.run, source.vae.latent_dim)[:_DRAWN_DIMS]
    moved = torch.zeros(len(dims), _VALUES, source.vae.latent_dim)
    for row, dim in enumerate(dims):
        moved[row, :, dim] = torch.linspace(-_REACH, _REACH, _VALUES)
    with torch.no_grad():
        drawn = source.vae.prior.sample(_SAMPLE_ROWS * _VALUES, torch.Generator().manual_seed(0))
        traversal, samples = decoder(moved.flatten(0, 1)), decoder(drawn)
    names = ", ".join(f"z{dim}" for dim in dims)
    return (
        "<div class=pictures>"
        + _reconstructions(source, data_root)
        + _figure(source, samples, "Decoded draws from the prior.")
        + _figure(source, traversal, f"Traversals from −3 to 3, the others at 0; rows: {names}.")
        + "</div>"
    )


def _reconstructions(source: Source, data_root: Path | None) -> str:
    """Held-out images over their reconstructions, twice; empty where the images are not there."""
    try:
        held_out = open_images(source.run, data_root).dataset.test
    except (ConfigError, DataError):
        return ""
    count = min(2, len(held_out) // _VALUES)
    if not count:
        return ""
    images = held_out.batch(slice(0, count * _VALUES))
    with torch.no_grad():
        decoded = Decoder(source.vae)(source.vae.encode(images).mode)
    pairs = torch.stack([images.unflatten(0, (count, _VALUES)), decoded.unflatten(0, (count, _VALUES))], 1)
    return _figure(source, pairs.flatten(0, 2), "Held-out images, and below each its reconstruction.")


def _figure(source: Source, images: torch.Tensor, caption: str) -> str:
    images = images[:, _channels(source)].clamp(0, 1)
    count, channels, height, width = images.shape
    tiles = images.reshape(count // _VALUES, _VALUES, channels, height, width).permute(0, 3, 1, 4, 2)
    pixels = (tiles.reshape(-1, _VALUES * width, channels) * 255).round().to(torch.uint8).numpy()
    file = io.BytesIO()
    Image.fromarray(np.squeeze(pixels, -1) if channels == 1 else pixels).save(file, "PNG", optimize=True)
    content = base64.b64encode(file.getvalue()).decode()
    return (
        f'<figure class=grid><img alt="{escape(caption)}" src="data:image/png;base64,{content}">'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )


def _history(run: Run) -> str:
    begun = datetime.fromisoformat(run.created).astimezone(UTC)
    parent = run.header.parent
    branched = [f"Branched at step {parent.step:,} off the run {parent.run}."] if parent else []
    lines = [f"Begun {begun.day} {begun:%B %Y, %H:%M} UTC.", *branched, *_changes(run)]
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def _changes(run: Run) -> list[str]:
    return [change_text(segment.step, change) for segment in run.header.history for change in segment.changes]


def _settings(source: Source) -> str:
    known = ("data.", "model.", "likelihood.") if source.run.header.source else ""
    settings = {name: value for name, value in flat_settings(source.run.config).items() if name.startswith(known)}
    rows = [(name, _shown(value), "", 0) for name, value in settings.items()]
    origin = [(name, value, "", 0) for name, value in source.provenance.items()]
    tables = {"All settings": _table(rows), "Provenance of the decoder": _table(origin)}
    return "".join(f"<details><summary>{title}</summary>{table}</details>" for title, table in tables.items())


def _shown(value: Any) -> str:
    """A value; of a folder or file its own name alone, as the rest says whose computer it was."""
    text = str(value)
    return Path(text).name if Path(text).is_absolute() or text.startswith("~") else text
