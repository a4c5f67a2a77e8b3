"""Looking into a latent space: plain requests in, images out. Knows no window and no training."""

from latentlab.explore.export import PictureGrid, grid_png
from latentlab.explore.images import decode_images, to_uint8
from latentlab.explore.renderer import (
    Decode,
    DrawnTraversal,
    Encode,
    Encoded,
    Failed,
    Gallery,
    GalleryImages,
    Picture,
    Renderer,
    Request,
    Result,
    Traverse,
)
from latentlab.explore.traversal import Start, Traversal, traversal_grid, traversal_latents

__all__ = [
    "Decode",
    "DrawnTraversal",
    "Encode",
    "Encoded",
    "Failed",
    "Gallery",
    "GalleryImages",
    "Picture",
    "PictureGrid",
    "Renderer",
    "Request",
    "Result",
    "Start",
    "Traversal",
    "Traverse",
    "decode_images",
    "grid_png",
    "to_uint8",
    "traversal_grid",
    "traversal_latents",
]
