"""Where the files in `resources/` are: in an installed package, or in the checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# The build maps resources/ into the wheel as latentlab/_resources; a checkout has it beside the package.
_ROOTS = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


def resource(*parts: str) -> Path:
    """Return the path of a file or folder shipped with LatentLab.

    Args:
        parts: path below `resources/`, for example `resource("presets", "digits.toml")`.

    Raises:
        FileNotFoundError: nothing of that name is shipped.
    """
    for root in _ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"LatentLab ships no resource {'/'.join(parts)!r}")
