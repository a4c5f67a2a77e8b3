"""How well a few typed letters fit a name."""


def score(typed: str, name: str) -> float | None:
    """Higher is better; None where a typed word is not in the name in that order of letters.

    A word counts most at the beginning of a word, less within one, least with letters between its own.
    """
    low, total = name.casefold(), 0.0
    for word in typed.casefold().split():
        at = low.find(word)
        if at < 0:
            spread = _spread(word, low)
            if spread is None:
                return None
            total += len(word) / (spread + len(low))
        else:
            starts = at == 0 or not low[at - 1].isalnum() or f" {word}" in low
            total += (3.0 if starts else 2.0) - at / (len(low) + 1)
    return total - len(low) / 1000


def _spread(word: str, name: str) -> int | None:
    """Letters of the name that the word's letters lie across, the first as early as can be; None where one is missing."""
    place = first = name.find(word[0])
    for letter in word[1:]:
        place = name.find(letter, place + 1) if place >= 0 else -1
    return place - first + 1 if first >= 0 and place >= 0 else None
