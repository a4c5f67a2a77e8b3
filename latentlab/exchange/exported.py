"""A run's model as other programs load it: one file of this package for each kind of them, chosen and checked here.

Shapes: B images or latents, C channels, H by W pixels, D latent dimensions.
"""

import importlib.util
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

import latentlab
from latentlab.catalog.networks import NETWORKS, GraphConfig, knows_sigma
from latentlab.config import RunConfig
from latentlab.errors import ConfigError, ExportError, FileError, first_line, shown
from latentlab.extras import requirement
from latentlab.files.atomic import folder_atomically
from latentlab.files.text import read_json
from latentlab.models import VAE
from latentlab.models.families import family_of
from latentlab.runs import Run
from latentlab.runs.manifest import read_manifest

PROVENANCE_FILE = "latentlab.json"
TOLERANCE = 1e-5
"""Largest difference to PyTorch: absolute up to 1, relative above."""
BATCH = "batch"
INPUTS = {"encoder": "image", "decoder": "z"}
_SAMPLES = 3
_LARGEST_PROVENANCE = 2**20


class Encoder(nn.Module):
    """Images in [0, 1], (B, C, H, W) → mean and logvar of q(z|x), (B, D) each; the mean alone where the model gives no more."""

    def __init__(self, vae: VAE) -> None:
        super().__init__()
        self.vae = vae

    def forward(self, image: Tensor) -> tuple[Tensor, ...]:
        posterior = self.vae.encode(image)
        return (posterior.mean, posterior.logvar) if posterior.knows_sigma else (posterior.mean,)


class Decoder(nn.Module):
    """Latents (B, D) → expected images in [0, 1], (B, C, H, W), which no spread of the likelihood changes."""

    def __init__(self, vae: VAE) -> None:
        super().__init__()
        self.decoder = vae.decoder
        self.channels = vae.image_shape[0]
        self._family = family_of(vae.likelihood)

    def forward(self, z: Tensor) -> Tensor:
        return self._family.read(self.decoder(z), self.channels, None).mean


@dataclass(frozen=True)
class Source:
    """What is exported.

    Attributes:
        run: whose model it is.
        step: of its checkpoint.
        vae: the model, on the CPU, in evaluation mode.
        provenance: name → text, as it is written into what is exported.
    """

    run: Run
    step: int
    vae: VAE
    provenance: dict[str, str]

    @classmethod
    def of(cls, run: Run, step: int | None) -> "Source":
        """Of a run's checkpoint, the newest whole one unless a step is given.

        Raises:
            RunError: if there is none that can be used.
        """
        checkpoint = run.checkpoint(step)
        vae = run.model(checkpoint.step)
        files = read_manifest(checkpoint.path).files
        weights = next((name for name in ("ema.safetensors", "model.safetensors") if name in files), "")
        config = run.config
        network = NETWORKS.of(config.model)
        provenance = {
            "run": run.path.name,
            "run_created": run.created,
            "step": str(checkpoint.step),
            "checkpoint_file": weights,
            "checkpoint_sha256": files[weights][1] if weights else "",
            "latentlab": latentlab.__version__,
            "torch": torch.__version__,
            "image_shape": json.dumps(list(run.image_shape)),
            "latent_dim": str(config.model.latent_dim),
            "network": network.name,
            "likelihood": config.likelihood.name,
            "prior": config.prior.name,
            "z": network.z,
        }
        return cls(run, checkpoint.step, vae, provenance)

    @property
    def halves(self) -> dict[str, nn.Module]:
        """The encoder and the decoder by name."""
        return {"encoder": Encoder(self.vae), "decoder": Decoder(self.vae)}

    @property
    def outputs(self) -> dict[str, tuple[str, ...]]:
        """Names of what each half gives; without logvar where the model's encoder gives a mean alone."""
        return {"encoder": ("mean", "logvar")[: 1 + knows_sigma(self.run.config.model)], "decoder": ("image",)}

    def inputs(self, count: int = _SAMPLES) -> dict[str, Tensor]:
        """So many latents around the origin, and what they are decoded to, by the name of the half that takes them."""
        noise = torch.Generator().manual_seed(count)
        z = torch.randn(count, self.vae.latent_dim, generator=noise)
        with torch.no_grad():
            return {"encoder": Decoder(self.vae)(z).clone(), "decoder": z}

    def check(self, computed: Callable[[str, Tensor], tuple[Tensor, ...]]) -> float:
        """Compare both halves with PyTorch's on batches of two sizes.

        Args:
            computed: the name of a half and its input → its outputs, by what was exported.

        Returns:
            The largest difference, absolute up to 1 and relative above.

        Raises:
            ExportError: if one is above `TOLERANCE`.
        """
        largest = 0.0
        for count in (1, _SAMPLES + 2):
            for half, given in self.inputs(count).items():
                with torch.no_grad():
                    expected = self.halves[half](given)
                expected = expected if isinstance(expected, tuple) else (expected,)
                for name, ours, theirs in zip(self.outputs[half], expected, computed(half, given), strict=True):
                    error = float(((ours - theirs).abs() / ours.abs().clamp(min=1)).max())
                    if not error <= TOLERANCE:
                        raise ExportError(
                            f"{half}: its {name} differs from PyTorch's by {error:.2g}, above {TOLERANCE:g}; nothing was "
                            "written."
                        )
                    largest = max(largest, error)
        return largest


