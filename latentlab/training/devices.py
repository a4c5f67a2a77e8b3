"""Where training runs."""

import torch

from latentlab.errors import ConfigError


def resolve_device(name: str) -> torch.device:
    """The device of a config; `auto` takes CUDA, then MPS, then the CPU.

    Raises:
        ConfigError: if there is no such device.
    """
    if name == "auto":
        if torch.cuda.is_available():
            return torch.device("cuda")
        return torch.device("mps" if torch.backends.mps.is_available() else "cpu")
    device = torch.device(name)
    if device.type == "cuda" and (not torch.cuda.is_available() or (device.index or 0) >= torch.cuda.device_count()):
        raise ConfigError(f"device = {name!r}: there is no such GPU here; use auto or cpu.")
    if device.type == "mps" and not torch.backends.mps.is_available():
        raise ConfigError(f"device = {name!r}: this machine has no Apple GPU; use auto or cpu.")
    return device
