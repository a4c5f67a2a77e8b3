"""The part of every batch that a process has where several train one model: the whole, unless said otherwise.

A step is computed by R processes as by one. Each has the same rows of every batch, B/R of B images, and all draw the noise of
the whole batch from generators in the same state, so that an image's noise does not depend on who has it. What is a plain mean
over images may stay one over those of this process, as gradients and reported values are averaged over processes. What is not,
such as the moments of the aggregate posterior, asks `present()` for the rows of all.
"""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from typing import TypeVar

from torch import Tensor, nn

_T = TypeVar("_T")


class Share:
    """Of one process that has the whole batch; `latentlab.training.ranks` has that of one among several.

    Attributes:
        rank: which of the processes this is, from 0.
        count: how many there are.
    """

    rank = 0
    count = 1

    def own(self, rows: Tensor, dim: int = 0, blocks: int = 1) -> Tensor:
        """Of the rows of the whole batch, along `dim`, those of this process; `blocks` batches may lie one after the other."""
        if self.count == 1:
            return rows
        dim %= rows.ndim
        parts: Tensor = rows.unflatten(dim, (blocks, self.count, -1)).select(dim + 1, self.rank)
        return parts.flatten(dim, dim + 1)

    def gather(self, own: Tensor) -> Tensor:
        """The rows of all processes along the first axis, in the order of the batch; differentiable."""
        return own

    def mean(self, value: Tensor) -> Tensor:
        """The mean over processes; differentiable."""
        return value

    def average_gradients(self, parameters: Sequence[nn.Parameter], loss: Tensor) -> Tensor:
        """Put the mean over processes in place of each gradient; returns that of the loss, a scalar without a gradient."""
        del parameters
        return loss.detach()

    def gather_objects(self, own: _T) -> list[_T]:
        """What each of the processes has, by rank."""
        return [own]


ALONE = Share()
_present: ContextVar[Share] = ContextVar("share", default=ALONE)


def present() -> Share:
    """That of the step in progress."""
    return _present.get()


@contextlib.contextmanager
def shared(share: Share) -> Iterator[None]:
    """Everything inside is computed by this share."""
    token = _present.set(share)
    try:
        yield
    finally:
        _present.reset(token)


def drawn(draw: Callable[[tuple[int, ...]], Tensor], shape: Sequence[int], dim: int = 0, blocks: int = 1) -> Tensor:
    """Noise of a shape: what `draw` makes of the shape for the whole batch, of which this process keeps its rows.

    Args:
        draw: shape → a tensor of that shape, by a generator.
        shape: for the images of this process.
        dim: along which they lie.
        blocks: how many batches lie there one after the other.
    """
    share = present()
    if share.count == 1:
        return draw(tuple(shape))
    whole = list(shape)
    whole[dim] *= share.count
    return share.own(draw(tuple(whole)), dim, blocks)
