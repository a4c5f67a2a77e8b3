"""The data sets: what each is, on which terms, and where it is read."""

from dataclasses import dataclass

from latentlab.catalog import data_settings as settings_of
from latentlab.catalog.data_settings import DATASETS as DATASETS
from latentlab.catalog.entries import SettingsEntry
from latentlab.published import Terms, file_on_drive, files_below


@dataclass(frozen=True, kw_only=True)
class Dataset(SettingsEntry):
    """A data set. Its code is `read(ReadRequest) -> Images`, both of `latentlab.data.sources`.

    Attributes:
        terms: what it is in words, how many images it has, and on which terms.
        shape: (C, H, W) at the size LatentLab uses unless told otherwise; C is None where the files decide.
        keeps_size: whether the files decide the size, too, unless told otherwise; `shape` then has a usual one.
        attributes: number of attributes of each image.
        factors: whether the attributes are all that the images were made from, so that a model can be held against them.
        own: whether the images are the user's.
        store: "module:attribute" of `store_of(ReadRequest) -> (Path, StoreSettings)`, what is prepared and how, where
            images are prepared before training; empty where they are not.
    """

    terms: Terms
    shape: tuple[int | None, int, int]
    keeps_size: bool = False
    attributes: int = 0
    factors: bool = False
    own: bool = False
    store: str = ""


