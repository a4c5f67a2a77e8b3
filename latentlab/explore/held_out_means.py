"""All held-out images encoded, as far as memory allows: slice by slice while a view is shown, or at once for a file.

Shapes: N images, D latent dimensions.
"""

import time

import torch
from torch import Tensor

from latentlab.explore.answers import answers
from latentlab.explore.images import decode_images, to_uint8
from latentlab.explore.requests.maps import EncodedCount, EncodeMore
from latentlab.explore.scene import Scene
from latentlab.models import Posterior
from latentlab.seeding import generator_for

MOST_IMAGES = 200_000
_MOST_VALUES = 2**26
"""Posterior means kept, 256 MiB: fewer images where each has many dimensions."""
_AT_ONCE = 128
"""Images between two looks at the clock."""
_SLICE = 0.04
"""Seconds that other requests wait at most, apart from the images being encoded."""
_KL_DRAWS = 16
"""Draws of z an image, where the KL to the prior has no closed form."""
_ITEM = "held-out means"


class HeldOutMeans:
    """The first images' posterior means, as many as were asked for so far.

    Attributes:
        total: images that there can be.
        count: images encoded.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        size = scene.model.latent_dim
        self.total = min(len(scene.held_out), MOST_IMAGES, _MOST_VALUES // size)
        self.count = 0
        self._scored = 0
        self._means = torch.empty(self.total, size)
        self._kl = torch.empty(self.total)
        self._errors = torch.empty(self.total)
        self._at_once = min(_AT_ONCE, scene.images_at_once)

    def means(self, images: int | None) -> Tensor:
        """Of the first `images` images, of all that there can be for None, (N, D)."""
        return self._means[: self._encoded(images)]

    def kl(self, images: int | None) -> Tensor:
        """To the prior in nats, (N,)."""
        return self._kl[: self._encoded(images)]

    def errors(self, images: int | None) -> Tensor:
        """Of the reconstruction at the posterior's mode: squared, mean over pixel values in [0, 1], (N,)."""
        count = self._encoded(images)
        while self._scored < count:
            self._score()
        return self._errors[:count]

    def advance(self, *, errors: bool) -> int:
        """Work for a moment; the number of images that are done."""
        until = time.monotonic() + _SLICE
        while True:
            if self.count < self.total:
                self._encode()
            if errors and self._scored < self.count:
                self._score()
            done = min(self.count, self._scored) if errors else self.count
            if done == self.total or time.monotonic() >= until:
                return done

    def _encoded(self, images: int | None) -> int:
        count = self.total if images is None else min(images, self.total)
        while self.count < count:
            self._encode()
        return count

    def _encode(self) -> None:
        if not self.count:  # those that every live view looks at are encoded already, or will be asked for
            posterior = self._scene.posterior[: self.total]
        else:
            posterior = self._scene.model.encode(self._scene.held_out.batch(slice(self.count, self.count + self._at_once)))
        where = slice(self.count, min(self.count + len(posterior.mean), self.total))
        mean = posterior.mean[: where.stop - where.start]
        self._means[where] = mean
        self._kl[where] = self._kl_of(posterior)[: len(mean)]
        self.count = where.stop

    def _kl_of(self, posterior: Posterior) -> Tensor:
        """KL(q(z|x) ‖ p(z)) of images (B,): by draws where it has no closed form, else at the mean of upper levels."""
        prior = self._scene.prior
        if prior.factorises or not posterior.knows_sigma:
            return prior.kl(posterior, posterior.mean).per_image
        draws = posterior.sample(generator_for(self.count, "KL of held-out images"), _KL_DRAWS)
        return prior.kl(posterior, draws).per_image.mean(0)

    def _score(self) -> None:
        where = slice(self._scored, min(self._scored + self._at_once, self.count))
        images = torch.from_numpy(to_uint8(self._scene.held_out.batch(where))).float()
        decoded = torch.from_numpy(decode_images(self._scene.model, self._means[where], self._scene.yield_to_urgent)).float()
        self._errors[where] = ((decoded - images) / 255).square().flatten(1).mean(1)
        self._scored = where.stop


def held_out_means(scene: Scene) -> HeldOutMeans:
    """Those under the weights loaded."""
    if _ITEM not in scene.derived:
        scene.derived[_ITEM] = HeldOutMeans(scene)
    found: HeldOutMeans = scene.derived[_ITEM]
    return found


@answers(EncodeMore)
@torch.no_grad()
def encode_more(scene: Scene, request: EncodeMore, step: int) -> EncodedCount:
    """Encode for a moment."""
    means = held_out_means(scene)
    return EncodedCount(step, means.advance(errors=request.errors), means.total)
