"""Files that are no images that can be read: what each is, by its name or by how it begins, and what can be done about it."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from latentlab.extras import requirement

BEGINNING = 512
"""Bytes that `kind_by_content` looks at."""

_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "annotation": (".json", ".jsonl", ".xml", ".csv", ".tsv", ".xlsx", ".yaml", ".yml"),
    "text": (".txt", ".md", ".rst", ".html", ".htm", ".log", ".lst", ".names", ".cls", ".doc", ".docx", ".py", ".ipynb", ".m"),
    "video": (".mp4", ".avi", ".mov", ".mkv", ".webm", ".mpg", ".mpeg", ".wmv", ".m4v", ".flv", ".ogv", ".mts"),
    "audio": (".wav", ".mp3", ".flac", ".ogg", ".m4a"),
    "camera raw": (
        ".cr2", ".cr3", ".crw", ".nef", ".nrw", ".arw", ".sr2", ".dng", ".raf", ".orf", ".rw2", ".pef", ".srw", ".raw", ".x3f",
    ),
    "Photoshop": (".psd", ".psb"),
    "GIMP": (".xcf",),
    "SVG": (".svg", ".svgz"),
    "EPS": (".eps", ".ps", ".ai"),
    "PDF": (".pdf",),
    "DICOM": (".dcm", ".dicom", ".ima"),
    "NIfTI": (".nii",),
    "volume": (".nrrd", ".nhdr", ".mha", ".mhd", ".mgz", ".hdr", ".mrc"),
    "microscopy": (".czi", ".lsm", ".nd2", ".lif", ".svs", ".ndpi", ".vsi", ".oib", ".ims", ".scn", ".zvi"),
    "HEIC": (".heic", ".heif", ".hif"),
    "AVIF": (".avif",),
    "JPEG 2000": (".jp2", ".j2k", ".jpx", ".jpf", ".j2c"),
    "JPEG XL": (".jxl",),
    "OpenEXR": (".exr",),
    "other image": (".tga", ".dds", ".pcx", ".ico", ".icns", ".sgi", ".jxr", ".wmf", ".emf", ".fits", ".fit"),
    "7z": (".7z",),
    "RAR": (".rar",),
    "zip": (".zip",),
    "tar": (".tar", ".tgz", ".tbz2", ".txz"),
    "gzip": (".gz", ".bz2", ".xz", ".zst"),
    "array": (".npy", ".npz"),
    "HDF5": (".h5", ".hdf5", ".he5"),
    "MATLAB": (".mat",),
    "pickle": (".pkl", ".pickle", ".pt", ".pth", ".joblib"),
    "parquet": (".parquet",),
    "Arrow": (".arrow", ".feather"),
    "TFRecord": (".tfrecord", ".tfrecords"),
    "database": (".mdb", ".lmdb", ".db", ".sqlite", ".rec", ".ffcv", ".beton"),
}  # fmt: skip
_BY_ENDING = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings}
_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", "__macosx", "icon\r", "@eadir", "$recycle.bin"})
_DOUBLE = {".nii.gz": "NIfTI", ".tar.gz": "tar", ".tar.bz2": "tar", ".tar.xz": "tar", ".tar.zst": "gzip"}

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"8BPS", "Photoshop"),
    (b"gimp xcf", "GIMP"),
    (b"%PDF", "PDF"),
    (b"%!PS", "EPS"),
    (b"\xc5\xd0\xd3\xc6", "EPS"),
    (b"\x76\x2f\x31\x01", "OpenEXR"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\xff\x0a", "JPEG XL"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "gzip"),
    (b"\xfd7zXZ\0", "gzip"),
    (b"\x28\xb5\x2f\xfd", "gzip"),
    (b"\x93NUMPY", "array"),
    (b"\x89HDF\r\n\x1a\n", "HDF5"),
    (b"MATLAB 5.0 MAT-file", "MATLAB"),
    (b"PAR1", "parquet"),
    (b"ARROW1", "Arrow"),
    (b"SQLite format 3\0", "database"),
    (b"FUJIFILMCCD-RAW", "camera raw"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"NRRD000", "volume"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
)
_BRANDS = {b"avif": "AVIF", b"avis": "AVIF", b"crx ": "camera raw"}
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")

_PLURALS = {
    "hidden": ("hidden file or folder", "hidden files and folders"),
    "system": ("file of the system's own", "files of the system's own"),
    "annotation": ("annotation file", "annotation files"),
    "text": ("text file", "text files"),
    "mask": ("mask", "masks"),
    "zip": ("zip archive", "zip archives"),
    "tar": ("tar archive", "tar archives"),
    "7z": ("7z archive", "7z archives"),
    "RAR": ("RAR archive", "RAR archives"),
    "gzip": ("compressed file", "compressed files"),
    "database": ("database", "databases"),
    "volume": ("volume file", "volume files"),
    "video": ("video", "videos"),
    "other": ("file of another kind", "files of other kinds"),
}
_ADVICE = {
    "mask": "they belong to the images beside them",
    "video": "name one, or a folder of nothing but such files, as data.root",
    "camera raw": "develop them to TIFF, PNG or JPEG",
    "Photoshop": "export them as PNG",
    "GIMP": "export them as PNG",
    "SVG": "draw them to PNG",
    "EPS": "draw them to PNG",
    "PDF": "export their pages as PNG",
    "DICOM": f"read where pydicom is installed, as with {requirement('science')}; else convert them to PNG, TIFF or an array",
    "NIfTI": "convert their slices to PNG, TIFF or an array",
    "volume": "convert their slices to PNG, TIFF or an array",
    "microscopy": "export them as TIFF",
    "HEIC": f"read where pillow-heif is installed, as with {requirement('heic')}; else convert them to JPEG",
    "AVIF": "this Pillow was built without AVIF; convert them to PNG or JPEG",
    "JPEG 2000": "convert them to PNG or JPEG",
    "JPEG XL": "convert them to PNG or JPEG",
    "OpenEXR": "convert them to PNG, TIFF or an array",
    "other image": "convert them to PNG or JPEG",
    "7z": "unpack them first",
    "RAR": "unpack them first",
    "zip": "archives inside are not opened; name one as data.root, or unpack it",
    "tar": "archives inside are not opened; name one as data.root, or unpack it",
    "gzip": "unpack them first",
    "array": "name one as data.root with data.name = 'array'",
    "HDF5": "such files, as of 3D Shapes, need h5py and are not read; save the images as .npz",
    "MATLAB": "save their images as .npz",
    "pickle": "they can hold code and are never opened; save their images as .npz",
    "parquet": "name one, or a folder of nothing but such files, as data.root",
    "Arrow": "name one, or a folder of nothing but such files, as data.root",
    "TFRecord": "convert them to images, .npz or .parquet",
    "database": "convert them to images, .npz or .parquet",
}
UNREMARKABLE = ("hidden", "system", "annotation", "text")
"""Kinds that lie among images everywhere; without images they are no reason either."""


def kind_by_name(name: str) -> str | None:
    """What a file is by its name; None where the name does not tell."""
    lower = name.casefold()
    for ending, kind in _DOUBLE.items():
        if lower.endswith(ending):
            return kind
    if ".tfrecord" in lower:
        return "TFRecord"
    return _BY_ENDING.get(PurePosixPath(lower).suffix)


def is_system(name: str) -> bool:
    """Whether an operating system put a file or folder of that name there."""
    return name.casefold() in _SYSTEM or name.startswith("._")


def kind_by_content(beginning: bytes) -> str | None:
    """What a file is by its first `BEGINNING` bytes; None where they do not tell."""
    for start, kind in _BEGINNINGS:
        if beginning.startswith(start):
            return kind
    if beginning[4:8] == b"ftyp":
        brand = beginning[8:12]
        return _BRANDS.get(brand) or ("HEIC" if brand in _HEIF_BRANDS else "video")
    if beginning[:4] == b"RIFF":
        return {b"WEBP": "WEBP", b"AVI ": "video", b"WAVE": "audio"}.get(beginning[8:12])
    if beginning[128:132] == b"DICM":
        return "DICOM"
    if beginning[344:347] in (b"n+1", b"ni1"):
        return "NIfTI"
    if beginning[257:262] == b"ustar":
        return "tar"
    text = beginning.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith(b"<svg") or (text.startswith((b"<?xml", b"<!doctype svg")) and b"<svg" in text):
        return "SVG"
    return _image_by_content(beginning)


def _image_by_content(beginning: bytes) -> str | None:
    if beginning[:2] == b"BM" and beginning[6:10] == bytes(4):
        return "BMP"
    if beginning[:2] in (b"P4", b"P5", b"P6", b"P1", b"P2", b"P3") and beginning[2:3].isspace():
        return "PPM"
    return None


def counted(count: int, one: str, many: str) -> str:
    """`1 image`, `2,000 images`."""
    return f"{count:,} {one if count == 1 else many}"


def one_line(text: str) -> str:
    """Text on one line, fit to be shown: what is not text or would break the line stands as an escape."""
    plain = text.encode(errors="backslashreplace").decode()
    if plain.isprintable():
        return plain
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in plain)


def article(kind: str) -> str:
    """`a video`, `an HDF5 file`."""
    one = _PLURALS.get(kind, (f"{kind} file",))[0]
    vowel = one[0] in "aeioAEIO" or kind in ("HDF5", "SVG")
    return f"{'an' if vowel else 'a'} {one}"


def advice(kind: str) -> str:
    """What to do about files of a kind, without a full stop; empty where nothing need be done."""
    return _ADVICE.get(kind, "")


def passed_over(counts: Mapping[str, int]) -> tuple[str, ...]:
    """A sentence for each kind of file that was not read, those first that might be missed; none where nothing was."""
    order = sorted(counts, key=lambda kind: (kind in UNREMARKABLE, -counts[kind], kind))
    sentences = [_sentence(kind, counts[kind]) for kind in order if counts[kind] and kind not in UNREMARKABLE]
    plain = [_count(kind, counts[kind]) for kind in order if counts[kind] and kind in UNREMARKABLE]
    return (*sentences, f"Not used: {', '.join(plain)}.") if plain else tuple(sentences)


def _sentence(kind: str, count: int) -> str:
    told = f" ({_ADVICE[kind]})" if kind in _ADVICE else ""
    return f"Not read: {_count(kind, count)}{told}."


def _count(kind: str, count: int) -> str:
    one, many = _PLURALS.get(kind, (f"{kind} file", f"{kind} files"))
    return counted(count, one, many)
