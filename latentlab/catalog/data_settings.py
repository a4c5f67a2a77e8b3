"""The settings of data sets: which images, at which size, and how they are split."""

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, field_validator, model_validator

from latentlab.catalog.entries import SettingsCatalog
from latentlab.catalog.settings import EntrySettings, setting

SMALLEST_SIZE, LARGEST_SIZE = 16, 256
"""Height and width of images in pixels that networks are made for."""
_THREE_CHANNELS = re.compile(r"[1-9][0-9]{0,3},[1-9][0-9]{0,3},[1-9][0-9]{0,3}")

DATASETS: SettingsCatalog[Any] = SettingsCatalog("data set", "data", "digits")
_NAME: dict[str, Any] = {"description": "Image collection.", "label": "Images", "main": True}


class DataConfig(EntrySettings):
    """Which images, at which size, and how they are split."""

    catalog: ClassVar[Any] = DATASETS
    name: str = setting("digits", **_NAME)
    size: Annotated[int, Field(ge=SMALLEST_SIZE, le=LARGEST_SIZE)] | None = setting(
        None,
        "Height and width in pixels; empty: the collection's own, or in an array file that of its images.",
        label="Image size",
        empty="automatic",
    )
    flip: bool = setting(
        False,
        "Exchange left and right of each training image with probability ½, each time that it is learned from.",
        last=True,
    )
    test_fraction: float = setting(
        0.2, "Share of the images held out for measuring.", label="Held-out share", last=True, gt=0.0, lt=1.0
    )
    split_seed: int = setting(
        0,
        "Seed of the split, apart from the run's seed, so that runs with other seeds hold out the same images.",
        last=True,
        ge=0,
    )
    validation_fraction: float = setting(
        0.1,
        "Share of the training images, 1,024 at most, that are never learned from: the objective's bound on them tells the "
        "best checkpoint, and when train.patience is at its end. 0 keeps no best one.",
        last=True,
        ge=0.0,
        le=0.5,
    )
    hold_out: Literal["test", "validation"] = setting(
        "test",
        "What is held out for measuring: the test images, or, to choose settings by, the same share of the training images, "
        "while the test images are left untouched.",
        label="Measured on",
        words={"test": "Test images", "validation": "Part of the training images"},
        last=True,
    )

    @property
    def location(self) -> str:
        """The folder or file that the images are in, empty where none is set or needed."""
        return ""

    @property
    def scaling(self) -> str:
        """How images are scaled."""
        return "auto"

    @property
    def channels_shown(self) -> str:
        """Which channels are shown as red, green and blue, empty for the first three."""
        return ""


def _resample() -> Any:
    return setting(
        "auto",
        "How images are scaled; all but nearest average where they shrink. auto: lanczos for image files, bilinear for others.",
        label="Scaling",
    )


_Resample = Literal["auto", "nearest", "area", "bilinear", "bicubic", "lanczos"]
_Channels = Literal["auto", "grey", "colour"]


def _channels() -> Any:
    return setting("auto", "Grey or colour; auto: colour if any of the images is, and grey for sprites.", label="Colours")


class FilesConfig(DataConfig):
    """Of a data set that lies in files."""

    root: str = setting(
        "",
        "Folder that holds the files of the collection, or for your own images the folder, or the .zip, .tar, .parquet, "
        ".arrow, video, .npz or .npy file that they are in.",
        label="Folder or file",
        main=True,
        place=True,
    )

    @property
    def location(self) -> str:
        return self.root


class ScaledFilesConfig(FilesConfig):
    """Of images in files that are scaled once read."""

    resample: _Resample = _resample()

    @property
    def scaling(self) -> str:
        return self.resample


