"""The distribution that installs LatentLab, and the optional packages that come with each of its extras."""

DISTRIBUTION = "latentlab-vae"
"""As pip is told it; the command and the import name are `latentlab`, which another project has on the index."""

EXTRAS = {
    "gpu": ("nvidia-ml-py",),
    "heic": ("pillow-heif",),
    "metrics": ("torch-fidelity", "torchmetrics"),
    "onnx": ("onnx", "onnxruntime", "onnxscript"),
    "parquet": ("pyarrow",),
    "science": ("imagecodecs", "pydicom", "tifffile"),
    "search": ("optuna",),
    "slurm": ("submitit",),
    "tensorboard": ("tensorboard",),
    "umap": ("umap-learn",),
    "video": ("imageio-ffmpeg",),
}
"""Distributions that each extra installs."""


def requirement(extra: str) -> str:
    """What pip is told to install for an extra: `latentlab-vae[onnx]`."""
    assert extra in EXTRAS, extra
    return f"{DISTRIBUTION}[{extra}]"