def instead(config: RunConfig) -> str:
    """What can be exported where another program's networks have no counterpart to a model."""
    return "--to onnx would work." if isinstance(config.model, GraphConfig) else "--to onnx or --to torch would work."


def why_not(error: BaseException) -> str:
    """Why an export failed: the first of the exceptions that led to one another."""
    from torch.fx.experimental.symbolic_shapes import GuardOnDataDependentSymNode

    while error.__cause__ is not None:
        error = error.__cause__
    if isinstance(error, GuardOnDataDependentSymNode):
        return "encode and decode must do the same whatever numbers they are given, without an `if` on the values of a tensor."
    return first_line(error)


@dataclass(frozen=True)
class Target:
    """A kind of export. Its code is `write(source, folder) -> float`: the largest difference to PyTorch.

    Attributes:
        name: as it is asked for.
        summary: what is written.
        module: of this package.
        needs: modules of the extra that it needs.
        extra: its name.
    """

    name: str
    summary: str
    module: str
    needs: tuple[str, ...] = ()
    extra: str = ""

    def load(self) -> Callable[[Source, Path], float]:
        """What writes it.

        Raises:
            ExportError: if what it needs is not installed.
        """
        missing = [name for name in self.needs if importlib.util.find_spec(name) is None]
        if missing:
            raise ExportError(
                f"--to {self.name} needs {', '.join(missing)}; install it with: pip install '{requirement(self.extra)}'."
            )
        write: Callable[[Source, Path], float] = import_module(f"latentlab.exchange.{self.module}").write
        return write


TARGETS = {
    target.name: target
    for target in (
        Target("onnx", "encoder.onnx and decoder.onnx", "exported_onnx", ("onnx", "onnxscript", "onnxruntime"), extra="onnx"),
        Target("torch", "encoder.pt2 and decoder.pt2 of torch.export", "exported_torch"),
        Target("diffusers", "a folder of diffusers' AutoencoderKL", "exported_diffusers"),
        Target("pythae", "a folder of pythae's VAE", "exported_pythae"),
    )
}


@dataclass(frozen=True)
class Exported:
    """What was written.

    Attributes:
        folder: where.
        files: their names.
        step: of the checkpoint.
        difference: the largest to PyTorch, absolute up to 1 and relative above.
    """

    folder: Path
    files: tuple[str, ...]
    step: int
    difference: float


def export(run: Run, to: str, out: str | Path, step: int | None = None, *, force: bool = False) -> Exported:
    """Write a run's model for another program, compared with PyTorch before the folder takes its name.

    Args:
        run: whose model is exported.
        to: "onnx", "torch", "pythae" or "diffusers": a name in `TARGETS`.
        out: the folder; one that is there must be empty, or an earlier export.
        step: of the checkpoint, the newest whole one unless given.
        force: whether an earlier export is replaced.

    Raises:
        ConfigError: if there is no such target, or a setting of the model has no counterpart there.
        ExportError: if the folder cannot be written, or what was exported computes something else.
        RunError: if there is no checkpoint that can be used.
    """
    if to not in TARGETS:
        raise ConfigError(f"--to {shown(to)}: should be {', '.join(TARGETS)}.")
    write = TARGETS[to].load()
    folder = _free(Path(out), force)
    source = Source.of(run, step)
    try:
        with folder_atomically(folder) as temporary:
            difference = write(source, temporary)
            files = tuple(sorted(file.name for file in temporary.iterdir()))
            content = {"target": to, "files": files, **source.provenance}
            (temporary / PROVENANCE_FILE).write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise ExportError(f"{folder}: cannot be written: {error.strerror or error}.") from None
    return Exported(folder, files, source.step, difference)


def _free(path: Path, force: bool) -> Path:
    try:
        folder = path.resolve()
        if not os.path.lexists(folder):
            if not folder.parent.is_dir():
                raise ExportError(f"{path}: cannot be written: there is no folder {folder.parent}.")
            return folder
        if not folder.is_dir():
            raise ExportError(f"{path}: is not a folder; name a new one for the export.")
        if not any(folder.iterdir()):
            return folder
        if not _is_export(folder):
            raise ExportError(f"{path}: holds other files; name a new or an empty folder for the export.")
    except (OSError, RuntimeError, ValueError) as error:
        raise ExportError(f"{path}: cannot be written: {getattr(error, 'strerror', None) or error}.") from None
    if not force:
        raise ExportError(f"{path}: holds an earlier export; name a new folder, or replace it with --force.")
    return folder


def _is_export(folder: Path) -> bool:
    """Whether a folder holds what an export wrote, and nothing beside it."""
    try:
        content: Any = read_json(folder / PROVENANCE_FILE, _LARGEST_PROVENANCE)
    except FileError:
        return False
    if not isinstance(content, dict) or content.get("target") not in TARGETS or not isinstance(content.get("files"), list):
        return False
    return all(file.is_file() and file.name in (*content["files"], PROVENANCE_FILE) for file in folder.iterdir())
