"""Published collections known by the names of their files."""

import re

_NAMES = (
    (r"(data_batch_[1-5]|test_batch)(\.bin)?|cifar-10-(batches-(py|bin)|(python|binary)\.tar\.gz)", "cifar10"),
    (r"list_(attr|eval_partition|landmarks_align|bbox)_?(celeba)?\.(txt|csv)|img_align_celeba(\.zip)?", "celeba"),
    (r"images_(background|evaluation)(_small[12])?(\.zip)?", "omniglot"),
    (r"emnist-(balanced|byclass|bymerge|letters|digits|mnist)-.*", "emnist"),
    (r"fashion-?mnist", "fashion-mnist"),
    (r"kmnist|k?uzushiji-?mnist", "kmnist"),
    (r"(train|t10k)-(images|labels)[-.]idx[13]-ubyte(\.gz)?", "mnist"),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), name) for pattern, name in _NAMES)


def collection_of(name: str) -> str | None:
    """`data.name` of the collection that publishes a file or folder of that name."""
    return next((collection for pattern, collection in _PATTERNS if pattern.fullmatch(name)), None)
