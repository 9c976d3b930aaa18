"""How does a document become an accessible PDF (PDF/UA-1 and PDF/A-2a)?"""

import json
import re
from functools import lru_cache
from pathlib import Path

import typst

from overstap.integrations.pdf.dekking import FONTS
from overstap.integrations.pdf.document import PdfDocument, PdfFout, Stijl
from overstap.integrations.pdf.gegevens import NIET_TOONBAAR, Zetter
from overstap.integrations.pdf.tekst import VERVANGING, alineas, kort

SJABLOON = Path(__file__).parent / "sjabloon"
TAAL = re.compile(r"[a-z]{2,3}")
CITAAT = re.compile(r"""[`"'“:].*""", re.DOTALL)
VINGERAFDRUK = re.compile(r"(?:[0-9a-f]{64})?")


def maak_pdf(document: PdfDocument, stijl: Stijl = Stijl.RAPPORT) -> bytes:
    """Return `document` as PDF bytes; equal documents give equal bytes.

    Raises `PdfFout` when the document is not complete enough to be accessible (no title, no time
    zone, a table whose rows do not fit) or when typst refuses it.
    """
    _controleer(document)
    try:
        return _zet(document, stijl, streng=False)
    except typst.TypstError as fout:
        # PDF/UA forbids a character without a glyph. Each character has one in some font, but an
        # unusual combination (an Arabic letter with a Vietnamese accent) may have none.
        if "could not be displayed" not in fout.message:
            raise _als_pdffout(fout) from None
    try:
        return _zet(document, stijl, streng=True)
    except typst.TypstError as fout:
        raise _als_pdffout(fout) from None


def _zet(document: PdfDocument, stijl: Stijl, *, streng: bool) -> bytes:
    gegevens = Zetter(document, stijl, streng=streng).gegevens()
    tekst = json.dumps(gegevens, ensure_ascii=False)
    if streng or VERVANGING in tekst:
        gegevens["slotregels"].extend(vars(alinea) for alinea in alineas(NIET_TOONBAAR))
        tekst = json.dumps(gegevens, ensure_ascii=False)
    pdf = typst.compile(
        SJABLOON / "document.typ",
        root=SJABLOON,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"gegevens": tekst},
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        timestamp=int(document.gemaakt_op.timestamp()),
    )
    if not isinstance(pdf, bytes):
        raise PdfFout("De PDF kon niet worden gemaakt.")
    return _met_eenduidig_einde(pdf)


def _met_eenduidig_einde(pdf: bytes) -> bytes:
    """Return `pdf` with streams whose end can be read in one way only.

    PDF/A wants the length of a stream to match the bytes up to the line end before `endstream`.
    Of compressed bytes that happen to end in CR, the LF that typst writes after them makes a CRLF,
    so that a strict reader counts one byte too few. A CR as line end has the same size and is
    never taken together with the CR before it.
    """
    return pdf.replace(b"\r\nendstream", b"\r\rendstream")


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Read our fonts once; nothing of the machine itself may show in a document."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _controleer(document: PdfDocument) -> None:
    if not kort(document.titel):
        raise PdfFout("Het document heeft geen titel.")
    if document.gemaakt_op.tzinfo is None:
        raise PdfFout("Het tijdstip van het document heeft geen tijdzone.")
    if not TAAL.fullmatch(document.taal):
        raise PdfFout("De taal van het document is geen taalcode van twee of drie letters.")
    if not VINGERAFDRUK.fullmatch(document.vingerafdruk):
        raise PdfFout("De vingerafdruk is geen SHA-256 in 64 hexadecimale tekens.")


def _als_pdffout(fout: typst.TypstError) -> PdfFout:
    """Keep typst's words up to what it quotes: errors end in logs, where no pupil's text may be."""
    return PdfFout(f"De PDF kon niet worden gemaakt: {CITAAT.sub('', fout.message).strip()}.")
