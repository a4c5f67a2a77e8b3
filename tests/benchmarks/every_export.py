"""Export a small model of every network to ONNX, and print how far what onnxruntime computes is from PyTorch's.

It takes a minute, so it is run by hand: python tests/benchmarks/every_export.py
"""

import tempfile
from pathlib import Path

from latentlab.api import prepare
from latentlab.catalog.networks import NETWORKS
from latentlab.config import override, parse_config
from latentlab.exchange.exported import export
from latentlab.runs import Run

_SETTINGS = {
    "conv": ("likelihood.name=discretized_logistic", "model.width=4"),
    "mlp": ("likelihood.name=bernoulli", "model.hidden=16"),
    "resnet": ("likelihood.name=gaussian", "model.width=8", "model.blocks=1"),
    "ladder": ("likelihood.name=laplace", "model.width=4", "model.top_dim=2"),
    "autoencoder_kl": ("model.channels=4, 8", "model.norm_groups=2", "model.latent_dim=128"),
}


def main() -> None:
    """Print a line for each network; one that differs raises ExportError."""
    with tempfile.TemporaryDirectory() as folder:
        for entry in NETWORKS.trained:
            settings = ["data.size=16", f"model.name={entry.name}", *_SETTINGS.get(entry.name, ())]
            trainer = prepare(override(parse_config({}), settings), Path(folder, "runs", entry.name))
            trainer.finish("stop", "Stopped.")
            assert trainer.writer is not None
            trainer.writer.close()
            written = export(Run(trainer.writer.path), "onnx", Path(folder, entry.name))
            print(f"{entry.name:>15}  {written.difference:.1e}")


if __name__ == "__main__":
    main()
