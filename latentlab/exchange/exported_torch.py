"""A model as two programs of `torch.export`, which `torch.export.load` reads where LatentLab is not installed."""

import json
import warnings
from pathlib import Path

import torch
from torch import Tensor

from latentlab.errors import ExportError
from latentlab.exchange.exported import BATCH, INPUTS, PROVENANCE_FILE, Source, why_not
from latentlab.models.graph import Graph


def write(source: Source, folder: Path) -> float:
    """Write encoder.pt2 and decoder.pt2, and compare what is read back with PyTorch.

    Raises:
        ExportError: if they compute something else, or the model is none of PyTorch.
    """
    if isinstance(source.vae.encoder, Graph):
        raise ExportError("model.name = 'graph': is ONNX already and no PyTorch module; use --to onnx.")
    programs = {}
    for name, half in source.halves.items():
        path = folder / f"{name}.pt2"
        shapes = {INPUTS[name]: {0: torch.export.Dim(BATCH)}}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its own internals
            try:
                program = torch.export.export(half.eval(), (source.inputs()[name],), dynamic_shapes=shapes)
            except Exception as error:  # noqa: BLE001 - the exporter has many kinds of errors
                raise ExportError(f"the model cannot be exported by torch.export: {why_not(error)}") from None
            torch.export.save(program, path, extra_files={PROVENANCE_FILE: json.dumps(source.provenance)})
            programs[name] = torch.export.load(path).module()

    def computed(half: str, given: Tensor) -> tuple[Tensor, ...]:
        with torch.no_grad():
            outputs = programs[half](given)
        return outputs if isinstance(outputs, tuple) else (outputs,)

    return source.check(computed)
