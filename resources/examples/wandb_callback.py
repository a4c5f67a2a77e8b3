"""A run's settings and numbers in Weights & Biases (`latentlab train --callback wandb_callback.py:WandbCallback`).

WANDB_MODE=offline keeps them on this computer until `wandb sync`.
"""

import wandb


class WandbCallback:
    """Logs each report as it comes."""

    def start(self, trainer):
        settings = trainer.config.model_dump(mode="json")
        self.run = wandb.init(project="latentlab", name=trainer.writer.path.name, config=settings, dir=trainer.writer.path)

    def report(self, trainer, report):
        self.run.log({**report.values, **report.machine, "epoch": report.epoch}, step=report.step)

    def end(self, trainer):
        self.run.finish()
