"""Let pythae itself write what an export is compared with, and judge an export.

    PYTHONPATH=PYTHAE python tests/exchange/judge_pythae.py record tests/exchange/pythae_vae.json
    PYTHONPATH=PYTHAE:. python tests/exchange/judge_pythae.py judge FOLDER RUN

PYTHAE is a folder into which pythae is installed (pip install --no-deps --target PYTHAE pythae); the product needs none of it.
"""

import json
import sys
import tempfile
from pathlib import Path

import torch
from pythae.models import VAE, AutoModel, VAEConfig


def record(path: Path) -> None:
    """Write the settings and the shapes of the weights of a folder that pythae saved."""
    with tempfile.TemporaryDirectory() as folder:
        VAE(VAEConfig(input_dim=(1, 32, 32), latent_dim=4, reconstruction_loss="bce")).save(folder)
        content = {name: json.loads((Path(folder) / f"{name}.json").read_text()) for name in ("model_config", "environment")}
        state = torch.load(Path(folder) / "model.pt", weights_only=True)["model_state_dict"]
    content["shapes"] = {name: list(value.shape) for name, value in state.items()}
    path.write_text(json.dumps(content, indent=1) + "\n")


def judge(folder: Path, run_folder: Path) -> None:
    """Load an export by pythae, and say how far it is from the run's own model."""
    from latentlab.runs import Run

    run, theirs = Run(run_folder), AutoModel.load_from_folder(str(folder)).eval()
    z = torch.randn(9, run.config.model.latent_dim)
    with torch.no_grad():
        x = run.decode(z)
        encoded, ours = theirs.encoder(x), run.encode(x)
        found = {
            "image": theirs.decoder(z).reconstruction - x,
            "mean": encoded.embedding - ours.mean,
            "logvar": encoded.log_covariance - ours.logvar,
        }
    largest = {name: float(value.abs().max()) for name, value in found.items()}
    sys.stdout.write(f"{largest}\n")
    assert max(largest.values()) <= 1e-5


if __name__ == "__main__":
    {"record": record, "judge": judge}[sys.argv[1]](*map(Path, sys.argv[2:]))
