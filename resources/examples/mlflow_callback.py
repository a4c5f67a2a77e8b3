"""A run's settings and numbers in MLflow (`latentlab train --preset digits --callback mlflow_callback.py:MlflowCallback`).

MLflow's own variables say where to: MLFLOW_TRACKING_URI=sqlite:///mlflow.db, MLFLOW_EXPERIMENT_NAME=latentlab.
"""

import math

from mlflow.tracking import MlflowClient


class MlflowCallback:
    """Logs each report as it comes, and the run's settings as an artifact's text."""

    def start(self, trainer):
        self.client = MlflowClient()
        name = "latentlab"
        experiment = self.client.get_experiment_by_name(name)
        number = experiment.experiment_id if experiment else self.client.create_experiment(name)
        self.run = self.client.create_run(number, run_name=trainer.writer.path.name).info.run_id
        for section, value in trainer.config.model_dump(mode="json").items():
            self.client.log_param(self.run, section, str(value)[:500])

    def report(self, trainer, report):
        for name, value in {**report.values, **report.machine}.items():
            if math.isfinite(value):
                self.client.log_metric(self.run, name, value, step=report.step)

    def end(self, trainer):
        self.client.set_terminated(self.run)
