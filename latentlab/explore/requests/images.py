"""Single images: decoded, encoded, reconstructed and sampled, and numbers for their pixels.

Shapes: N images, D latent dimensions, H by W pixels.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from latentlab.explore.requests.commands import Request, ViewRequest, view
from latentlab.explore.requests.fields import Limits, argument, declared, option
from latentlab.explore.requests.interpolation import NOT_NEGATIVE
from latentlab.explore.requests.traversal import VECTOR
from latentlab.explore.requests.values import LARGEST_SAMPLES, ImageRef, Images, Result, Vector, View


@declared(eq=False)
class Decode(Request):
    """Decode one latent, (D,)."""

    z: Vector


@declared()
class Encode(Request):
    """Encode an image and reconstruct it."""

    image: ImageRef


@declared()
class DrawPosterior(Request):
    """Draw a z from an image's posterior."""

    source: ImageRef
    seed: int


@declared()
class DrawPrior(Request):
    """Draw a z from the prior."""

    seed: int


@declared()
class Gallery(Request):
    """Held-out images, their reconstructions, and samples from the prior."""

    originals: int
    samples: int
    seed: int = 0


@declared()
class Describe(Request):
    """Ask what is known of the held-out images."""


@declared()
class FetchImage(Request):
    """Ask for one held-out image as it is."""

    index: int


@declared()
class FetchImages(Request):
    """Ask for several held-out images as they are; numbers that there are not are passed over."""

    indices: tuple[int, ...]


@view("reconstruct", "labels", "scale")
@declared()
class Reconstruct(ViewRequest):
    """Draw images over their reconstructions."""

    count: int = option(
        "Without images: the first N held-out ones.", default=12, metavar="N", when=lambda request: not request.images
    )
    images: tuple[ImageRef, ...] = argument("Image files, or numbers of held-out images.", metavar="[IMAGE…]", default=())


@view("sample", "scale", fixed={"labels": False})
@declared()
class Sample(ViewRequest):
    """Draw samples from the prior."""

    count: int = option("How many.", default=16, limits=Limits(low=1))
    seed: int = option("Of the draws; the same gives the same pictures.", default=0, limits=NOT_NEGATIVE)
    columns: int = option("Pictures in a row.", default=8, limits=Limits(low=1))


@view("difference", "labels", "scale")
@declared(eq=False)
class Difference(ViewRequest):
    """Draw an image, a decoded latent, and the difference: red where the decoded one is brighter, blue where it is darker."""

    source: ImageRef = argument("The start: an image file, or a held-out image's number.", metavar="IMAGE")
    z: Vector = option("The latent; by default the image's posterior mean.", format=VECTOR, default_z="source")


@view("deviation", "labels", "scale")
@declared()
class Deviation(ViewRequest):
    """Draw an image, and the mean and the standard deviation of what draws from its posterior decode to."""

    source: ImageRef = argument("An image file, or a held-out image's number.", metavar="IMAGE")
    samples: int = option(
        "Draws from the image's posterior.",
        default=64,
        limits=Limits(2, LARGEST_SAMPLES, sentence="a standard deviation is taken over {low} to {high} samples"),
    )
    seed: int = option("Of the draws; the same gives the same picture.", default=0, limits=NOT_NEGATIVE)


@dataclass(frozen=True, eq=False)
class Picture(Result):
    """A decoded latent: uint8 (H, W, C)."""

    z: Vector
    image: Images


URGENT = (Decode, Encode)
"""What others make room for: requests of a slider, and of an image that is started from."""


@dataclass(frozen=True, eq=False)
class Encoded(Result):
    """An image's posterior (no σ where that is not known), the image itself (uint8 (H, W, C)) and its reconstruction."""

    source: ImageRef
    mean: Vector
    std: Vector | None
    image: Images
    reconstruction: Images
    origin: str


@dataclass(frozen=True, eq=False)
class PosteriorDraw(Result):
    """A z, (D,), drawn from an image's posterior."""

    source: ImageRef
    z: Vector


@dataclass(frozen=True, eq=False)
class PriorDraw(Result):
    """A z, (D,), drawn from the prior."""

    z: Vector


@dataclass(frozen=True, eq=False)
class PosteriorStatistics:
    """The held-out posteriors, dimension by dimension, each (D,).

    Attributes:
        kl_per_dim: mean KL to the prior, nats.
        mean: of the aggregate posterior.
        std: of the aggregate posterior.
        near_zero: share of images whose σ is below 0.1.
        near_one: share of images whose σ is above 0.9.
        low: 0.1 % quantile of the aggregate posterior.
        high: its 99.9 % quantile.
    """

    kl_per_dim: Vector
    mean: Vector
    std: Vector
    near_zero: Vector
    near_one: Vector
    low: Vector
    high: Vector


@dataclass(frozen=True, eq=False)
class GalleryImages(Result):
    """uint8 (N, H, W, C) each, the samples' latents (N, D), and statistics of the held-out posteriors, (D,)."""

    originals: Images
    reconstructions: Images
    samples: Images
    sample_z: Vector
    kl_per_dim: Vector
    active: NDArray[np.bool_]
    statistics: PosteriorStatistics

    @property
    def order(self) -> tuple[int, ...]:
        """The dimensions by KL, largest first, and the active ones before the others."""
        by_kl = np.argsort(-self.kl_per_dim, kind="stable")
        return tuple(by_kl[np.argsort(~self.active[by_kl], kind="stable")].tolist())


BRIGHTNESS = "brightness"
"""Mean over the pixel values, in [0, 1]: every image has it, unless its files have an attribute of that name."""


@dataclass(frozen=True)
class Described(Result):
    """What is known of the held-out images.

    Attributes:
        labels: that they have, ascending; empty where they have none.
        examples: the number of the first image of each label.
        label_names: the name of each label from 0 on; empty where they have none.
        attributes: the names of what else is known.
    """

    labels: tuple[int, ...]
    examples: tuple[int, ...]
    label_names: tuple[str, ...]
    attributes: tuple[str, ...]

    @property
    def tells_apart(self) -> bool:
        """Whether there are two labels or more."""
        return len(self.labels) > 1


@dataclass(frozen=True, eq=False)
class FetchedImage(Result):
    """One held-out image, uint8 (H, W, C)."""

    index: int
    image: Images


@dataclass(frozen=True, eq=False)
class FetchedImages(Result):
    """Held-out images, uint8 (N, H, W, C)."""

    indices: tuple[int, ...]
    images: Images


@dataclass(frozen=True, eq=False)
class PixelMap(View):
    """Numbers for the pixels of an image; the grid's last picture shows them as colours.

    Attributes:
        values: (H, W), pixels in [0, 1].
        low: the value of the first colour.
        high: the value of the last colour.
    """

    values: Vector
    low: float
    high: float
