"""Which acts does a parent do on the own page?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from overstap.domain.dossiers.actions import bekeken
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.inzages.actions.stukken import Aangeleverd, bewaar_stuk
from overstap.domain.inzages.actions.uitnodigen import InzageGeweigerd
from overstap.domain.inzages.enums import Akkoord, Stuksoort, Zienswijzevorm
from overstap.domain.inzages.models import Correctieverzoek, Inzage, Ouderstuk, Zienswijze
from overstap.domain.inzages.queries import (
    Lezing,
    eigen_dossier_for,
    eigen_inzage_for,
    leesrecht_for,
    lezing_for,
    wie_for,
)
from overstap.domain.inzages.rules import MAXIMALE_TEKST, MAXIMUM_BESTANDEN, MEESTE_BESTANDEN, MEESTE_REACTIES
from overstap.domain.mailkeuzes.actions import las_wat_wachtte
from overstap.domain.rapporten.models import Versie
from overstap.domain.rapporten.queries import versie_for
from overstap.foundation.access import Actor, GeenRecht, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag, middag


def open_rapport(*, by: Actor, at: datetime, lezing: Lezing | None = None) -> Versie:
    """A parent opens the report: the newest version, and the first time is remembered as proof.

    `lezing` is what this parent reads in this same transaction, when it was read already.
    """
    by.require(Recht.RAPPORT_INZIEN)
    lezing = lezing or lezing_for(by, at)
    dossier, inzage, versie = lezing.dossier, lezing.inzage, lezing.versie
    if inzage.geopend_op is None:
        inzage.geopend_op = at
        inzage.save(update_fields=["geopend_op"])
    las_wat_wachtte(by=by, at=at)
    bekeken(dossier=dossier, wat="rapport", by=by, at=at, object_id=versie.id)
    return versie


def teken_gezien(*, versie_id: UUID, akkoord: Akkoord, by: Actor, at: datetime) -> None:
    """Sign for seen: name, moment and version. It is not agreement, and may be done again for a newer version."""
    _mag_reageren(by, at)
    dossier = eigen_dossier_for(by)
    versie = versie_for(by, dossier, versie_id)
    inzage = _eigen_inzage(by)
    inzage.gezien_op, inzage.gezien_versie_id, inzage.akkoord = at, versie.id, akkoord
    inzage.save(update_fields=["gezien_op", "gezien_versie_id", "akkoord"])
    record("rapport.gezien", by=by, at=at, dossier_id=dossier.id, object_id=versie.id)


def geef_zienswijze(*, tekst: str, by: Actor, at: datetime, bestanden: Sequence[Aangeleverd] = ()) -> UUID:
    """Add the parent's own view, with files; the school cannot change it and it always travels along."""
    _mag_reageren(by, at)
    _controleer_tekst(tekst)
    if len(bestanden) > MAXIMUM_BESTANDEN:
        raise InzageGeweigerd(f"U koos {len(bestanden)} bestanden. Er mogen er {MAXIMUM_BESTANDEN} mee.")
    dossier, inzage = eigen_dossier_for(by), _eigen_inzage(by)
    _controleer_plaats(inzage, len(bestanden))
    rij = schrijf_zienswijze(dossier=dossier, inzage=inzage, tekst=tekst, by=by, at=at)
    for bestand in bestanden:
        bewaar_stuk(
            stuk=bestand, inzage=inzage, dossier=dossier, soort=Stuksoort.ZIENSWIJZE, zienswijze=rij, by=by, at=at
        )
    record("zienswijze.gegeven", by=by, at=at, dossier_id=rij.dossier_id, object_id=rij.id)
    return rij.id


def vraag_correctie(*, tekst: str, by: Actor, at: datetime) -> UUID:
    """Ask the school to correct a fact (art. 16 AVG); it answers within a month."""
    _mag_reageren(by, at)
    _controleer_tekst(tekst)
    dossier, inzage = eigen_dossier_for(by), _eigen_inzage(by)
    if Correctieverzoek.objects.filter(inzage=inzage, besluit="").count() >= MEESTE_REACTIES:
        raise InzageGeweigerd("De school antwoordt eerst op wat u al vroeg. Daarna kunt u meer vragen.")
    rij = schrijf_correctie(dossier=dossier, inzage=inzage, tekst=tekst, by=by, at=at)
    record("correctie.gevraagd", by=by, at=at, dossier_id=dossier.id, object_id=rij.id)
    return rij.id


