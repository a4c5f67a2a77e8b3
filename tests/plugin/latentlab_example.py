"""A plug-in that brings one entry of each kind. Entries load without PyTorch; their code is `latentlab_example_code`."""

from typing import Literal

from latentlab import metrics
from latentlab.catalog import Dataset, Measure, Network, Objective, Transform, ViewEntry, setting
from latentlab.catalog.data_settings import DataConfig
from latentlab.catalog.networks import ModelConfig
from latentlab.catalog.objectives import ObjectiveConfig
from latentlab.catalog.transforms import TransformConfig
from latentlab.published import Terms


class ExampleElboConfig(ObjectiveConfig):
    """Of the objective."""

    name: Literal["example-elbo"] = setting("example-elbo", "What is minimised.", label="Bound", main=True)
    temperature: float = setting(2.0, "Divides the KL.", main=True, gt=0.0)


OBJECTIVE = Objective(
    name="example-elbo",
    label="Tempered ELBO",
    summary="distortion + KL / temperature",
    settings=ExampleElboConfig,
    title=lambda settings: ("tempered VAE", (f"T = {settings.temperature:g}",)),
    formula=lambda settings: f"−log p(x|z) + KL(q(z|x) ‖ p(z)) / {settings.temperature:g}",
    terms=lambda settings: (metrics.RATE, metrics.DISTORTION),
    code="latentlab_example_code:build_objective",
)


class ExampleLinearConfig(ModelConfig):
    """Of the network."""

    name: Literal["example-linear"] = setting("example-linear", "Family of the networks.", label="Network", main=True)
    bias: bool = setting(True, "Whether layers add a constant.")


NETWORK = Network(
    name="example-linear",
    label="Linear",
    summary="one linear layer each way",
    settings=ExampleLinearConfig,
    size="latent_dim",
    code="latentlab_example_code:build_network",
)


class ExampleStripesConfig(DataConfig):
    """Of the data set."""

    name: Literal["example-stripes"] = setting("example-stripes", "Image collection.", label="Images", main=True)


DATASET = Dataset(
    name="example-stripes",
    label="Stripes",
    summary="a bright stripe, at any height",
    settings=ExampleStripesConfig,
    terms=Terms(title="Stripes", count=64, classes=0, licence="MIT", citation="drawn"),
    shape=(1, 16, 16),
    code="latentlab_example_code:read_stripes",
)


class ExampleNegativeConfig(TransformConfig):
    """Of the transformation."""

    policy: Literal["example-negative"] = setting("example-negative", "What t is drawn from.", label="Strength of t", main=True)


TRANSFORM = Transform(
    name="example-negative",
    label="Negative",
    summary="exchanges black and white with probability ½",
    settings=ExampleNegativeConfig,
    code="latentlab_example_code:build_transform",
)

MEASURE = Measure(
    name="example-brightness",
    label="brightness error",
    summary="Mean difference of brightness between images and reconstructions.",
    unit="per pixel value",
    decimals=4,
    code="latentlab_example_code:measure_brightness",
)

VIEW = ViewEntry(
    name="example-mirror",
    label="Mirror",
    summary="an image beside the reconstruction of its mirror image",
    request="latentlab_example_view:Mirror",
    code="latentlab_example_code:draw_mirror",
    pane="latentlab_example_pane:MirrorPane",
    workspace="explore",
    needs_images=True,
)