class ValuesConfig(ScaledFilesConfig):
    """Of a user's own images, of any values and any number of channels."""

    range: Literal["auto", "full", "set", "percentile", "window"] = setting(
        "auto",
        "Which values become black and white, in all images alike. full: the least and the largest that the kind of value "
        "allows (0 to 1 for fractions); set: the least and the largest of all images; percentile: the same without the few "
        "outermost; window: two given values; auto: full for 8 bits and where most of it is used, set otherwise.",
        label="Range of values",
        words={"full": "All of the kind", "set": "Of all images", "percentile": "Without outliers", "window": "Two values"},
    )
    range_low: float = setting(0.0, "The value that becomes black.", label="Black is", only={"range": ("window",)})
    range_high: float = setting(255.0, "The value that becomes white.", label="White is", only={"range": ("window",)})
    range_percent: float = setting(
        1.0,
        "Percent of all values that are cut off at each end.",
        label="Percent cut off",
        only={"range": ("percentile",)},
        ge=0.0,
        lt=50.0,
    )
    shown: str = setting(
        "",
        "Which channels are shown as red, green and blue where there are more, such as 4,2,1; empty: the first three.",
        label="Channels shown",
    )

    @property
    def channels_shown(self) -> str:
        return self.shown

    @field_validator("shown")
    @classmethod
    def _names_three_channels(cls, shown: str) -> str:
        if shown and not _THREE_CHANNELS.fullmatch(shown):
            raise ValueError(f"data.shown = {shown!r}: should be three channels from 1 on, such as 4,2,1, or empty")
        return shown

    @model_validator(mode="after")
    def _has_a_window(self) -> "ValuesConfig":
        if self.range == "window" and self.range_low >= self.range_high:
            raise ValueError(f"data.range_low = {self.range_low:g}: should be below data.range_high = {self.range_high:g}")
        return self


class DigitsConfig(DataConfig):
    """Of scikit-learn's digits."""

    name: Literal["digits"] = setting("digits", **_NAME)
    resample: _Resample = _resample()

    @property
    def scaling(self) -> str:
        return self.resample


class SpritesConfig(DataConfig):
    """Of sprites drawn from known factors."""

    name: Literal["sprites"] = setting("sprites", **_NAME)
    channels: _Channels = _channels()


class MnistConfig(ScaledFilesConfig):
    """Of MNIST."""

    name: Literal["mnist"] = setting("mnist", **_NAME)


class FashionMnistConfig(ScaledFilesConfig):
    """Of Fashion-MNIST."""

    name: Literal["fashion-mnist"] = setting("fashion-mnist", **_NAME)


class KmnistConfig(ScaledFilesConfig):
    """Of KMNIST."""

    name: Literal["kmnist"] = setting("kmnist", **_NAME)


class EmnistConfig(ScaledFilesConfig):
    """Of EMNIST."""

    name: Literal["emnist"] = setting("emnist", **_NAME)
    subset: Literal["balanced", "byclass", "bymerge", "letters", "digits", "mnist"] = setting(
        "balanced",
        "Which of EMNIST's sets: digits and letters in 47 classes of like size, in all 62 or the 47 classes as they came, "
        "letters in 26, or digits.",
        label="Set",
        words={
            "balanced": "Balanced (47)",
            "byclass": "By class (62)",
            "bymerge": "By merge (47)",
            "letters": "Letters (26)",
            "digits": "Digits",
            "mnist": "Digits, as in MNIST",
        },
    )


class OmniglotConfig(FilesConfig):
    """Of Omniglot."""

    name: Literal["omniglot"] = setting("omniglot", **_NAME)


class Cifar10Config(ScaledFilesConfig):
    """Of CIFAR-10."""

    name: Literal["cifar10"] = setting("cifar10", **_NAME)


class CelebaConfig(FilesConfig):
    """Of CelebA."""

    name: Literal["celeba"] = setting("celeba", **_NAME)


class FolderConfig(ValuesConfig):
    """Of a folder or archive of images."""

    name: Literal["folder"] = setting("folder", **_NAME)
    channels: _Channels = _channels()
    fit: Literal["crop", "pad"] = setting(
        "crop", "How an image becomes square: cropped about its centre, or kept whole between borders."
    )
    pad: Literal["black", "white", "edge", "mean"] = setting(
        "black",
        "What the borders show: black, white, the image's outermost pixels continued, or its mean colour.",
        label="Borders",
        only={"fit": ("pad",)},
    )
    background: Literal["black", "grey", "white"] = setting(
        "black", "The colour beneath what is transparent.", label="Beneath transparency"
    )
    frames: Literal["first", "images", "channels"] = setting(
        "first",
        "What becomes of files with several frames or pages (GIF, animated PNG and WebP, TIFF): the first is taken, each is an "
        "image, or each is a channel of one image.",
        words={"images": "Each an image", "channels": "Each a channel"},
    )


class ArrayConfig(ValuesConfig):
    """Of an array file."""

    name: Literal["array"] = setting("array", **_NAME)
    crop: bool = setting(
        True,
        "Crop images that are not square about their centre; otherwise they keep their height and width.",
        label="Crop to a square",
    )

    @model_validator(mode="after")
    def _scales_squares_alone(self) -> "ArrayConfig":
        if not self.crop and self.size is not None:
            raise ValueError(f"data.size = {self.size}: leave it empty where data.crop = false keeps height and width")
        return self
