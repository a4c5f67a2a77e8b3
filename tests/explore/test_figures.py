"""Views as figures for papers: as wide as is asked for, letters of a size in points, and every pixel of an image as it is."""

import base64
import io
import itertools
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from latentlab.drawing.font import figure_font
from latentlab.drawing.pdf import LARGEST_SIDE, pdf_file
from latentlab.drawing.sheet import POINTS_A_MM, Dots, Picture, Sheet, Text
from latentlab.drawing.svg import svg_file
from latentlab.errors import ConfigError, ExportError
from latentlab.explore.grid_sheet import grid_sheet
from latentlab.explore.provenance import command_line, read_origin
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export, Exported, Style, ViewRequest
from latentlab.explore.requests.images import Reconstruct, Sample
from latentlab.explore.requests.maps import Map, Marginals
from latentlab.explore.requests.traversal import Traversal, Traverse
from latentlab.explore.requests.values import Failed, PictureGrid
from latentlab.runs import Run

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"


@pytest.fixture
def renderer(tiny_run: Path) -> Renderer:
    return Renderer.of_run(Run(tiny_run))


def _streams(content: bytes) -> list[tuple[str, bytes]]:
    """The dictionaries and the unpacked data of a PDF's streams."""
    found = re.findall(rb"obj\n(<<[^\n]*>>)\nstream\n(.*?)\nendstream", content, re.DOTALL)
    return [(about.decode("ascii"), zlib.decompress(data)) for about, data in found]


def _written(content: bytes) -> list[str]:
    """The texts of a PDF, as its map from glyphs to letters has them."""
    streams = [data for _, data in _streams(content)]
    (letters,) = (data.decode("ascii") for data in streams if b"begincmap" in data)
    known = {int(glyph, 16): chr(int(code, 16)) for glyph, code in re.findall(r"^<(\w{4})> <(\w{4})>$", letters, re.MULTILINE)}
    drawn = re.findall(rb"<([0-9A-F]+)> Tj", streams[-3] if b" Tj" in streams[-3] else b"".join(streams))
    return ["".join(known[int(codes[at : at + 4], 16)] for at in range(0, len(codes), 4)) for codes in drawn]


_VIEWS: dict[str, tuple[ViewRequest, set[str]]] = {
    "traverse": (Traverse(Traversal((3, 1), 2.0, 5), np.zeros(4, np.float32), None, "z = 0"), {"−2.00 σ", "+2.00 σ"}),
    "reconstruct": (Reconstruct(count=4), {"original", "reconstruction"}),
    "map": (Map("dims", (0, 1)), {"z0, units of z", "z1, units of z", "Label · images"}),
    "marginals": (Marginals((0, 2)), {"aggregate posterior", "prior", "−4"}),
}


@pytest.mark.parametrize("name", _VIEWS)
def test_a_figure_is_as_wide_as_asked_for_and_its_text_is_text(renderer: Renderer, tmp_path: Path, name: str) -> None:
    request, expected = _VIEWS[name]
    files = {ending: tmp_path / f"figure{ending}" for ending in (".svg", ".pdf")}
    for path in files.values():
        assert isinstance(renderer.render(Export(request, path, width_mm=85)), Exported)
        origin = read_origin(path)
        assert origin is not None
        assert (origin.step, type(origin.request)) == (8, type(request))

    root = ElementTree.parse(files[".svg"]).getroot()
    texts = [element.text or "" for element in root.iter(f"{_SVG}text")]
    width, height = (float(root.get(side, "").removesuffix("mm")) for side in ("width", "height"))
    box = [float(side) for side in root.get("viewBox", "").split()]
    assert width == 85
    assert box == pytest.approx([0, 0, 85 * POINTS_A_MM, height * POINTS_A_MM], abs=0.01)  # so a unit is a point
    assert {float(element.get("font-size", 0)) for element in root.iter(f"{_SVG}text")} <= {6, 7}
    assert expected <= set(texts)

    content = files[".pdf"].read_bytes()
    (page,) = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert [float(side) for side in page] == pytest.approx(box[2:], abs=0.01)
    assert _written(content) == texts
    assert b"/FontFile2" in content
    assert re.search(rb"startxref\n(\d+)\n%%EOF\n$", content)


def test_every_image_keeps_its_pixels_and_is_not_smoothed(renderer: Renderer, tmp_path: Path) -> None:
    request = Sample(3, columns=3)
    drawn = renderer.render(request).grid.images.reshape(3, -1)  # type: ignore[attr-defined]
    for ending in (".svg", ".pdf"):
        assert isinstance(renderer.render(Export(request, tmp_path / f"a{ending}", labels=False)), Exported)
    images = list(ElementTree.parse(tmp_path / "a.svg").getroot().iter(f"{_SVG}image"))
    packed = [base64.b64decode(image.get(_HREF, "").removeprefix("data:image/png;base64,")) for image in images]
    assert [np.asarray(Image.open(io.BytesIO(file))).ravel().tolist() for file in packed] == drawn.tolist()
    assert {image.get("style") for image in images} == {"image-rendering:pixelated"}
    inside = [(about, data) for about, data in _streams((tmp_path / "a.pdf").read_bytes()) if "/Image" in about]
    assert [list(data) for _, data in inside] == drawn.tolist()
    assert all("/Interpolate false" in about for about, _ in inside)


def test_a_table_of_a_pdf_says_where_each_object_begins() -> None:
    sheet = Sheet(100, 50, [Text(1, 9, "a−b", 7), Picture(0, 10, 5, 5, np.zeros((2, 2, 1), np.uint8))])
    content = pdf_file(sheet, "A", {})
    start = int(re.findall(rb"startxref\n(\d+)", content)[0])
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n", content[start:])]
    assert content[start : start + 4] == b"xref"
    assert [content[place:].split(b" ", 1)[0] for place in places] == [b"%d" % number for number in range(1, len(places) + 1)]