DATASETS.add(
    Dataset(
        name="digits",
        label="Digits (built in)",
        summary="1,797 handwritten digits that ship with scikit-learn",
        settings=settings_of.DigitsConfig,
        terms=Terms(
            title="Handwritten digits (8×8, scaled up)",
            count=1797,
            classes=10,
            licence="CC BY 4.0 (UCI Machine Learning Repository)",
            citation="Alpaydin & Kaynak 1998, Optical Recognition of Handwritten Digits",
        ),
        shape=(1, 32, 32),
        code="latentlab.data.sources:read_digits_set",
    ),
    Dataset(
        name="sprites",
        label="Sprites (built in)",
        summary="shapes drawn from known factors",
        settings=settings_of.SpritesConfig,
        terms=Terms(
            title="Sprites (drawn from known factors)",
            count=9600,
            classes=3,
            licence="MIT (drawn by LatentLab)",
            citation="after Matthey, Higgins, Hassabis & Lerchner 2017, dSprites",
        ),
        shape=(1, 32, 32),
        attributes=5,
        factors=True,
        code="latentlab.data.sprites:read_set",
    ),
    Dataset(
        name="mnist",
        label="MNIST",
        summary="handwritten digits",
        settings=settings_of.MnistConfig,
        terms=Terms(
            title="MNIST",
            count=70_000,
            classes=10,
            licence="CC BY-SA 3.0",
            citation="LeCun, Cortes & Burges 1998, The MNIST database",
            remote=files_below(
                ("https://ossci-datasets.s3.amazonaws.com/mnist/", "http://yann.lecun.com/exdb/mnist/"),
                ("train-images-idx3-ubyte.gz", 9_912_422, "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
                ("train-labels-idx1-ubyte.gz", 28_881, "d53e105ee54ea40749a09fcbcd1e9432"),
                ("t10k-images-idx3-ubyte.gz", 1_648_877, "9fb629c4189551a2d022fa330f9573f3"),
                ("t10k-labels-idx1-ubyte.gz", 4_542, "ec29112dd5afa0611ce80d1b7f02629c"),
            ),
        ),
        shape=(1, 28, 28),
        code="latentlab.data.idx:read_mnist",
    ),
    Dataset(
        name="fashion-mnist",
        label="Fashion-MNIST",
        summary="articles of clothing",
        settings=settings_of.FashionMnistConfig,
        terms=Terms(
            title="Fashion-MNIST",
            count=70_000,
            classes=10,
            licence="MIT",
            citation="Xiao, Rasul & Vollgraf 2017, Fashion-MNIST: a novel image dataset for benchmarking",
            remote=files_below(
                ("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",),
                ("train-images-idx3-ubyte.gz", 26_421_880, "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
                ("train-labels-idx1-ubyte.gz", 29_515, "25c81989df183df01b3e8a0aad5dffbe"),
                ("t10k-images-idx3-ubyte.gz", 4_422_102, "bef4ecab320f06d8554ea6380940ec79"),
                ("t10k-labels-idx1-ubyte.gz", 5_148, "bb300cfdad3c16e7a12a480ee83cd310"),
            ),
        ),
        shape=(1, 28, 28),
        code="latentlab.data.idx:read_fashion_mnist",
    ),
    Dataset(
        name="kmnist",
        label="KMNIST",
        summary="cursive Japanese characters",
        settings=settings_of.KmnistConfig,
        terms=Terms(
            title="KMNIST",
            count=70_000,
            classes=10,
            licence="CC BY-SA 4.0",
            citation="Clanuwat et al. 2018, Deep learning for classical Japanese literature",
            remote=files_below(
                ("http://codh.rois.ac.jp/kmnist/dataset/kmnist/",),
                ("train-images-idx3-ubyte.gz", 18_165_135, "bdb82020997e1d708af4cf47b453dcf7"),
                ("train-labels-idx1-ubyte.gz", 29_497, "e144d726b3acfaa3e44228e80efcd344"),
                ("t10k-images-idx3-ubyte.gz", 3_041_136, "5c965bf0a639b31b8f53240b1b52f4d7"),
                ("t10k-labels-idx1-ubyte.gz", 5_120, "7320c461ea6c1c855c0b718fb2a4b134"),
            ),
        ),
        shape=(1, 28, 28),
        code="latentlab.data.idx:read_kmnist",
    ),
    Dataset(
        name="emnist",
        label="EMNIST",
        summary="handwritten letters and digits",
        settings=settings_of.EmnistConfig,
        terms=Terms(
            title="EMNIST",
            count=131_600,  # of the balanced set, which is the one that is read unless another is asked for
            classes=47,
            licence="not stated (made from NIST Special Database 19)",
            citation="Cohen, Afshar, Tapson & van Schaik 2017, EMNIST: an extension of MNIST to handwritten letters",
            remote=files_below(
                ("https://biometrics.nist.gov/cs_links/EMNIST/",), ("gzip.zip", 561_753_746, "58c8d27c78d21e728a6bc7b3cc06412e")
            ),
        ),
        shape=(1, 28, 28),
        code="latentlab.data.idx:read_emnist",
    ),
    Dataset(
        name="omniglot",
        label="Omniglot",
        summary="characters of 50 alphabets",
        settings=settings_of.OmniglotConfig,
        terms=Terms(
            title="Omniglot",
            count=32_460,
            classes=1623,
            licence="MIT",
            citation="Lake, Salakhutdinov & Tenenbaum 2015, Human-level concept learning through probabilistic program "
            "induction",
            remote=files_below(
                ("https://raw.githubusercontent.com/brendenlake/omniglot/master/python/",),
                ("images_background.zip", 9_464_212, "68d2efa1b9178cc56df9314c21c6e718"),
                ("images_evaluation.zip", 6_462_886, "6b91aef0f799c5bb55b94e3f2daec811"),
            ),
        ),
        shape=(1, 28, 28),
        code="latentlab.data.omniglot:read_set",
    ),
    Dataset(
        name="cifar10",
        label="CIFAR-10",
        summary="small photographs of ten kinds of things",
        settings=settings_of.Cifar10Config,
        terms=Terms(
            title="CIFAR-10",
            count=60_000,
            classes=10,
            licence="not stated",
            citation="Krizhevsky 2009, Learning multiple layers of features from tiny images",
            remote=files_below(
                ("https://www.cs.toronto.edu/~kriz/",),
                ("cifar-10-binary.tar.gz", 170_052_171, "c32a1d4ab5d03f1284b67883e8d87530"),
            ),
        ),
        shape=(3, 32, 32),
        code="latentlab.data.cifar:read_set",
    ),
    Dataset(
        name="celeba",
        label="CelebA",
        summary="photographs of faces",
        settings=settings_of.CelebaConfig,
        terms=Terms(
            title="CelebA",
            count=202_599,
            classes=0,
            licence="non-commercial research only",
            citation="Liu, Luo, Wang & Tang 2015, Deep learning face attributes in the wild",
            remote=(
                file_on_drive(
                    "list_attr_celeba.txt", "0B7EVK8r0v71pblRyaVFSWGxPY0U", 26_721_026, "75e246fa4810816ffd6ee81facbd244c"
                ),
                file_on_drive(
                    "list_eval_partition.txt", "0B7EVK8r0v71pY0NSMzRuSXJEVkk", 2_836_386, "d32c9cbf5e040fd4025c592c306e6668"
                ),
                file_on_drive(
                    "img_align_celeba.zip", "0B7EVK8r0v71pZjFTYXZWM3FlRnM", 1_443_490_838, "00d2c5bc6d35e252742224ab0c1e8fcb"
                ),
            ),
        ),
        shape=(3, 64, 64),
        attributes=40,
        store="latentlab.data.celeba:store_of",
        code="latentlab.data.celeba:read_set",
    ),
    Dataset(
        name="folder",
        label="Image folder or zip",
        summary="your own image files",
        settings=settings_of.FolderConfig,
        terms=Terms(
            title="Image folder",
            count=None,
            classes=None,
            licence="yours",
            citation="yours",
        ),
        shape=(None, 64, 64),
        own=True,
        store="latentlab.data.own_images:store_of",
        code="latentlab.data.own_images:read_set",
    ),
    Dataset(
        name="array",
        label="Array file (npz, npy)",
        summary="your own arrays",
        settings=settings_of.ArrayConfig,
        terms=Terms(
            title="Array file",
            count=None,
            classes=None,
            licence="yours",
            citation="yours",
        ),
        shape=(None, 32, 32),
        own=True,
        keeps_size=True,
        code="latentlab.data.array:read_set",
    ),
)
