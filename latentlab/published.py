"""What is published of each collection: its terms, and the addresses, sizes and hashes of its official files."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RemoteFile:
    """A file as it is published.

    Attributes:
        name: its name.
        urls: where it lies; one is as good as another.
        size: bytes.
        md5: of its content, in hexadecimal.
    """

    name: str
    urls: tuple[str, ...]
    size: int
    md5: str


def files_below(places: tuple[str, ...], *files: tuple[str, int, str]) -> tuple[RemoteFile, ...]:
    """Files, each as (name, size, MD5), that lie below the same addresses."""
    return tuple(RemoteFile(name, tuple(place + name for place in places), size, md5) for name, size, md5 in files)


def file_on_drive(name: str, key: str, size: int, md5: str) -> RemoteFile:
    """A file of CelebA's, whose authors publish it in Google Drive."""
    url = f"https://drive.usercontent.google.com/download?id={key}&export=download&confirm=t"
    return RemoteFile(name, (url,), size, md5)


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a user should know of a collection before using it.

    Attributes:
        title: its name in words.
        count: images in all official parts together; None where the files decide.
        classes: number of labels; 0 where it has none, None where the files decide.
        licence: terms of use.
        citation: whom to cite.
        remote: the files that can be fetched, in the order of fetching; none where it is built in, or a user's own.
    """

    title: str
    count: int | None
    classes: int | None
    licence: str
    citation: str
    remote: tuple[RemoteFile, ...] = ()

    @property
    def download_size(self) -> int:
        """Bytes that fetching it takes; 0 where it cannot be fetched."""
        return sum(file.size for file in self.remote)
