"""How does a sent report become the OSO file that the vo school fetches?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.importen.snapshot import InzageInOso, Persoonsnummer
from overstap.domain.inzages.rules import akkoord_in_oso
from overstap.domain.overdrachten.actions import bewaar_oso_bestand
from overstap.domain.overdrachten.queries import Zending, overdrachten_for, zending_for
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.klok import dag
from overstap.integrations.oso import stel_op
from overstap.integrations.pdf import Stijl, maak_pdf
from overstap.jobs.document import zienswijze
from overstap.jobs.taak import NogNiet, taak

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier

_PDF = "application/pdf"
_NIET_AKKOORD = "De ouders zijn het niet eens met de inhoud."
_MET_ZIENSWIJZE = "Hun zienswijze is als bijlage toegevoegd."


@taak("oso.klaarzetten")
def zet_klaar(*, overdracht_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Make and keep the OSO file of a transfer. Raises `NogNiet` while the PDF of the report is not made yet.

    The file is dated by the day of sending, so that a second run would give the same file.
    """
    dossier = dossier_for(by, dossier_id)
    overdracht = overdrachten_for(by, dossier).filter(id=overdracht_id).first()
    if overdracht is None:
        raise NietGevonden
    if overdracht.bestand_id is not None or overdracht.ingetrokken_op is not None:
        return
    zending = zending_for(by, overdracht)
    if zending is None:
        raise NogNiet(str(overdracht_id))
    oso = stel_op(
        zending.inhoud.geldend(),
        nummer=Persoonsnummer(Nummersoort(zending.nummer[0]), zending.nummer[1]) if zending.nummer else None,
        inzage=_inzage(zending),
        bestanden=(*_eigen_stukken(zending, dossier), *zending.bestanden),
        datum=dag(overdracht.verstuurd_op),
    )
    bewaar_oso_bestand(overdracht=overdracht, oso=oso.stukken(), by=by, at=at)


def _inzage(zending: Zending) -> InzageInOso:
    akkoord = akkoord_in_oso(inzage.akkoord for inzage in zending.inzage)
    zinnen = [_NIET_AKKOORD] if akkoord == "Nee" else []
    if zending.zienswijzen:
        zinnen.append(_MET_ZIENSWIJZE)
    return InzageInOso(
        datum=max((inzage.aangeboden for inzage in zending.inzage), default=None),
        akkoord=akkoord,
        reden=" ".join(zinnen),
    )


def _eigen_stukken(zending: Zending, dossier: Dossier) -> Iterator[Bestand]:
    """The report itself, what was added to it and every zienswijze; the released attachments flow in after them."""
    yield Bestand("rapport", "", "onderwijskundig-rapport.pdf", "Onderwijskundig rapport", _PDF, zending.rapport_pdf)
    for nummer, inhoud in enumerate(zending.aanvullingen, start=1):
        naam = f"aanvulling-{nummer}"
        yield Bestand(naam, "", f"{naam}.pdf", "Aanvulling op het onderwijskundig rapport", _PDF, inhoud)
    for nummer, tekst in enumerate(zending.zienswijzen, start=1):
        inhoud = maak_pdf(zienswijze(tekst, dossier, zending.woord), Stijl.OUDERS)
        yield Bestand(f"zienswijze-{nummer}", "", f"zienswijze-{nummer}.pdf", "Zienswijze van de ouders", _PDF, inhoud)
