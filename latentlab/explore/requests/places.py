"""A z that is itself a small image: its channels and its principal components as colours, and the KL of each place.

Shapes: D latent dimensions, C channels, H by W places.
"""

from dataclasses import dataclass

from latentlab.explore.requests.commands import ViewRequest, view
from latentlab.explore.requests.fields import argument, declared, option
from latentlab.explore.requests.traversal import VECTOR
from latentlab.explore.requests.values import ImageRef, Vector, View

NO_PLACES = (
    "z of this model has no places: this view is for networks whose z is channels × height × width, such as autoencoder_kl."
)


@view("places", "labels", "scale")
@declared(eq=False)
class Places(ViewRequest):
    """Draw a z of channels at places: decoded, as colours, its KL to the prior at each place, and channel by channel."""

    source: ImageRef = argument("The start: an image file, or a held-out image's number.", metavar="IMAGE")
    z: Vector = option("The latent; by default the image's posterior mean.", format=VECTOR, default_z="source")


@dataclass(frozen=True, eq=False)
class DrawnPlaces(View):
    """A z at its places; the grid's first pictures are those of `KINDS`, the others are channels.

    Attributes:
        z: (C, H, W).
        kl: of the start image's posterior to the prior, nats, summed over channels, (H, W).
        explained: share of the variance over places that each of the components shown has, 3 at most.
        reach: value at which the colours of a channel end.
        largest_kl: nats of the last colour of the KL map.
    """

    z: Vector
    kl: Vector
    explained: tuple[float, ...]
    reach: float
    largest_kl: float


KINDS = ("decoded", "channels 1–3", "components", "KL")
"""Pictures of the grid before those of single channels."""
MOST_CHANNELS = 16
"""Channels that have a picture and a slider."""