def schrijf_correctie(
    *, dossier: Dossier, inzage: Inzage, tekst: str, by: Actor, at: datetime, gegeven_op: date | None = None
) -> Correctieverzoek:
    """Keep a request word for word; the caller has checked who may. One on paper counts from the day it was given."""
    _controleer_tekst(tekst)
    rij_id = uuid4()
    sinds = at if gegeven_op is None or gegeven_op == dag(at) else middag(gegeven_op)
    return Correctieverzoek.objects.create(
        id=rij_id,
        gegeven_op=gegeven_op,
        ingevoerd_door=by.persoon_id if gegeven_op else None,
        **_geschreven("correctie", rij_id, tekst, dossier=dossier, inzage=inzage, by=by, at=sinds),
    )


def schrijf_zienswijze(
    *,
    dossier: Dossier,
    inzage: Inzage,
    tekst: str,
    by: Actor,
    at: datetime,
    vorm: Zienswijzevorm = Zienswijzevorm.DIGITAAL,
    gegeven_op: date | None = None,
) -> Zienswijze:
    """Keep a zienswijze word for word; the caller has checked who may. One on paper says who added it."""
    _controleer_tekst(tekst)
    rij_id = uuid4()
    return Zienswijze.objects.create(
        id=rij_id,
        vorm=vorm,
        gegeven_op=gegeven_op,
        ingevoerd_door=None if vorm is Zienswijzevorm.DIGITAAL else by.persoon_id,
        **_geschreven("zienswijze", rij_id, tekst, dossier=dossier, inzage=inzage, by=by, at=at),
    )


def _eigen_inzage(by: Actor) -> Inzage:
    """The own inzage, held to the end of the transaction: what is counted stays so when two forms come at once."""
    return Inzage.objects.select_for_update().get(id=eigen_inzage_for(by).id)


def _mag_reageren(by: Actor, at: datetime) -> None:
    by.require(Recht.ZIENSWIJZE_GEVEN)
    if not leesrecht_for(by, at).reageert:
        raise GeenRecht(Recht.ZIENSWIJZE_GEVEN)


def _controleer_plaats(inzage: Inzage, erbij: int) -> None:
    """All of it travels along, so one parent could make the file of the report too big to send; the school may add."""
    bestanden = Ouderstuk.objects.filter(inzage=inzage, toegevoegd_door=None).count() + erbij
    teksten = Zienswijze.objects.filter(inzage=inzage, ingevoerd_door=None).count()
    if bestanden > MEESTE_BESTANDEN or teksten >= MEESTE_REACTIES:
        raise InzageGeweigerd("Er past niet meer bij. Geef de rest aan school. De school voegt het toe.")


def _controleer_tekst(tekst: str) -> None:
    if not tekst.strip():
        raise InzageGeweigerd("Schrijf eerst uw tekst op. Daarna kunt u die versturen.")
    if len(tekst) > MAXIMALE_TEKST:
        raise InzageGeweigerd(f"Uw tekst is te lang: {len(tekst)} tekens. Er passen {MAXIMALE_TEKST} tekens.")


def _geschreven(
    plek: str, rij_id: UUID, tekst: str, *, dossier: Dossier, inzage: Inzage, by: Actor, at: datetime
) -> dict[str, Any]:
    """What a parent wrote, word for word and with the name, under the dossier's key."""
    slot = slot_for(by, dossier)
    inhoud = {"tekst": tekst, "naam": wie_for(by, inzage, slot).ondertekent}
    return {
        "dossier_id": inzage.dossier_id,
        "school_id": inzage.school_id,
        "inzage": inzage,
        "ouder_id": inzage.ouder_id,
        "geheim": slot.versleutel(json.dumps(inhoud, ensure_ascii=False).encode(), f"{plek}:{rij_id}"),
        "ingediend_op": at,
    }
