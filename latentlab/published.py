"""What is published of each collection: its terms, and the addresses, sizes and hashes of its official files."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class RemoteFile:
    """A file as it is published.

    Attributes:
        name: its name.
        urls: where it lies; one is as good as another.
        size: bytes.
        md5: of its content, in hexadecimal.
    """

    name: str
    urls: tuple[str, ...]
    size: int
    md5: str


def _below(places: tuple[str, ...], *files: tuple[str, int, str]) -> tuple[RemoteFile, ...]:
    return tuple(RemoteFile(name, tuple(place + name for place in places), size, md5) for name, size, md5 in files)


def _on_drive(name: str, key: str, size: int, md5: str) -> RemoteFile:
    """A file of CelebA's, whose authors publish it in Google Drive."""
    url = f"https://drive.usercontent.google.com/download?id={key}&export=download&confirm=t"
    return RemoteFile(name, (url,), size, md5)


REMOTE_FILES: Mapping[str, tuple[RemoteFile, ...]] = {
    "mnist": _below(
        ("https://ossci-datasets.s3.amazonaws.com/mnist/", "http://yann.lecun.com/exdb/mnist/"),
        ("train-images-idx3-ubyte.gz", 9_912_422, "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
        ("train-labels-idx1-ubyte.gz", 28_881, "d53e105ee54ea40749a09fcbcd1e9432"),
        ("t10k-images-idx3-ubyte.gz", 1_648_877, "9fb629c4189551a2d022fa330f9573f3"),
        ("t10k-labels-idx1-ubyte.gz", 4_542, "ec29112dd5afa0611ce80d1b7f02629c"),
    ),
    "fashion-mnist": _below(
        ("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",),
        ("train-images-idx3-ubyte.gz", 26_421_880, "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
        ("train-labels-idx1-ubyte.gz", 29_515, "25c81989df183df01b3e8a0aad5dffbe"),
        ("t10k-images-idx3-ubyte.gz", 4_422_102, "bef4ecab320f06d8554ea6380940ec79"),
        ("t10k-labels-idx1-ubyte.gz", 5_148, "bb300cfdad3c16e7a12a480ee83cd310"),
    ),
    "kmnist": _below(
        ("http://codh.rois.ac.jp/kmnist/dataset/kmnist/",),
        ("train-images-idx3-ubyte.gz", 18_165_135, "bdb82020997e1d708af4cf47b453dcf7"),
        ("train-labels-idx1-ubyte.gz", 29_497, "e144d726b3acfaa3e44228e80efcd344"),
        ("t10k-images-idx3-ubyte.gz", 3_041_136, "5c965bf0a639b31b8f53240b1b52f4d7"),
        ("t10k-labels-idx1-ubyte.gz", 5_120, "7320c461ea6c1c855c0b718fb2a4b134"),
    ),
    "emnist": _below(
        ("https://biometrics.nist.gov/cs_links/EMNIST/",), ("gzip.zip", 561_753_746, "58c8d27c78d21e728a6bc7b3cc06412e")
    ),
    "omniglot": _below(
        ("https://raw.githubusercontent.com/brendenlake/omniglot/master/python/",),
        ("images_background.zip", 9_464_212, "68d2efa1b9178cc56df9314c21c6e718"),
        ("images_evaluation.zip", 6_462_886, "6b91aef0f799c5bb55b94e3f2daec811"),
    ),
    "cifar10": _below(
        ("https://www.cs.toronto.edu/~kriz/",), ("cifar-10-binary.tar.gz", 170_052_171, "c32a1d4ab5d03f1284b67883e8d87530")
    ),
    "celeba": (
        _on_drive("list_attr_celeba.txt", "0B7EVK8r0v71pblRyaVFSWGxPY0U", 26_721_026, "75e246fa4810816ffd6ee81facbd244c"),
        _on_drive("list_eval_partition.txt", "0B7EVK8r0v71pY0NSMzRuSXJEVkk", 2_836_386, "d32c9cbf5e040fd4025c592c306e6668"),
        _on_drive("img_align_celeba.zip", "0B7EVK8r0v71pZjFTYXZWM3FlRnM", 1_443_490_838, "00d2c5bc6d35e252742224ab0c1e8fcb"),
    ),
}
"""By name of the collection; those that are not here need no files, or are a person's own."""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a person should know of a collection before using it.

    Attributes:
        title: its name in words.
        count: images in all official parts together; None where the files decide.
        classes: number of labels; 0 where it has none, None where the files decide.
        licence: terms of use.
        citation: whom to cite.
        remote: the files that can be fetched, in the order of fetching; none where it is built in, or a person's own.
    """

    title: str
    count: int | None
    classes: int | None
    licence: str
    citation: str
    remote: tuple[RemoteFile, ...] = ()

    @property
    def download_size(self) -> int:
        """Bytes that fetching it takes; 0 where it cannot be fetched."""
        return sum(file.size for file in self.remote)


TERMS: Mapping[str, Terms] = {
    "digits": Terms(
        title="Handwritten digits (8×8, scaled up)",
        count=1797,
        classes=10,
        licence="CC BY 4.0 (UCI Machine Learning Repository)",
        citation="Alpaydin & Kaynak 1998, Optical Recognition of Handwritten Digits",
    ),
    "sprites": Terms(
        title="Sprites (drawn from known factors)",
        count=9600,
        classes=3,
        licence="MIT (drawn by LatentLab)",
        citation="after Matthey, Higgins, Hassabis & Lerchner 2017, dSprites",
    ),
    "mnist": Terms(
        title="MNIST",
        count=70_000,
        classes=10,
        licence="CC BY-SA 3.0",
        citation="LeCun, Cortes & Burges 1998, The MNIST database",
        remote=REMOTE_FILES["mnist"],
    ),
    "fashion-mnist": Terms(
        title="Fashion-MNIST",
        count=70_000,
        classes=10,
        licence="MIT",
        citation="Xiao, Rasul & Vollgraf 2017, Fashion-MNIST: a novel image dataset for benchmarking",
        remote=REMOTE_FILES["fashion-mnist"],
    ),
    "kmnist": Terms(
        title="KMNIST",
        count=70_000,
        classes=10,
        licence="CC BY-SA 4.0",
        citation="Clanuwat et al. 2018, Deep learning for classical Japanese literature",
        remote=REMOTE_FILES["kmnist"],
    ),
    "emnist": Terms(
        title="EMNIST",
        count=131_600,  # of the balanced set, which is the one that is read unless another is asked for
        classes=47,
        licence="not stated (made from NIST Special Database 19)",
        citation="Cohen, Afshar, Tapson & van Schaik 2017, EMNIST: an extension of MNIST to handwritten letters",
        remote=REMOTE_FILES["emnist"],
    ),
    "omniglot": Terms(
        title="Omniglot",
        count=32_460,
        classes=1623,
        licence="MIT",
        citation="Lake, Salakhutdinov & Tenenbaum 2015, Human-level concept learning through probabilistic program induction",
        remote=REMOTE_FILES["omniglot"],
    ),
    "cifar10": Terms(
        title="CIFAR-10",
        count=60_000,
        classes=10,
        licence="not stated",
        citation="Krizhevsky 2009, Learning multiple layers of features from tiny images",
        remote=REMOTE_FILES["cifar10"],
    ),
    "celeba": Terms(
        title="CelebA",
        count=202_599,
        classes=0,
        licence="non-commercial research only",
        citation="Liu, Luo, Wang & Tang 2015, Deep learning face attributes in the wild",
        remote=REMOTE_FILES["celeba"],
    ),
    "folder": Terms(
        title="Image folder",
        count=None,
        classes=None,
        licence="yours",
        citation="yours",
    ),
    "array": Terms(
        title="Array file",
        count=None,
        classes=None,
        licence="yours",
        citation="yours",
    ),
}
"""By name of the collection."""
