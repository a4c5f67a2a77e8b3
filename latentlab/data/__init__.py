"""Images: where they come from, how they are kept, ordered and transformed."""

from latentlab.data.batches import BatchOrder
from latentlab.data.catalog import CATALOG, Dataset, image_shape, load_dataset
from latentlab.data.files import read_image, read_image_for
from latentlab.data.laboratory import draw_transformed
from latentlab.data.preview import Preview, preview
from latentlab.data.scan import ScanReport, scan
from latentlab.data.store import Attributes, ImageStore
from latentlab.data.transforms import TransformParameters, TransformPolicy, policy_from, transform
from latentlab.data.watching import Cancelled, Progress

__all__ = [
    "CATALOG",
    "Attributes",
    "BatchOrder",
    "Cancelled",
    "Dataset",
    "ImageStore",
    "Preview",
    "Progress",
    "ScanReport",
    "TransformParameters",
    "TransformPolicy",
    "draw_transformed",
    "image_shape",
    "load_dataset",
    "policy_from",
    "preview",
    "read_image",
    "read_image_for",
    "scan",
    "transform",
]
