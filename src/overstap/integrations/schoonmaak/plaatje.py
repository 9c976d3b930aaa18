"""How does a picture lose where, when and by whom it was made, and keep how it looks?"""

from __future__ import annotations

import io

from PIL import Image, ImageOps

from overstap.domain.bijlagen.enums import Ingreep, Weigerreden
from overstap.integrations.schoonmaak import pdf
from overstap.integrations.schoonmaak.uitkomst import Uitkomst

# Twice what a good telephone makes.
_PUNTEN = 64_000_000
# What says how a picture looks; everything else says something about its maker.
_UITERLIJK = frozenset({
    "jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "icc_profile", "progressive", "progression", "adobe",
    "adobe_transform", "gamma", "srgb", "chromaticity", "transparency", "aspect", "interlace",
})  # fmt: skip
_PUNTEN_PER_DUIM = 150
_EINDE = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82"}


def schoon(inhoud: bytes) -> Uitkomst:
    """Draw the picture anew, upright, without EXIF, XMP, comments or what was hung behind it."""
    Image.MAX_IMAGE_PIXELS = None  # our own limit follows, before anything is unpacked
    with Image.open(io.BytesIO(inhoud), formats=("JPEG", "PNG")) as beeld:
        if beeld.width * beeld.height > _PUNTEN:
            return Uitkomst(reden=Weigerreden.ONLEESBAAR)
        soort = "PNG" if beeld.format == "PNG" else "JPEG"
        beeld.load()
        if _alleen_beeld(beeld, inhoud, soort):
            return Uitkomst()
        return Uitkomst(ingrepen=(Ingreep.GEGEVENS,), inhoud=_opnieuw(beeld, soort))


def als_pdf(inhoud: bytes) -> Uitkomst:
    """Put the picture upright on one page of its own size; what says something about its maker does not come along."""
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(io.BytesIO(inhoud), formats=("JPEG", "PNG")) as beeld:
        if beeld.width * beeld.height > _PUNTEN:
            return Uitkomst(reden=Weigerreden.ONLEESBAAR)
        recht = ImageOps.exif_transpose(beeld).convert("RGBA")
    # A PDF has no see-through paper.
    vel = Image.new("RGB", recht.size, "white")
    vel.paste(recht, mask=recht.getchannel("A"))
    uit = io.BytesIO()
    vel.save(uit, "PDF", resolution=_PUNTEN_PER_DUIM)
    zonder_maker = pdf.schoon(uit.getvalue()).inhoud
    return Uitkomst(ingrepen=(Ingreep.OMGEZET,), inhoud=zonder_maker or uit.getvalue())


def _alleen_beeld(beeld: Image.Image, inhoud: bytes, soort: str) -> bool:
    een_beeld = beeld.format == soort and getattr(beeld, "n_frames", 1) == 1
    return een_beeld and _UITERLIJK.issuperset(map(str, beeld.info)) and inhoud.endswith(_EINDE[soort])


def _opnieuw(beeld: Image.Image, soort: str) -> bytes:
    recht = ImageOps.exif_transpose(beeld)
    uiterlijk = {naam: recht.info[naam] for naam in ("icc_profile", "transparency", "dpi") if naam in recht.info}
    # Pillow writes what it finds in `info` by itself.
    recht.info = {}
    uit = io.BytesIO()
    if soort == "JPEG":
        uiterlijk.pop("transparency", None)
        recht.save(uit, "JPEG", quality=92, **uiterlijk)
    else:
        recht.save(uit, "PNG", **uiterlijk)
    return uit.getvalue()
