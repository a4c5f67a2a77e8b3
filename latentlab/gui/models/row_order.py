"""Which latent dimensions have rows, and in which order."""

from latentlab.explore.requests.traversal import MOST_ROWS


class RowOrder:
    """Active dimensions by KL when it is sorted; as a model learns, rows that are there stay, and new ones follow them.

    Attributes:
        size: latent dimensions.
        shows_all: whether every dimension has a row.
    """

    def __init__(self, size: int = 0) -> None:
        self.size = size
        self.shows_all = False
        self._ranked: tuple[int, ...] = tuple(range(size))
        self._active: tuple[int, ...] = ()
        self._all = self._ranked
        self._telling: tuple[int, ...] = ()
        self._is_known = False

    def take(self, ranked: tuple[int, ...], active: int) -> None:
        """Take the order that other weights give, whose first so many dimensions are active."""
        self._ranked, self._active = ranked, ranked[:active]
        if not self._telling and (self._active or not self._is_known):  # nothing to keep yet
            self.sort()
        self._is_known = True
        self._telling = (*self._telling, *(number for number in self._active if number not in self._telling))

    def sort(self) -> None:
        """Take the order that the newest weights give."""
        self._all, self._telling = self._ranked, self._active

    def rows(self) -> tuple[int, ...]:
        """Dimensions from the top."""
        return self._all if self.shows_all else (self._telling or self._all)[:MOST_ROWS]

    def pair(self) -> tuple[int, ...]:
        """The two that span a plane; fewer where there are no two."""
        return (*self._telling, *(number for number in self._all if number not in self._telling))[:2]

    @property
    def is_out_of_date(self) -> bool:
        """Whether sorting would change anything."""
        sorted_rows = self._ranked if self.shows_all else (self._active or self._ranked)[:MOST_ROWS]
        return self.rows() != sorted_rows
