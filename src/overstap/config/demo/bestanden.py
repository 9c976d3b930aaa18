"""How does the demo make small, healthy attachments: a page of PDF, and a picture?"""

from __future__ import annotations

import hashlib
import io
from datetime import UTC, date, datetime

from PIL import Image, ImageDraw

from overstap.domain.bijlagen.snapshot import Bestand
from overstap.integrations.pdf import Afdeling, PdfDocument, Regel, maak_pdf


def pdf_bestand(naam: str, plek: str, titel: str, regels: tuple[tuple[str, str], ...], op: date) -> Bestand:
    """A PDF of one page with these lines, as an attachment at `plek` in the OSO file."""
    document = PdfDocument(
        titel=titel,
        gemaakt_op=datetime(op.year, op.month, op.day, 12, tzinfo=UTC),
        ondertitel="Verzonnen voorbeeld",
        afdelingen=(Afdeling("Inhoud", blokken=tuple(Regel(label, tekst) for label, tekst in regels)),),
    )
    return _bestand(naam, plek, titel, "application/pdf", maak_pdf(document))


def foto_bestand(naam: str, plek: str, omschrijving: str, zaad: int) -> Bestand:
    """A small drawing of coloured shapes, as a PNG."""
    beeld = Image.new("RGB", (320, 200), (246, 243, 232))
    teken = ImageDraw.Draw(beeld)
    for nummer in range(9):
        kleur = (40 + zaad * 31 % 160, 60 + nummer * 19 % 150, 90 + (zaad + nummer) * 13 % 140)
        links, boven = (nummer * 97 + zaad * 41) % 260, (nummer * 53 + zaad * 29) % 150
        teken.ellipse((links, boven, links + 30 + nummer * 5, boven + 30 + nummer * 4), fill=kleur)
    uit = io.BytesIO()
    beeld.save(uit, "PNG")
    return _bestand(naam, plek, omschrijving, "image/png", uit.getvalue())


def _bestand(naam: str, plek: str, omschrijving: str, mime: str, inhoud: bytes) -> Bestand:
    # The same key as the OSO reader would give it, so that a later import knows it again.
    sleutel = hashlib.sha256(naam.encode() + b"\x00" + inhoud).hexdigest()[:24]
    return Bestand(sleutel, plek, naam, omschrijving, mime, inhoud)
