"""Is a picture with another colour or place another picture, and one with other edges the same?"""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from tests.hulpbeelden.gelijkenis import anders

KNOP, LIJN = (40, 40, 120, 72), (10, 103, 190, 104)


def beeld(*, kleur: str = "#115e6e", knop: tuple[int, ...] = KNOP, lijn: tuple[int, ...] = LIJN) -> bytes:
    """A page with a button and a line."""
    uit, blad = BytesIO(), Image.new("RGB", (200, 160), "white")
    teken = ImageDraw.Draw(blad)
    teken.rectangle(knop, fill=kleur)
    teken.rectangle(lijn, fill="black")
    blad.save(uit, "WEBP", lossless=True)
    return uit.getvalue()


def test_a_colour_and_a_place_are_seen_and_said() -> None:
    assert anders(beeld(), beeld(), "webp") == ""
    assert "tussen (40, 40) en (120, 72)" in anders(beeld(kleur="#5694ca"), beeld(), "webp")
    assert anders(beeld(knop=(40, 48, 120, 80)), beeld(), "webp")
    assert anders(beeld(knop=(0, 0, 0, 0)), beeld(), "webp")


def test_an_edge_of_one_point_is_not() -> None:
    assert anders(beeld(lijn=(10, 104, 190, 105)), beeld(), "webp") == ""


def test_captions_are_held_to_the_letter() -> None:
    assert anders(b"WEBVTT\n", b"WEBVTT\n", "vtt") == ""
    assert anders(b"WEBVTT\n\nKies.", b"WEBVTT\n\nKiest.", "vtt") == "andere ondertitels"
