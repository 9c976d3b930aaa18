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
from overstap.foundation.access import Rol
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.foundation.klok import NEDERLAND
from overstap.integrations import pdf
from overstap.web.components.downloads import soort
from overstap.web.components.verzoek import Verzoek

if TYPE_CHECKING:
    from uuid import UUID

    from overstap.domain.dossiers.models import Dossier
    from overstap.foundation.audit.models import AuditEvent
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


def zonder_andere_ouder(request: Verzoek, dossier: Dossier, slot: Slot, wie: Verzoeker | None) -> list[AuditEvent]:
    """What happened with the dossier, but not that another parent looked, wrote, or was written to."""
    eigen: set[UUID] = set()
    if wie:
        teksten = (*zienswijzen_for(request.actor, dossier, slot), *correcties_for(request.actor, dossier, slot))
        eigen = {*wie.ouder_ids, wie.inzage_id, *(een.id for een in teksten if een.ouder_id in wie.ouder_ids)}
        stukken = (stuk.rij for stuk in stukken_for(request.actor, dossier, slot))
        eigen |= {rij.id for rij in stukken if rij.ouder_id in wie.ouder_ids}
    return [een for een in gebeurtenissen_for(request.actor, dossier.id) if _mag_erin(een, eigen)]


# Events about one parent: `object_id` says which, by the account, the offer, the text or the file.
_OVER_EEN_OUDER = ("ouders.", "zienswijze.", "correctie.", "stuk.", "zorgzienswijze.", "rapport.gezien_op_papier")


def _mag_erin(een: AuditEvent, eigen: set[UUID]) -> bool:
    if een.rol == Rol.OUDER:
        return een.actor_id in eigen
    return not een.wat.startswith(_OVER_EEN_OUDER) or een.object_id in eigen


def _regel(een: Tekst) -> pdf.Regel:
    return pdf.Regel(f"{een.op.astimezone(NEDERLAND):%-d-%-m-%Y}", een.tekst)


def _antwoord(een: Tekst) -> Iterator[pdf.Regel]:
    yield _regel(een)
    yield pdf.Regel("Antwoord van de school", Correctiebesluit(een.besluit).label if een.besluit else "–", een.uitleg)


def _afdeling(titel: str, regels: list[pdf.Regel]) -> pdf.Afdeling:
    return pdf.Afdeling(titel, "" if regels else "Niets.", tuple(regels))
