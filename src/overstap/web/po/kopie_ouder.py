"""What did one parent write and hand in: the part of a copy (art. 15 AVG) that only this parent gets?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from overstap.domain.bijlagen.enums import Scanstaat
from overstap.domain.inzages.enums import Correctiebesluit
from overstap.domain.inzages.queries import (
    Tekst,
    Verzoeker,
    correcties_for,
    open_stuk_for,
    stukken_for,
    zienswijzen_for,
)
from overstap.foundation.klok import NEDERLAND
from overstap.integrations import pdf
from overstap.web.components.downloads import soort
from overstap.web.components.verzoek import Verzoek

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.foundation.sleutels.kast import Slot


def eigen_woorden(request: Verzoek, dossier: Dossier, slot: Slot, wie: Verzoeker) -> Iterator[tuple[str, bytes]]:
    """(name in the ZIP, content) of what this parent wrote with the answers, and of every file that was not refused."""
    meningen = [een for een in zienswijzen_for(request.actor, dossier, slot) if een.ouder_id in wie.ouder_ids]
    verzoeken = [een for een in correcties_for(request.actor, dossier, slot) if een.ouder_id in wie.ouder_ids]
    antwoorden = [regel for een in verzoeken for regel in _antwoord(een)]
    if meningen or verzoeken:
        blad = pdf.PdfDocument(
            titel=f"Wat {wie.naam} schreef",
            ondertitel=f"Over het rapport van {dossier.leerling.naam}",
            gemaakt_op=request.nu,
            afdelingen=(
                _afdeling("Zienswijzen", [_regel(een) for een in meningen]),
                _afdeling("Verzoeken om een fout te verbeteren", antwoorden),
            ),
            auteur=dossier.school.naam,
        )
        yield "eigen-woorden.pdf", pdf.maak_pdf(blad)
    stukken = (stuk.rij for stuk in stukken_for(request.actor, dossier, slot) if stuk.rij.ouder_id in wie.ouder_ids)
    heel = (rij for rij in stukken if rij.scan != Scanstaat.GEWEIGERD)
    for nummer, rij in enumerate(heel, start=1):
        yield f"eigen-bestand-{nummer}.{soort(rij.mime)}", open_stuk_for(request.actor, rij, slot).read()


def _regel(een: Tekst) -> pdf.Regel:
    return pdf.Regel(f"{een.op.astimezone(NEDERLAND):%-d-%-m-%Y}", een.tekst)


def _antwoord(een: Tekst) -> Iterator[pdf.Regel]:
    yield _regel(een)
    yield pdf.Regel("Antwoord van de school", Correctiebesluit(een.besluit).label if een.besluit else "–", een.uitleg)


def _afdeling(titel: str, regels: list[pdf.Regel]) -> pdf.Afdeling:
    return pdf.Afdeling(titel, "" if regels else "Niets.", tuple(regels))
