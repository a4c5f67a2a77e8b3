"""A run's settings and numbers in Trackio (`latentlab train --callback trackio_callback.py:TrackioCallback`)."""

import trackio


class TrackioCallback:
    """Logs each report as it comes."""

    def start(self, trainer):
        settings = trainer.config.model_dump(mode="json")
        self.run = trackio.init(project="latentlab", name=trainer.writer.path.name, config=settings)

    def report(self, trainer, report):
        self.run.log({**report.values, **report.machine}, step=report.step)

    def end(self, trainer):
        self.run.finish()
