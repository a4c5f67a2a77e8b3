"""Colours of files as sRGB: by the profile that a file carries, or by its colour space."""

import io
from functools import lru_cache

import numpy as np
from PIL import Image, ImageCms

_MODES = {"RGB": ("RGB",), "GRAY": ("L",), "CMYK": ("CMYK",), "LAB": ("LAB",)}
"""Colour space of a profile → the kinds of image that it describes; with others it is not applied."""
_UNSEEN = 2
"""Grey levels by which a profile may differ from sRGB without being applied."""
_DISPLAY_GAMMA = 2.2
_SAME_GAMMA = 0.05


def to_srgb(image: Image.Image, profile: bytes | None, gamma: float | None = None) -> Image.Image:
    """The same image with the colours of sRGB, in mode L, LA, RGB or RGBA, of 8 bits a channel.

    Args:
        image: of any mode of 8 bits, or 1.
        profile: an ICC profile, as embedded; one that is damaged, or meant for another kind of image, is passed over.
        gamma: the exponent by which light was encoded, where a file gives that in place of a profile.
    """
    if not profile and not changes(gamma) and image.mode in ("L", "LA", "RGB", "RGBA") and "transparency" not in image.info:
        return image
    image, alpha = _without_alpha(image)
    applied = transform_of(profile, image.mode) if profile else None
    if applied is None and image.mode == "LAB":
        applied = _from_lab()
    if applied is not None:
        converted = ImageCms.applyTransform(image, applied)
        assert converted is not None
        image = converted.getchannel(1) if image.mode == "L" else converted
    elif image.mode not in ("L", "RGB"):
        image = image.convert("RGB")
    if applied is None and changes(gamma):
        assert gamma is not None
        exponent = 1 / (gamma * _DISPLAY_GAMMA)
        curve = np.rint(255 * np.linspace(0, 1, 256) ** exponent).astype(int).tolist()
        image = image.point(curve * len(image.getbands()))
    if alpha is not None:
        image.putalpha(alpha)
    return image


def changes(gamma: float | None) -> bool:
    """Whether an encoding differs visibly from that of a display."""
    return gamma is not None and gamma > 0 and abs(1 / (gamma * _DISPLAY_GAMMA) - 1) > _SAME_GAMMA


def plain_mode(image: Image.Image) -> str:
    """The mode in which an image's profile is applied: without palette and transparency."""
    if image.mode in ("1", "L", "LA", "La"):
        return "L"
    return image.mode if image.mode in ("CMYK", "LAB") else "RGB"


@lru_cache(maxsize=64)
def transform_of(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """From a profile to sRGB; None where that changes nothing that could be seen, or the profile is of no use."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if mode not in _MODES.get(source.profile.xcolor_space.strip(), ()):
            return None
        found = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
    if mode in ("L", "RGB"):
        probe = _probe(mode)
        seen = ImageCms.applyTransform(probe, found)
        assert seen is not None
        if np.abs(np.asarray(seen).astype(int) - np.asarray(probe.convert("RGB"))).max() <= _UNSEEN:
            return None
    return found


@lru_cache(maxsize=1)
def _from_lab() -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB")


def _probe(mode: str) -> Image.Image:
    """All greys, or colours from the whole cube."""
    if mode == "L":
        return Image.fromarray(np.arange(256, dtype=np.uint8)[None])
    steps = np.linspace(0, 255, 9).round().astype(np.uint8)
    return Image.fromarray(np.stack(np.meshgrid(steps, steps, steps), -1).reshape(1, -1, 3))


def _without_alpha(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Mode L, RGB, CMYK, LAB or another without transparency, and how opaque it is."""
    if image.has_transparency_data:
        grey = image.mode in ("1", "L", "LA", "La")
        full = image.convert("RGBA")
        return full.convert("L" if grey else "RGB"), full.getchannel("A")
    mode = plain_mode(image)
    return (image if image.mode == mode else image.convert(mode)), None
