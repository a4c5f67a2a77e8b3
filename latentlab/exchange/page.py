"""A run as one web page that needs no network: its settings, curves, numbers and pictures, and its decoder with sliders."""

import base64
import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

import latentlab
from latentlab import metrics
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.config import flat_settings
from latentlab.errors import ExportError
from latentlab.exchange.exported import TARGETS, Decoder, Source
from latentlab.exchange.page_curves import Curve, curves_svg
from latentlab.files.output import check_output, write_output
from latentlab.resources import resource
from latentlab.runs import Evaluation, Run
from latentlab.runs.history import change_text

LARGEST_DECODER = 3 * 2**20
"""Bytes of ONNX: with the text around them, a page has at most 5 MB beside the runtime."""
_MOST_SLIDERS = 64
_DRAWN_DIMS, _VALUES = 10, 9
_SAMPLE_ROWS = 4
_REACH = 3.0
_RUNTIME = {"runtime": "ort.wasm.bundle.min.mjs.gz", "wasm": "ort-wasm-simd-threaded.wasm.gz"}


def publish(run: Run, out: str | Path, step: int | None = None) -> Path:
    """Write a run's page, in the place of an earlier file.

    Args:
        run: what it shows.
        out: the file.
        step: of the checkpoint, the newest whole one unless given.

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
    write_output(target, _page(source, decoder).encode())
    return target


def _page(source: Source, decoder: bytes) -> str:
    config = source.run.config
    script = resource("page", "page.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; script-src 'sha256-{digest}' blob: 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data:"
    )
    packed = {name: resource("page", "runtime", file).read_bytes() for name, file in _RUNTIME.items()} | {"decoder": decoder}
    about = json.dumps({"shape": source.run.image_shape, "dims": source.vae.latent_dim})
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
            _section("Pictures", _pictures(source)),
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


def _section(title: str, content: str) -> str:
    return f"<section><h2>{title}</h2>{content}</section>" if content else ""


def _table(rows: Iterable[Sequence[str]]) -> str:
    lines = (
        f"<tr><td>{escape(first)}</td><td class=number>{escape(number)}</td><td class=soft>{escape(note)}</td></tr>"
        for first, number, note in rows
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
    config = source.run.config
    objective = OBJECTIVES.of(config.objective)
    name, chosen = objective.title(config.objective)
    setting = f" ({', '.join(chosen)})" if chosen else ""
    by = f" ({objective.paper})" if objective.paper else ""
    shape = "×".join(map(str, source.run.image_shape))
    text = (
        f"A {name}{setting}{by} with D = {source.vae.latent_dim} latent dimensions was trained on images of shape {shape} for "
        f"{source.step:,} steps with a batch size of {config.train.batch_size} and a learning rate of "
        f"{config.train.learning_rate:g} (seed {config.seed}), using LatentLab {latentlab.__version__} and PyTorch "
        f"{source.provenance['torch']}. Minimised for each image, in nats:"
    )
    return f"<p>{escape(text)}</p><p><code>{escape(objective.formula(config.objective))}</code></p>"


def _curves(run: Run) -> str:
    curves: dict[str, list[tuple[int, float]]] = {}
    for report in run.reports():
        for name, value in report.values.items():
            curves.setdefault(name, []).append((report.step, value))
    losses: dict[str, Curve] = {name: curve for name, curve in curves.items() if name.startswith("loss/")}
    bounds: dict[str, Curve] = {name: curve for name, curve in curves.items() if name.endswith(metrics.ELBO)}
    plots = curves_svg(losses, "Loss, nats per image") + curves_svg(bounds, "ELBO, nats per image")
    return f"<div class=columns>{plots}</div>" if plots else ""


def _measured(run: Run) -> str:
    evaluation = Evaluation.read(run.path)
    if evaluation is None:
        return ""
    origin = evaluation.provenance
    said = f"Step {origin['checkpoint_step']:,}: {origin['images']}, seed {origin['seed']}."
    return f"<p class=soft>{escape(said)}</p>" + _table((row.title, row.number, row.note) for row in evaluation.rows())


def _pictures(source: Source) -> str:
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
        "<div class=columns>"
        + _figure(traversal, f"Traversals from −3 to 3, the others at 0; rows: {names}.")
        + _figure(samples, "Decoded draws from the prior.")
        + "</div>"
    )


def _figure(images: torch.Tensor, caption: str) -> str:
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
    changes = [change_text(segment.step, change) for segment in run.header.history for change in segment.changes]
    lines = [f"Begun {run.created}.", *changes]
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def _settings(source: Source) -> str:
    rows = [(name, _shown(value), "") for name, value in flat_settings(source.run.config).items()]
    origin = [(name, value, "") for name, value in source.provenance.items()]
    tables = {"All settings": _table(rows), "Provenance of the decoder": _table(origin)}
    return "".join(f"<details><summary>{title}</summary>{table}</details>" for title, table in tables.items())


def _shown(value: Any) -> str:
    """A value; of a folder or file its own name alone, as the rest says whose computer it was."""
    text = str(value)
    return Path(text).name if Path(text).is_absolute() or text.startswith("~") else text
