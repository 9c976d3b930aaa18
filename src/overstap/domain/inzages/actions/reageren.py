"""Which acts does a parent do on the own page?"""

from __future__ import annotations

import json
from datetime import datetime
from uuid import UUID, uuid4

from overstap.domain.dossiers.actions import bekeken
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.inzages.actions.uitnodigen import InzageGeweigerd
from overstap.domain.inzages.enums import Akkoord
from overstap.domain.inzages.models import Correctieverzoek, Inzage, Zienswijze
from overstap.domain.inzages.queries import eigen_dossier_for, eigen_inzage_for, naam_en_mail_for
from overstap.domain.inzages.rules import MAXIMALE_TEKST
from overstap.domain.rapporten.models import Versie
from overstap.domain.rapporten.queries import laatste_versie_for, versie_for
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record


def open_rapport(*, by: Actor, at: datetime) -> Versie:
    """A parent opens the report: the newest version, and the first time is remembered as proof."""
    by.require(Recht.RAPPORT_INZIEN)
    dossier = eigen_dossier_for(by)
    inzage = eigen_inzage_for(by)
    versie = laatste_versie_for(by, dossier)
    if inzage.geopend_op is None:
        inzage.geopend_op = at
        inzage.save(update_fields=["geopend_op"])
    bekeken(dossier=dossier, wat="rapport", by=by, at=at, object_id=versie.id)
    return versie


def teken_gezien(*, versie_id: UUID, akkoord: Akkoord, by: Actor, at: datetime) -> None:
    """Sign for seen: name, moment and version. It is not agreement, and may be done again for a newer version."""
    by.require(Recht.ZIENSWIJZE_GEVEN)
    dossier = eigen_dossier_for(by)
    versie = versie_for(by, dossier, versie_id)
    inzage = Inzage.objects.select_for_update().get(id=eigen_inzage_for(by).id)
    inzage.gezien_op, inzage.gezien_versie_id, inzage.akkoord = at, versie.id, akkoord
    inzage.save(update_fields=["gezien_op", "gezien_versie_id", "akkoord"])
    record("rapport.gezien", by=by, at=at, dossier_id=dossier.id, object_id=versie.id)


def geef_zienswijze(*, tekst: str, by: Actor, at: datetime) -> UUID:
    """Add the parent's own view; the school cannot change it and it always travels along."""
    rij = _schrijf_op(Zienswijze, "zienswijze", tekst, by, at)
    record("zienswijze.gegeven", by=by, at=at, dossier_id=rij.dossier_id, object_id=rij.id)
    return rij.id


def vraag_correctie(*, tekst: str, by: Actor, at: datetime) -> UUID:
    """Ask the school to correct a fact (art. 16 AVG); it answers within a month."""
    rij = _schrijf_op(Correctieverzoek, "correctie", tekst, by, at)
    record("correctie.gevraagd", by=by, at=at, dossier_id=rij.dossier_id, object_id=rij.id)
    return rij.id


def _schrijf_op(
    soort: type[Zienswijze | Correctieverzoek], plek: str, tekst: str, by: Actor, at: datetime
) -> Zienswijze | Correctieverzoek:
    """Keep what this parent wrote, word for word and with the name, under the dossier's key."""
    by.require(Recht.ZIENSWIJZE_GEVEN)
    if not tekst.strip():
        raise InzageGeweigerd("Schrijf eerst uw tekst op. Daarna kunt u die versturen.")
    if len(tekst) > MAXIMALE_TEKST:
        raise InzageGeweigerd(f"Uw tekst is te lang: {len(tekst)} tekens. Er passen {MAXIMALE_TEKST} tekens.")
    dossier, inzage = eigen_dossier_for(by), eigen_inzage_for(by)
    slot = slot_for(by, dossier)
    naam, _ = naam_en_mail_for(by, inzage, slot)
    inhoud = json.dumps({"tekst": tekst, "naam": naam}, ensure_ascii=False).encode()
    rij_id = uuid4()
    return soort.objects.create(
        id=rij_id,
        dossier_id=inzage.dossier_id,
        school_id=inzage.school_id,
        inzage=inzage,
        ouder_id=inzage.ouder_id,
        geheim=slot.versleutel(inhoud, f"{plek}:{rij_id}"),
        ingediend_op=at,
    )
