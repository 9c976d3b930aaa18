"""Does somebody see a difference between two pictures or clips? Colours and places count, edges of letters do not.

The letters of another Chromium differ a little at their edges. So squares of eight by eight points are held against
each other, each as its one mean colour.
"""

from __future__ import annotations

from io import BytesIO

import av
from PIL import Image, ImageChops

_VAK = 8
# How far the mean of a square may be off (of 255, in its worst colour), and how many squares may be further off.
_NUANCE, _VAKKEN = 48, 3


def anders(nieuw: bytes, oud: bytes, soort: str) -> str:
    """What somebody sees that changed between two files of one kind (webp, webm, vtt), or nothing."""
    if nieuw == oud:
        return ""
    if soort == "vtt":
        return "andere ondertitels"
    if soort == "webp":
        return _beeld_anders(Image.open(BytesIO(nieuw)).convert("RGB"), Image.open(BytesIO(oud)).convert("RGB"))
    return _film_anders(_beelden(nieuw), _beelden(oud))


def _film_anders(nieuw: list[tuple[int, Image.Image]], oud: list[tuple[int, Image.Image]]) -> str:
    if [moment for moment, _beeld in nieuw] != [moment for moment, _beeld in oud]:
        return "andere beelden of tijden"
    gevonden = ((moment, _beeld_anders(a, b)) for (moment, a), (_moment, b) in zip(nieuw, oud, strict=True))
    return next((f"na {moment / 1000:.1f} s: {wat}" for moment, wat in gevonden if wat), "")


def _beeld_anders(nieuw: Image.Image, oud: Image.Image) -> str:
    if nieuw.size != oud.size:
        return f"{nieuw.size} in plaats van {oud.size}"
    verschil = ImageChops.difference(nieuw.reduce(_VAK), oud.reduce(_VAK))
    ergste = ImageChops.lighter(ImageChops.lighter(*verschil.split()[:2]), verschil.split()[2])
    ver = ergste.point(lambda waarde: 255 if waarde > _NUANCE else 0)
    aantal = ver.histogram()[255]
    if aantal <= _VAKKEN:
        return ""
    links, boven, rechts, onder = (kant * _VAK for kant in ver.getbbox())
    return f"{aantal} vakjes verschillen tussen ({links}, {boven}) en ({rechts}, {onder})"


def _beelden(film: bytes) -> list[tuple[int, Image.Image]]:
    """Every picture of a video, with the millisecond at which it comes."""
    with av.open(BytesIO(film)) as bak:
        return [(round(f.pts * f.time_base * 1000), f.to_image()) for f in bak.decode(video=0)]
