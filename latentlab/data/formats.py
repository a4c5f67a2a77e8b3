"""The kinds of image files that can be read: those that Pillow always reads, and those that depend on how it was built."""

import contextlib

from PIL import features

_ALWAYS = {
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg", ".jfif"),
    "WEBP": (".webp",),
    "BMP": (".bmp",),
    "TIFF": (".tif", ".tiff"),
    "GIF": (".gif",),
    "PPM": (".ppm", ".pgm", ".pbm", ".pnm"),
}


def _endings() -> dict[str, tuple[str, ...]]:
    endings = dict(_ALWAYS)
    if features.check("avif"):
        endings["AVIF"] = (".avif",)
    with contextlib.suppress(ImportError):
        from pillow_heif import register_heif_opener  # optional: it brings HEIC to Pillow

        register_heif_opener()
        endings["HEIF"] = (".heic", ".heif", ".hif")
    return endings


ENDINGS = _endings()
"""Endings of file names by Pillow's name of the format. No other format is tried: EPS, for one, would start Ghostscript."""
FORMATS = tuple(ENDINGS)
SUFFIXES = frozenset(ending for endings in ENDINGS.values() for ending in endings)
KINDS = ", ".join({"WEBP": "WebP", "HEIF": "HEIC"}.get(name, name) for name in FORMATS)
READABLE = frozenset({*FORMATS, *(("HEIC",) if "HEIF" in FORMATS else ())})
"""Of the kinds that `kind_by_content` tells, those that can be read."""
