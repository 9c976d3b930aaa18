"""How does Overstap make a PDF that everyone can read?"""

from overstap.integrations.pdf.document import (
    Afdeling,
    Beeld,
    Beeldenrij,
    Invulvak,
    Kop,
    PdfDocument,
    PdfFout,
    Regel,
    Stijl,
    Tabel,
)
from overstap.integrations.pdf.maken import maak_pdf
from overstap.integrations.pdf.oefening import oefenband

__all__ = [
    "Afdeling",
    "Beeld",
    "Beeldenrij",
    "Invulvak",
    "Kop",
    "PdfDocument",
    "PdfFout",
    "Regel",
    "Stijl",
    "Tabel",
    "maak_pdf",
    "oefenband",
]
