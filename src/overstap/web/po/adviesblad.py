"""What stands on the adviesformulier: the advice, the code, and what the parents and the vo school do with it?"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from overstap.integrations import pdf

if TYPE_CHECKING:
    from overstap.domain.adviezen.enums import Niveau
    from overstap.domain.dossiers.models import Dossier

_OUDERS = (
    "Meldt u uw kind aan bij een middelbare school? Geef dit blad of deze code dan aan die school.",
    "Met de code kan de school het rapport lezen, als wij het vrijgaven. U ziet dat op uw eigen pagina.",
    "Geef de code alleen aan een school waar u uw kind echt aanmeldt. Alleen kijken op een open dag kan zonder code.",
    "Bent u dit blad kwijt, of heeft iemand anders het? Vraag ons om een nieuwe code. De oude werkt dan niet meer.",
)
_SCHOOL = (
    "Log in bij Overstap en kies: Meld een leerling aan. Vul de code in.",
    "Doe dit alleen als de ouders deze leerling bij uw school aanmelden. De basisschool en de ouders zien het meteen.",
    "Werkt de code nog niet? Zodra de basisschool het rapport vrijgeeft, staat het vanzelf in uw inbox.",
)
_SLOT = "Op dit blad staat geen BSN. Dat hoeft niet op een aanmelding met een code."


def adviesblad(
    dossier: Dossier, *, code: str, advies: Niveau, geboren: date | None, gemaakt_op: datetime, woord: str
) -> pdf.PdfDocument:
    """The sheet of one pupil, set in the type of the parents; the same code gives the same sheet.

    `woord` is what the region calls the report ("onderwijskundig rapport").
    """
    school = dossier.school
    kenmerken = (
        ("Leerling", dossier.leerling.naam),
        ("Geboren op", f"{geboren.day}-{geboren.month}-{geboren.year}" if geboren else ""),
        ("Basisschool", ", ".join(deel for deel in (school.naam, school.plaats) if deel)),
        ("BRIN", school.brin),
        ("Definitief schooladvies", advies.lang),
    )
    return pdf.PdfDocument(
        titel=f"Adviesformulier van {dossier.leerling.naam}",
        ondertitel=f"Groep {dossier.groep}, schooljaar {dossier.schooljaar}. Hoort bij het {woord}.",
        gemaakt_op=gemaakt_op,
        kenmerken=tuple((label, tekst) for label, tekst in kenmerken if tekst),
        afdelingen=(
            pdf.Afdeling("Unieke code", blokken=(pdf.Regel("Unieke code", code, "Hoofdletters maken niet uit."),)),
            pdf.Afdeling("Voor de ouders", blokken=(pdf.Regel("Wat doet u hiermee?", _OUDERS),)),
            pdf.Afdeling("Voor de middelbare school", blokken=(pdf.Regel("Wat doet u hiermee?", _SCHOOL),)),
        ),
        slotregels=(_SLOT,),
        auteur=school.naam,
    )
