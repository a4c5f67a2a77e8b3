"""The order in which images are visited."""

import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from latentlab.data import BatchOrder

counts = st.integers(1, 60)
sizes = st.integers(1, 20)
seeds = st.integers(0, 2**63 - 1)


def _epoch(order: BatchOrder) -> list[Tensor]:
    return [order.next() for _ in range(order.batches_per_epoch)]


@given(counts, sizes, seeds)
def test_an_epoch_visits_every_image_at_most_once_and_all_that_fill_a_batch(count: int, size: int, seed: int) -> None:
    order = BatchOrder(count, size, seed)
    for _ in range(3):
        batches = _epoch(order)
        assert {len(batch) for batch in batches} == {min(size, count)}
        visited = torch.cat(batches).tolist()
        assert len(visited) == len(set(visited)) > count - min(size, count)
        assert set(visited) <= set(range(count))


@given(counts, sizes, seeds, st.integers(0, 200), st.integers(1, 50))
def test_a_position_resumes_exactly(count: int, size: int, seed: int, taken: int, further: int) -> None:
    order = BatchOrder(count, size, seed)
    for _ in range(taken):
        order.next()
    other = BatchOrder(count, size, seed)
    other.seek(order.position())
    for _ in range(further):
        assert torch.equal(order.next(), other.next())
    assert order.position() == other.position()


def test_epochs_and_seeds_differ_and_the_same_seed_agrees() -> None:
    order, same, other = BatchOrder(100, 10, 1), BatchOrder(100, 10, 1), BatchOrder(100, 10, 2)
    first, second = torch.cat(_epoch(order)), torch.cat(_epoch(order))
    assert not torch.equal(first, second)
    assert torch.equal(first, torch.cat(_epoch(same)))
    assert not torch.equal(first, torch.cat(_epoch(other)))


def test_the_global_generator_is_neither_read_nor_moved() -> None:
    torch.manual_seed(0)
    state = torch.get_rng_state()
    first = torch.cat(_epoch(BatchOrder(50, 5, 3)))
    assert torch.equal(torch.get_rng_state(), state)
    torch.manual_seed(1)
    assert torch.equal(first, torch.cat(_epoch(BatchOrder(50, 5, 3))))
