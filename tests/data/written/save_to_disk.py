"""Writes `saved/` with Hugging Face's datasets: python save_to_disk.py. It is not needed to run the tests."""

import json
from pathlib import Path

import numpy as np
from datasets import ClassLabel, Dataset, Features, Image, Value, load_from_disk
from datasets.arrow_writer import ArrowWriter
from PIL import Image as Pictures

FEATURES = Features({"image": Image(), "label": ClassLabel(names=["cat", "dog"]), "age": Value("float32")})


def write(folder: Path, part: str, numbers: range) -> None:
    place = folder.with_name(f"{part}.arrow")
    with ArrowWriter(path=str(place), features=FEATURES) as writer:
        for number in numbers:
            pixels = np.random.default_rng(number).integers(0, 256, (16, 16), np.uint8)
            writer.write(FEATURES.encode_example({"image": Pictures.fromarray(pixels), "label": number % 2, "age": number / 2}))
        writer.finalize()
    Dataset.from_file(str(place)).save_to_disk(str(folder / part), num_shards=2)
    place.unlink()


if __name__ == "__main__":
    saved = Path(__file__).with_name("saved")
    write(saved, "train", range(6))
    write(saved, "test", range(6, 8))
    (saved / "dataset_dict.json").write_text(json.dumps({"splits": ["train", "test"]}), encoding="utf-8")
    assert len(load_from_disk(str(saved))["train"]) == 6
