"""How does an attachment come beside a definitive report, so that the parents are told before it goes?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from overstap.domain.bijlagen.actions import bepaal_vrijgave, voeg_toe
from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
from overstap.domain.bijlagen.rules import Gegeven
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.inzages.actions.inlichten import licht_ouders_in
from overstap.domain.rapporten.queries import laatste_versie_for
from overstap.foundation.access import Actor


def voeg_bijlage_toe(
    *,
    dossier_id: UUID,
    bestandsnaam: str,
    omschrijving: str,
    mime: str,
    soort: Bijlagesoort,
    inhoud: Iterable[bytes],
    omvang: int,
    besproken_op: date | None,
    by: Actor,
    at: datetime,
    vervangt: UUID | None = None,
    als_pdf: bool = False,
) -> UUID:
    """Add a document by hand, in every state of the report; see `bijlagen.actions.voeg_toe`.

    Of a definitive report it stands beside the newest version, which stays what it was.
    """
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    later_bij = laatste_versie_for(by, dossier).id if Staat(dossier.staat) in BEVROREN else None
    return voeg_toe(
        dossier_id=dossier_id, bestandsnaam=bestandsnaam, omschrijving=omschrijving, mime=mime, soort=soort,
        inhoud=inhoud, omvang=omvang, besproken_op=besproken_op, vervangt=vervangt, als_pdf=als_pdf,
        later_bij=later_bij, by=by, at=at,
    )  # fmt: skip


def bepaal_bijlage(
    *,
    dossier_id: UUID,
    bijlage_id: UUID,
    soort: Bijlagesoort,
    aan: Collection[Ontvanger],
    gegeven: Gegeven | None,
    besproken_op: date | None,
    by: Actor,
    at: datetime,
) -> None:
    """Say what an attachment is and to whom it goes; see `bijlagen.actions.bepaal_vrijgave`.

    Parents are told of one that opens beside a definitive report: they see it before it goes.
    """
    open_ = bepaal_vrijgave(
        dossier_id=dossier_id, bijlage_id=bijlage_id, soort=soort, aan=aan, gegeven=gegeven, besproken_op=besproken_op,
        by=by, at=at,
    )  # fmt: skip
    dossier = dossier_for(by, dossier_id)
    if Ontvanger.VO in open_ and Staat(dossier.staat) in BEVROREN:
        licht_ouders_in(dossier=dossier, by=by, at=at)
