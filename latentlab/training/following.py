"""What the processes beside rank 0 do: take each step with it, and nothing else."""

import torch

from latentlab.config import parse_config
from latentlab.data import load_dataset, policy_from
from latentlab.errors import NonFiniteError
from latentlab.training.ranks import END, NEXT_STEP, Begin, Change, Ranks, Watch, threads_of_each
from latentlab.training.signals import signals_held
from latentlab.training.trainer import Trainer


def follow(ranks: Ranks) -> None:
    """Train with rank 0 until it ends.

    Raises:
        ConfigError, DataError, OutOfMemoryError: if this process cannot; the others then end too.
        RankError: if another process has ended.
    """
    begin = ranks.hear()
    if not isinstance(begin, Begin):
        return
    config = parse_config(begin.settings)
    torch.set_num_threads(config.train.threads or threads_of_each())
    trainer = Trainer(config, load_dataset(config.data))
    trainer.follow(begin)
    learner, step = trainer.learner, trainer.step
    learner.share = ranks
    learner.model.train()
    with signals_held() as held:  # which rank 0 answers
        while (order := ranks.hear(held.number)) != END:
            match order:
                case Begin():
                    trainer.follow(order)
                    step = trainer.step
                case Change(settings):
                    config = parse_config(settings)
                    learner.reconfigure(config, policy_from(config.transform))
                case Watch(score):
                    learner.watch(score)
                case _:
                    assert order == NEXT_STEP
                    try:
                        learner.take_step(step)
                    except NonFiniteError:
                        continue  # rank 0 has it too, and tells what becomes of it
                    step += 1
