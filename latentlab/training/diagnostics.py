"""What a user should be told while a model trains: what goes wrong, why, and what helps."""

from collections import Counter
from collections.abc import Mapping

from latentlab import metrics
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.config import RunConfig

_TOO_STRONG = 0.95
"""Share of patches a discriminator tells right, of both kinds, above which its gradient teaches next to nothing."""

_EVIDENCE = {"collapse": 2, "discriminator": 5}
"""How many measurements in a row must find a fault before it is told."""

_TIMED_STEPS = 10
_LONG_SECONDS = 3600.0


class Diagnostics:
    """Watches a run's numbers and speaks once at each onset, after enough measurements in a row have shown it.

    Attributes:
        config: of the run.
        standing: what was spoken of and still holds.
    """

    def __init__(self, config: RunConfig) -> None:
        self.config = config
        self.standing: set[str] = set()
        self._found: Counter[str] = Counter()
        self._timed = 0
        self._timed_seconds = 0.0

    def look(self, step: int, values: Mapping[str, float]) -> list[str]:
        """Sentences on what has begun to go wrong by the numbers reported at a step."""
        return [text for kind, wrong, text in self._findings(step, values) if self._begins(kind, wrong)]

    def time(self, seconds: float, steps_left: int) -> str | None:
        """Count the duration of a step; once enough were timed, a sentence if the rest will take more than an hour."""
        self._timed += 1
        # The first steps warm up and tell nothing.
        if self._timed <= _TIMED_STEPS // 2:
            return None
        self._timed_seconds += seconds
        if self._timed != _TIMED_STEPS:
            return None
        a_step = self._timed_seconds / (_TIMED_STEPS - _TIMED_STEPS // 2)
        left = a_step * steps_left
        if left < _LONG_SECONDS:
            return None
        return (
            f"At {a_step:.2g} s a step, the {steps_left:,} steps left will take about {left / 3600:.1f} hours. "
            "A narrower network (model.width), smaller images (data.size) or fewer steps are faster; a GPU is faster still."
        )

    def _findings(self, step: int, values: Mapping[str, float]) -> list[tuple[str, bool, str]]:
        findings = []
        dims = self.config.model.latent_dim
        if metrics.TEST_ACTIVE_UNITS in values and step >= self.config.settled_from:
            active = values[metrics.TEST_ACTIVE_UNITS]
            findings.append(
                (
                    "collapse",
                    active < max(1, dims / 10),
                    f"Posterior collapse: {active:.0f} of {dims} latent dimensions are active, so z tells the decoder nothing: "
                    "the KL term outweighs what it could tell. A KL warm-up (objective.kl_warmup), a smaller objective.beta or "
                    "free nats (objective.free_bits) bring dimensions back.",
                )
            )
        if metrics.ACCURACY_REAL in values:
            findings.append(
                (
                    "discriminator",
                    min(values[metrics.ACCURACY_REAL], values[metrics.ACCURACY_FAKE]) > _TOO_STRONG,
                    "The discriminator tells nearly every patch right, so its verdict hardly teaches the decoder. A lower "
                    "adversarial.learning_rate, a smaller adversarial.width or a later adversarial.start balance the two.",
                )
            )
        return findings

    def _begins(self, kind: str, wrong: bool) -> bool:
        self._found[kind] = self._found[kind] + 1 if wrong else 0
        if not wrong:
            self.standing.discard(kind)
        elif self._found[kind] >= _EVIDENCE[kind] and kind not in self.standing:
            self.standing.add(kind)
            return True
        return False


def batch_warning(config: RunConfig, batch_size: int) -> str | None:
    """A sentence if batches are too small for what the objective estimates from them."""
    objective = config.objective
    return OBJECTIVES.of(objective).small_batch(objective, batch_size, config.model.latent_dim) or None
