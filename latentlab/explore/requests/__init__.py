"""What views ask of the explorer and what they get back: plain values, that cost neither torch nor Qt to import.

`values` and `texts` hold what requests are made of and how it is written, `fields` how a request declares itself, `commands`
what is generated from that; the other files hold the requests, by what they are about, each with its result.
"""

from latentlab.explore.requests import (  # noqa: F401 - each registers its commands
    directions,
    images,
    interpolation,
    maps,
    pairs,
    places,
    transformations,
    traversal,
)
from latentlab.explore.requests.plugged import load_requests

VIEW_PROBLEMS = load_requests()
"""A sentence for each view of a plug-in that is left out."""
