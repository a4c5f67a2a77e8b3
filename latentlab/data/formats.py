"""The kinds of image files that can be read: those that Pillow always reads, and those that depend on what is
installed."""

import contextlib

from PIL import features

from latentlab.data.dicom import has_pydicom

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
    if has_pydicom():
        endings["DICOM"] = (".dcm", ".dicom", ".ima")
    return endings


ENDINGS = _endings()
"""Endings of file names by Pillow's name of the format, or ours. No other is tried: EPS, for one, would start Ghostscript."""
FORMATS = tuple(name for name in ENDINGS if name != "DICOM")
"""Those that Pillow reads."""
SUFFIXES = frozenset(ending for endings in ENDINGS.values() for ending in endings)
KINDS = ", ".join({"WEBP": "WebP", "HEIF": "HEIC"}.get(name, name) for name in ENDINGS)
READABLE = frozenset({*ENDINGS, *(("HEIC",) if "HEIF" in FORMATS else ())})
"""Of the kinds that `kind_by_content` tells, those that can be read."""
