"""Times that are only roughly known, in words."""

import pytest

from latentlab.durations import duration_text


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.1, "about 5 s"),
        (33, "about 35 s"),
        (58, "about 1 min"),
        (95, "about 1.5 min"),
        (247, "about 4 min"),
        (1500, "about 25 min"),
        (3600, "about 1 h"),
        (40 * 3600, "about 1.5 days"),
        (24 * 3600, "about 1 day"),
        (59 * 86_400, "about 59 days"),
        (61 * 86_400, "more than 60 days"),
    ],
)
def test_a_duration_is_said_as_roughly_as_it_is_known(seconds: float, words: str) -> None:
    assert duration_text(seconds) == words
