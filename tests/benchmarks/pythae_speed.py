"""Steps a second of the trainer, of a bare PyTorch loop and of pythae's trainer, on the same images and networks, in one run.

pythae is no dependency: put it anywhere,

    pip install --target DIR pythae --no-deps
    python tests/benchmarks/pythae_speed.py DIR [--rounds N]

All train pythae's default networks, 784-512-16, by Adam, batches of 128. Epochs are measured in turn, the least of each counts.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from training_speed import bare_loop

from latentlab.config import load_preset, override
from latentlab.data import load_dataset
from latentlab.training import Trainer, cpu_cores

_IMAGES, _BATCH = 6400, 128


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=8)
    arguments = parser.parse_args()
    sys.path.append(arguments.folder)
    from pythae.data.datasets import BaseDataset
    from pythae.models import VAE, VAEConfig
    from pythae.trainers import BaseTrainer, BaseTrainerConfig

    torch.set_num_threads(cpu_cores())
    pixels = np.random.default_rng(0).integers(0, 256, (_IMAGES, 1, 28, 28), np.uint8)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "images.npz")
        np.savez(path, x_train=pixels, x_test=pixels[:256])
        settings = ["model.name=mlp", "model.layers=1", "model.hidden=512", "model.latent_dim=16", f"train.batch_size={_BATCH}"]
        data = ["data.name=array", f'data.root="{path}"', "data.validation_fraction=0", "train.checkpoint_every=1000000000"]
        config = override(load_preset("digits"), [*data, *settings, "device=cpu", "train.steps=1000000000"])
        dataset = load_dataset(config.data)
        ours, bare = Trainer(config, dataset).steps(), bare_loop(config, dataset)
        images = torch.from_numpy(pixels).float() / 255
        model = VAE(VAEConfig(input_dim=(1, 28, 28), latent_dim=16, reconstruction_loss="bce"))
        chosen = BaseTrainerConfig(
            output_dir=folder, per_device_train_batch_size=_BATCH, num_epochs=1, learning_rate=1e-3, no_cuda=True
        )
        theirs = BaseTrainer(model, BaseDataset(images, torch.zeros(_IMAGES)), training_config=chosen)
        theirs.prepare_training()
        model.train()

        def epoch_of(loop: Iterator[object]) -> None:
            for _ in range(_IMAGES // _BATCH):
                next(loop)

        epochs = {
            "latentlab": lambda: epoch_of(ours),
            "bare loop": lambda: epoch_of(bare),
            "pythae": lambda: theirs.train_step(1),
        }
        least = dict.fromkeys(epochs, float("inf"))
        for turn in range(arguments.rounds + 1):
            for name, epoch in epochs.items():
                began = time.perf_counter()
                epoch()
                if turn:  # the first round warms up
                    least[name] = min(least[name], time.perf_counter() - began)
    for name, seconds in least.items():
        print(f"{name:10} {_IMAGES // _BATCH / seconds:7.1f} steps a second")
    for name in ("latentlab", "bare loop"):
        print(f"{name} over pythae: {least['pythae'] / least[name]:.2f}")


if __name__ == "__main__":
    main()
