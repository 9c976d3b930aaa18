"""Which characters can our own fonts show?"""

import struct
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"


@lru_cache(maxsize=1)
def toonbaar() -> frozenset[int]:
    """Return every code point that at least one font in `fonts/` has a glyph for."""
    gevonden: set[int] = set()
    for bestand in sorted(FONTS.glob("*.ttf")):
        gevonden |= codepunten(bestand.read_bytes())
    return frozenset(gevonden)


def codepunten(font: bytes) -> set[int]:
    """Return the code points in the `cmap` table of a TrueType font.

    Only the two subtable formats for Unicode are read: 4 (first plane) and 12 (all planes).
    """
    start = _begin_van_cmap(font)
    (aantal,) = struct.unpack_from(">H", font, start + 2)
    punten: set[int] = set()
    for nummer in range(aantal):
        (verschil,) = struct.unpack_from(">4xI", font, start + 4 + 8 * nummer)
        (vorm,) = struct.unpack_from(">H", font, start + verschil)
        if vorm == 4:
            punten |= _vorm_4(font, start + verschil)
        elif vorm == 12:
            punten |= _vorm_12(font, start + verschil)
    return punten


def _begin_van_cmap(font: bytes) -> int:
    (aantal,) = struct.unpack_from(">H", font, 4)
    for nummer in range(aantal):
        naam, begin = struct.unpack_from(">4s4xI", font, 12 + 16 * nummer)
        if naam == b"cmap":
            return int(begin)
    raise ValueError("no cmap table in this font")


def _vorm_4(font: bytes, begin: int) -> set[int]:
    (dubbel,) = struct.unpack_from(">H", font, begin + 6)
    deel = f">{dubbel // 2}H"
    einden = struct.unpack_from(deel, font, begin + 14)
    starten = struct.unpack_from(deel, font, begin + 16 + dubbel)
    # 0xFFFF only closes the list. A hole inside a segment (glyph 0) does occur, so the glyph
    # itself is looked up.
    return {
        punt
        for segment, (eerste, laatste) in enumerate(zip(starten, einden, strict=True))
        for punt in range(eerste, laatste + 1)
        if punt != 0xFFFF and _glyph_4(font, begin + 16 + 2 * dubbel + 2 * segment, dubbel, punt, eerste)
    }


def _glyph_4(font: bytes, plaats: int, dubbel: int, punt: int, eerste: int) -> int:
    """Return the glyph number of `punt` in the segment whose difference stands at `plaats`."""
    (verschil,) = struct.unpack_from(">H", font, plaats)
    (sprong,) = struct.unpack_from(">H", font, plaats + dubbel)
    if sprong == 0:
        return int(punt + verschil) & 0xFFFF
    (glyph,) = struct.unpack_from(">H", font, plaats + dubbel + sprong + 2 * (punt - eerste))
    return int(glyph)


def _vorm_12(font: bytes, begin: int) -> set[int]:
    (groepen,) = struct.unpack_from(">I", font, begin + 12)
    punten: set[int] = set()
    for nummer in range(groepen):
        eerste, laatste = struct.unpack_from(">II", font, begin + 16 + 12 * nummer)
        punten.update(range(eerste, laatste + 1))
    return punten
