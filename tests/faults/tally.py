"""The table of an attack."""

import sys
from collections import Counter


class Tally:
    """Counts what was tried and what was lost.

    Attributes:
        title: of the rows.
        losses: a line for each fault.
    """

    def __init__(self, title: str) -> None:
        self.title = title
        self.losses: list[str] = []
        self._rows: dict[str, Counter[str]] = {}

    def count(self, row: str, column: str, number: int = 1) -> None:
        """Add to a cell of the table."""
        self._rows.setdefault(row, Counter())[column] += number

    def lose(self, row: str, what: str) -> None:
        """Note a fault; it is shown at once."""
        self.count(row, "lost")
        self.losses.append(f"{row}: {what}")
        print(f"LOST {row}: {what}", file=sys.stderr, flush=True)

    def close(self) -> bool:
        """Print the table; whether nothing was lost."""
        columns = list(dict.fromkeys(column for row in self._rows.values() for column in row if column != "lost"))
        columns.append("lost")
        width = max(len(self.title), *(len(row) for row in self._rows), len("all")) if self._rows else len(self.title)
        print(f"{self.title:{width}}", *(f"{column:>12}" for column in columns))
        for name, row in self._rows.items():
            print(f"{name:{width}}", *(f"{row[column]:12,}" for column in columns))
        total = sum(self._rows.values(), Counter[str]())
        print(f"{'all':{width}}", *(f"{total[column]:12,}" for column in columns), flush=True)
        return not self.losses
