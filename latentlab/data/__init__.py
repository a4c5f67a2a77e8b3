"""Images: where they come from, how they are kept, ordered and transformed."""

from latentlab.data.batches import BatchOrder
from latentlab.data.dataset import Dataset, image_shape, load_dataset
from latentlab.data.files import channels_text, read_image, read_image_for, shape_text
from latentlab.data.laboratory import draw_transformed
from latentlab.data.preview import Preview, preview
from latentlab.data.reading import Reading, reading_of
from latentlab.data.scan import ScanReport, scan
from latentlab.data.store import Attributes, ImageStore
from latentlab.data.transforms import TransformParameters, TransformPolicy, policy_from, transform
from latentlab.data.values import ValueRange, by_kind, ranges_from, shown_channels
from latentlab.data.watching import Cancelled, Progress

__all__ = [
    "Attributes",
    "BatchOrder",
    "Cancelled",
    "Dataset",
    "ImageStore",
    "Preview",
    "Progress",
    "Reading",
    "ScanReport",
    "TransformParameters",
    "TransformPolicy",
    "ValueRange",
    "by_kind",
    "channels_text",
    "draw_transformed",
    "image_shape",
    "load_dataset",
    "policy_from",
    "preview",
    "ranges_from",
    "read_image",
    "read_image_for",
    "reading_of",
    "scan",
    "shape_text",
    "shown_channels",
    "transform",
]
