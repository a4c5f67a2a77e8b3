"""How long something will take, in words."""

_DAY = 86_400.0
_UNITS = ((_DAY, "day"), (3600.0, "h"), (60.0, "min"))
_MOST_DAYS = 60


def duration_text(seconds: float) -> str:
    """A duration that is only roughly known, such as "about 4 min"."""
    if seconds > _MOST_DAYS * _DAY:
        return f"more than {_MOST_DAYS} days"
    for unit, name in _UNITS:
        count = seconds / unit
        if count >= 0.95:
            many = round(count) if count >= 9.5 else round(count * 2) / 2
            return f"about {many:,g} {name}{'s' if name == 'day' and many != 1 else ''}"
    return f"about {max(5, round(seconds / 5) * 5)} s"
