"""Lines that wait to be written."""

from pathlib import Path

from latentlab.files.atomic import append_whole


class WaitingLines:
    """Lines of the files of a run: one that could not be written stays, and is tried again with the next.

    Attributes:
        files: their names.
    """

    def __init__(self, files: tuple[str, ...]) -> None:
        self.files = files
        self._lines: dict[str, list[str]] = {name: [] for name in files}

    def add(self, name: str, line: str) -> None:
        """Let a line of a file wait."""
        self._lines[name].append(line + "\n")

    def write(self, folder: Path, name: str) -> bool:
        """Append what waits for a file in a folder.

        Returns:
            Whether there was anything.

        Raises:
            OSError: if it cannot be written; all of it still waits.
        """
        lines = self._lines[name]
        if not lines:
            return False
        append_whole(folder / name, "".join(lines).encode())
        lines.clear()
        return True
