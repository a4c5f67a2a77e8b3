"""Each paper that the catalog names has a full reference."""

import re

from latentlab.catalog import COMPARISONS, LIKELIHOODS, NETWORKS, OBJECTIVES, PRIORS
from latentlab.catalog.optimizers import OPTIMIZERS
from latentlab.catalog.references import REFERENCES, references


def test_every_paper_of_the_catalog_is_a_full_reference_and_none_is_left_over() -> None:
    entries = [*OBJECTIVES.values(), *COMPARISONS.values(), *PRIORS.values(), *NETWORKS.values(), *LIKELIHOODS.values()]
    named = {short for entry in (*entries, *OPTIMIZERS.values()) for short in entry.paper.split("; ") if short}
    assert named <= REFERENCES.keys()
    for short, full in REFERENCES.items():
        assert full.startswith(short.split(" ", maxsplit=1)[0])
        assert re.search(r"\((\d{4})\)", full)[1] == short[-4:]
    assert references("Nobody 2030") == ["Nobody 2030"]
