"""How far a run of several processes is from the same run in one.

torchrun --standalone --nproc-per-node 2 -m tests.ranks.compared [--steps N] [--all] [--double] ["SETTING=VALUE …" …]

Prints for each argument, as a line of JSON, the largest difference of a weight after so many steps over the largest weight of
its tensor, and that of a reported value over itself, with its name. `--all` compares every objective under every network of the
catalog that it can be trained with. `--double` computes in float64, which tells an error of rounding from one of arithmetic.

Weights whose gradient is 0, such as a bias before batch norm, follow rounding errors under Adam; the values do not. Networks
with batch norm enlarge rounding errors at large steps, in one process too, and are compared at small ones.
"""

import argparse
import contextlib
import itertools
import json
from collections.abc import Iterator

import torch
from torch import distributed

from latentlab.catalog.networks import NETWORKS
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.config import load_preset, override
from latentlab.data import load_dataset
from latentlab.errors import ConfigError
from latentlab.share import ALONE, Share
from latentlab.training import Trainer
from latentlab.training.ranks import Ranks

_SMALL = ["device=cpu", "train.batch_size=16", "train.report_every=1000000", "train.steps=1000000", "data.size=16"]


_NETWORKS = {
    "mlp": "model.hidden=32",
    "ladder": "model.width=4 model.top_dim=1",
    "pythae": "model.latent_dim=4",
    "autoencoder_kl": "model.channels=4,4,4 model.norm_groups=2 model.latent_dim=16",
    "resnet": "model.width=4 train.optimizer=sgd train.learning_rate=1e-6",
}
_OTHER_NETWORKS = "model.width=4"
_WITH_ONE_OBJECTIVE = ("pythae", "autoencoder_kl")
"""Networks of layers that the others have."""


def every_pair() -> Iterator[str]:
    """Settings of each objective under each network."""
    for network, objective in itertools.product((entry.name for entry in NETWORKS.trained), OBJECTIVES):
        if network in _WITH_ONE_OBJECTIVE and objective != "vae":
            continue
        settings = f"model.name={network} {_NETWORKS.get(network, _OTHER_NETWORKS)} objective.name={objective}"
        with contextlib.suppress(ConfigError):
            override(load_preset("digits"), [*_SMALL, *settings.split()])
            yield settings


def trained(settings: list[str], steps: int, share: Share) -> tuple[dict[str, torch.Tensor], dict[str, float]]:
    """Weights, of companions too, and averages of what was reported."""
    config = override(load_preset("digits"), [*_SMALL, *settings])
    learner = Trainer(config, load_dataset(config.data)).learner
    learner.share = share
    learner.model.train()
    for step in range(steps):
        learner.take_step(step)
    networks = {"model": learner.model} | {partner.companion.name: partner.companion.network for partner in learner.partners}
    weights = {f"{name} {key}": value for name, network in networks.items() for key, value in network.state_dict().items()}
    return weights, learner.sums.averages()


def difference(several: dict[str, torch.Tensor], one: dict[str, torch.Tensor]) -> float:
    """The largest, over the largest value of its tensor."""
    sizes = {name: max(float(value.abs().max()), 1e-3) for name, value in one.items() if value.is_floating_point()}
    return max(float((several[name] - one[name]).abs().max()) / size for name, size in sizes.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("settings", nargs="*")
    parser.add_argument("--double", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    if arguments.double:
        torch.set_default_dtype(torch.float64)
        torch.Tensor.float = torch.Tensor.double  # where the code asks for float32
    distributed.init_process_group("gloo")
    ranks = Ranks(distributed.get_rank(), distributed.get_world_size())
    for settings in [*arguments.settings, *(every_pair() if arguments.all else ())]:
        weights, values = trained(settings.split(), arguments.steps, ranks)
        if ranks.rank:
            continue
        alone, expected = trained(settings.split(), arguments.steps, ALONE)
        of_values = {key: abs(values[key] - value) / max(abs(value), 1e-2) for key, value in expected.items()}
        worst = max(of_values, key=lambda key: of_values[key])
        print(json.dumps([settings, difference(weights, alone), of_values[worst], worst]), flush=True)
    distributed.barrier()
    ranks.part()


if __name__ == "__main__":
    main()
