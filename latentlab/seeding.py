"""Random generators, one for each consumer, all derived from a run's seed. Nothing seeds the global one."""

import zlib

import numpy as np
import torch


def generator_for(seed: int, purpose: str, device: torch.device | str = "cpu") -> torch.Generator:
    """A generator whose stream depends on the seed and on what it is for, and on nothing else."""
    state = np.random.SeedSequence([seed, zlib.crc32(purpose.encode())]).generate_state(1, np.uint64)
    return torch.Generator(device=device).manual_seed(int(state[0] >> 1))
