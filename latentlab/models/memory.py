"""Memory that runs out, said in a plain sentence."""

import contextlib
import re
from collections.abc import Iterator

import torch

from latentlab.errors import OutOfMemoryError
from latentlab.files.regular import size_text

_ASKED = re.compile(r"tried to allocate ([\d.]+) ?(bytes|KiB|MiB|GiB)?")
_SIGNS = ("not enough memory", "out of memory", "can't allocate memory", "Unable to allocate")


@contextlib.contextmanager
def memory_errors_told(doing: str, remedy: str) -> Iterator[None]:
    """Whatever reports inside that memory ran out becomes one sentence.

    Args:
        doing: what needed it, such as "a training step of 64 images".
        remedy: a sentence on what would fit.

    Raises:
        OutOfMemoryError: in the place of PyTorch's, NumPy's and Python's errors.
    """
    try:
        yield
    except (MemoryError, RuntimeError) as error:
        if not is_memory_error(error):
            raise
        raise OutOfMemoryError(f"There is not enough memory for {doing}{_asked(error)}. {remedy}") from None


def is_memory_error(error: BaseException) -> bool:
    """Whether an error says that memory ran out."""
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or (
        isinstance(error, RuntimeError) and any(sign in str(error) for sign in _SIGNS)
    )


def _asked(error: BaseException) -> str:
    found = _ASKED.search(str(error))
    if not found:
        return ""
    unit = {"KiB": 2**10, "MiB": 2**20, "GiB": 2**30}.get(found.group(2) or "", 1)
    return f" ({size_text(int(float(found.group(1)) * unit))} at once)"
