"""Texts of the library in the language of the window: words of the catalog, and what is composed of them.

What is not known here stays English, as do sentences of errors.
"""

import re
from functools import cache

from latentlab.catalog.measure import Measure
from latentlab.catalog.measures import MEASURES
from latentlab.gui.language import mark, tr

_COMPOSED = (
    mark("{term} in the loss"),
    mark("{term} of t(x)"),
    mark("KL of z{dimension}"),
    mark("about {count} {unit}"),
    mark("more than {count} days"),
    mark("{number}: {value} (expected {words})."),
    mark("{number}: {value}, but {words} was expected."),
    mark("{number} could not be measured."),
    mark("{number}; the run to compare it with has not been measured."),
    mark("at least {limit}"),
    mark("at most {limit}"),
    mark("below {run}, {value}"),
    mark("above {run}, {value}"),
    mark("held-out image {number}"),
    mark("prior sample {number}"),
    mark("held-out {number}"),
    mark("{axis}, units of z"),
    mark("principal component {number} ({share} of the variance)"),
    mark("label {name}"),
    mark("cluster {number}"),
    mark("not {name}"),
    mark("{name} above {value} (its median)"),
    mark("{name} of at least {value} (its median)"),
    mark("{name} up to {value}"),
    mark("{prior}: KL of each q(z_d|x) to the prior's marginal. These values do not add up to the KL."),
    mark("colours recur after {count}"),
    mark("{count} more; {rest}"),
    mark("{measure} [{unit}]"),
    mark("{measure} ≤"),
    mark("{measure} ≥"),
    mark("{count} more"),
    mark("{images} held-out images by {colour} · step {step}"),
)
"""Sentences of the library with what varies in them; the first that fits is taken."""
_PLACEHOLDER = re.compile(r"\{(\w+)[^{}]*\}")


def translated(text: str) -> str:
    """A text of the library; one that is not known is left as it is."""
    found = tr(text) if text else ""
    if found != text or tr(_COMPOSED[0]) == _COMPOSED[0]:  # known, or the window speaks English
        return found
    for pattern, template in _templates():
        if values := pattern.fullmatch(text):
            said = {name: translated(value) for name, value in values.groupdict().items()}
            return _PLACEHOLDER.sub(r"{\1}", tr(template)).format(**said)
    return text


@cache
def _templates() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = (text for measure in MEASURES.values() for text in (measure.row, measure.note) if "{" in text)
    return tuple((_pattern(template), template) for template in (*_COMPOSED, *rows))


def _pattern(template: str) -> re.Pattern[str]:
    parts = _PLACEHOLDER.split(template)
    return re.compile("".join(f"(?P<{part}>.+)" if place % 2 else re.escape(part) for place, part in enumerate(parts)))


def meaning_of(measure: Measure) -> str:
    """What a measure is, how it is computed, and what is good, a line each."""
    return "\n".join(map(translated, measure.meaning.splitlines()))
