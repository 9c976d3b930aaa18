"""What stands on the adviesformulier: the advice, the code, and what the parents and the vo school do with it?"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from overstap.integrations import pdf

if TYPE_CHECKING:
    from overstap.domain.adviezen.enums import Niveau
    from overstap.domain.dossiers.models import Dossier

_OUDERS = (
    (
        "Geef dit blad of deze code aan de middelbare school waar u uw kind aanmeldt. Die school kan dan het rapport "
        "lezen, als wij het vrijgaven. U ziet dat op uw eigen pagina."
    ),
    "Geef de code aan niemand anders. Kijken op een open dag kan zonder code.",
    "Blad kwijt, of in verkeerde handen? Vraag ons om een nieuwe code. De oude werkt dan niet meer.",
)
_SCHOOL = (
    (
        "Log in bij Overstap, kies “Meld een leerling aan” en vul de code in. Doe dit alleen als de ouders deze "
        "leerling bij u aanmelden: zij en de basisschool zien het meteen."
    ),
    "Werkt de code nog niet? Zodra de basisschool het rapport vrijgeeft, staat het vanzelf in uw inbox.",
)


def adviesblad(
    dossier: Dossier, *, code: str, advies: Niveau, geboren: date | None, gemaakt_op: datetime, woord: str
) -> pdf.PdfDocument:
    """The sheet of one pupil, on one page; the same code gives the same sheet.

    `woord` is what the region calls the report ("onderwijskundig rapport").
    """
    school = dossier.school
    kenmerken = (
        ("Leerling", dossier.leerling.naam),
        ("Geboren op", f"{geboren.day}-{geboren.month}-{geboren.year}" if geboren else ""),
        ("Basisschool", ", ".join(deel for deel in (school.naam, school.plaats) if deel)),
        ("BRIN", school.brin),
        ("Definitief schooladvies", advies.lang),
        ("Hoort bij", f"{woord}, schooljaar {dossier.schooljaar}"),
    )
    return pdf.PdfDocument(
        titel=f"Adviesformulier van {dossier.leerling.naam}",
        ondertitel=f"Unieke code: {code}",
        gemaakt_op=gemaakt_op,
        kenmerken=tuple((label, tekst) for label, tekst in kenmerken if tekst),
        afdelingen=(
            pdf.Afdeling(
                "Wat doet u met de code?",
                blokken=(pdf.Regel("Ouders", _OUDERS), pdf.Regel("Middelbare school", _SCHOOL)),
            ),
        ),
        auteur=school.naam,
    )