def test_letters_are_as_wide_as_in_arial() -> None:
    font = figure_font()
    assert font.units == 2048
    assert [font.advances[font.glyphs[ord(letter)]] for letter in "A0im"] == [1366, 1139, 455, 1706]
    assert font.width("A0", 10) == pytest.approx((1366 + 1139) / 204.8)
    assert all(ord(letter) in font.glyphs for letter in "−·…‖β→σ±μ²αλΣ×γ≤≥ₖ₂½δΔøε∞°≈φéü“”")


def _grid(columns: int, labels: tuple[str, ...], rows: int = 1) -> PictureGrid:
    return PictureGrid(np.zeros((rows, columns, 4, 4, 1), np.uint8), ("z0",) * rows, labels)


@pytest.mark.parametrize("columns", [2, 9, 11, 24, 101])
def test_labels_never_touch_and_stay_on_the_sheet(columns: int) -> None:
    labels = tuple(f"{value:+.2f}" for value in np.linspace(-3, 3, columns))
    sheet = grid_sheet(_grid(columns, labels, rows=40), 85 * POINTS_A_MM, labels=True)
    heads = [item for item in sheet.items if isinstance(item, Text) and item.words != "z0"]
    sides = [(item.x - half, item.x + half) for item in heads for half in [figure_font().width(item.words, item.size) / 2]]
    assert len(heads) >= 2
    assert heads[0].words == labels[0]
    assert sides[0][0] >= 0
    assert sides[-1][1] <= sheet.width + 1e-6
    assert all(left > right for (_, right), (left, _) in itertools.pairwise(sides))
    rows = [item.y for item in sheet.items if isinstance(item, Text) and item.words == "z0"]
    assert all(below - above >= 7 for above, below in itertools.pairwise(rows))


def test_the_first_the_middle_and_the_last_column_are_named() -> None:
    labels = tuple(f"{value:+.2f}" for value in range(-5, 6))
    heads = [item.words for item in grid_sheet(_grid(11, labels), 180, labels=True).items if isinstance(item, Text)][1:]
    assert heads == ["-5.00", "+0.00", "+5.00"]


def test_a_strangers_label_is_no_markup_and_a_letter_without_a_glyph_is_named() -> None:
    sheet = Sheet(100, 20, [Text(0, 9, "<script>&\x00数", 7)])
    root = ElementTree.fromstring(svg_file(sheet, "<t>", {"run": "</metadata><script>"}))
    assert [element.text for element in root.iter(f"{_SVG}text")] == ["<script>&数"]
    assert not list(root.iter(f"{_SVG}script"))
    with pytest.raises(ExportError, match="the font of a .pdf has no letter"):
        pdf_file(sheet, "A", {})
    with pytest.raises(ExportError, match=r"a .pdf has at most 5,080 mm a side"):
        pdf_file(Sheet(10, LARGEST_SIDE + 1), "A", {})


def test_dots_keep_their_order_and_neighbours_of_a_colour_share_an_element() -> None:
    colours = np.array([(255, 0, 0), (255, 0, 0), (0, 0, 255), (255, 0, 0)], np.uint8)
    dots = Dots(np.array([(1.0, 2.0), (3.0, 4.0), (5.0, 6.0), (7.0, 8.0)]), colours, 1.5)
    root = ElementTree.fromstring(svg_file(Sheet(10, 10, [dots]), "", {}))
    paths = [(element.get("stroke"), (element.get("d") or "").count("M")) for element in root.iter(f"{_SVG}path")]
    assert paths == [("#ff0000", 2), ("#0000ff", 1), ("#ff0000", 1)]


@pytest.mark.parametrize(
    ("name", "style", "words"),
    [
        ("a.png", Style(width_mm=85), "width_mm = 85: is for .svg and .pdf; a .png is as wide as its pixels."),
        ("a.pdf", Style(width_mm=5), "width_mm = 5: must be 10 to 1000 mm"),
        ("a.svg", Style(scale=4), "scale = 4: a .svg keeps the images' own pixels; width_mm says how wide it is."),
    ],
)
def test_a_figure_that_makes_no_sense_is_refused(name: str, style: Style, words: str) -> None:
    with pytest.raises(ConfigError) as told:
        Export(Sample(4), Path(name), **style)
    assert words in str(told.value)


def test_a_figure_without_room_says_so(renderer: Renderer, tmp_path: Path) -> None:
    many = Traverse(Traversal((0,), 2.0, 101), np.zeros(4, np.float32), None, "z = 0")
    for request, words in ((many, "mm for each of 101 columns"), (Map("dims", (0, 1)), "leaves no room for a map")):
        failed = renderer.render(Export(request, tmp_path / "a.pdf", width_mm=30))
        assert isinstance(failed, Failed)
        assert words in failed.message
    assert not list(tmp_path.glob("a*"))


def test_the_command_line_draws_the_same_figure(
    tiny_run: Path, run_command: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    export = Export(Reconstruct(count=3), tmp_path / "a.svg", width_mm=88.9)
    assert command_line(tiny_run, 8, export).endswith("--width-mm 88.9 -o a.svg")
    code, out, _ = run_command("reconstruct", tiny_run, "--count", 3, "--width-mm", 88.9, "-o", tmp_path / "a.svg")
    assert (code, out.strip()) == (0, str(tmp_path / "a.svg"))
    assert ElementTree.parse(tmp_path / "a.svg").getroot().get("width") == "88.9mm"
