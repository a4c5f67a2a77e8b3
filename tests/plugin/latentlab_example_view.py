"""The request of the view of `latentlab_example`; it loads neither torch nor Qt."""

from latentlab.explore.requests.commands import ViewRequest, view
from latentlab.explore.requests.fields import Limits, declared, option


@view("example-mirror", "scale", "labels")
@declared()
class Mirror(ViewRequest):
    """Draw an image beside the reconstruction of its mirror image."""

    index: int = option("Number of the held-out image.", default=0, limits=Limits(low=0))
