"""What keeps a single file of a collection from being used."""

from typing import Literal

from latentlab.errors import DataError

FaultKind = Literal[
    "empty",
    "not_an_image",
    "truncated",
    "broken",
    "not_finite",
    "frames",
    "too_large",
    "unreadable",
    "encrypted",
    "link",
]


class FileFault(DataError):
    """A file that cannot be used; the others can.

    Attributes:
        name: of the file.
        kind: of fault, in a word.
        detail: of it, for a user.
    """

    def __init__(self, name: str, kind: FaultKind, detail: str) -> None:
        super().__init__(f"{name}: {detail}")
        self.name = name
        self.kind: FaultKind = kind
        self.detail = detail
