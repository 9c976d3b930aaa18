"""Which acts write down what went over the line (OSO) to a vo school, and let it know that a report is ready?"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.overdrachten.actions.ontvangen import haal_op
from overstap.domain.overdrachten.actions.weigering import OverdrachtGeweigerd
from overstap.domain.overdrachten.enums import TAAK_MELDEN, Meldstand
from overstap.domain.overdrachten.models import Lasvraag
from overstap.domain.overdrachten.queries.lijn import lijnvraag_for
from overstap.domain.overdrachten.rules.lijn import GELUKT, Lijngesprek
from overstap.foundation.access import Actor, Recht, Rol
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer
from overstap.foundation.rls import als


def beantwoord_lasvraag(
    *, dossier_id: UUID, school_id: UUID, overdracht_id: UUID | None, gesprek: Lijngesprek, by: Actor, at: datetime
) -> None:
    """Write down what the administration of a vo school (`by`) got when it asked for a pupil of a basisschool.

    With an `overdracht_id` the file goes along: it is fetched, in the same transaction. Raises `NietGevonden` when it
    was taken back a moment ago; then nothing may go. A request is kept, so that the basisschool sees it and can let
    the vo school know later.
    """
    if overdracht_id is not None:
        haal_op(overdracht_id=overdracht_id, wat="oso", by=by, at=at)
    noteer_lasvraag(gesprek=gesprek, by=by, at=at)
    with als(Actor(rol=Rol.SYSTEEM, organisatie_id=school_id)) as school:
        wat = "lasvraag.beantwoord"
        record(wat, by=school, at=at, dossier_id=dossier_id, object_id=by.werkt_bij, **asdict(gesprek))
        _onthoud(dossier_id, school_id, gesprek, by, at)


def noteer_lasvraag(*, gesprek: Lijngesprek, by: Actor, at: datetime) -> None:
    """Write down in the log of the vo school that its administration asked, without about whom: it may not learn of a
    pupil who is not sent there that a dossier is here."""
    by.require(Recht.DOSSIER_ONTVANGEN)
    record("lasvraag.gesteld", by=by, at=at, object_id=by.organisatie_id, **asdict(gesprek))


def _onthoud(dossier_id: UUID, school_id: UUID, gesprek: Lijngesprek, by: Actor, at: datetime) -> None:
    """Keep the last request of this aanleverpunt; who asks again has not been told anything about it yet."""
    waarden = {
        "vrager_id": by.werkt_bij,
        "kenmerk": gesprek.kenmerk,
        "sessie": gesprek.sessie,
        "gevraagd_op": at,
        "uitkomst": gesprek.uitkomst,
        "code": gesprek.code,
        "gemeld_op": None,
        "gemeld_door": None,
        "meldstand": Meldstand.NIET,
        "meldcode": "",
    }
    vast = {"school_id": school_id, "dossier_id": dossier_id, "aanleverpunt": gesprek.aanleverpunt}
    if not Lasvraag.objects.filter(dossier_id=dossier_id, aanleverpunt=gesprek.aanleverpunt).update(**waarden):
        Lasvraag.objects.create(**vast, **waarden)


def meld_klaar(*, dossier_id: UUID, lasvraag_id: UUID, by: Actor, at: datetime) -> None:
    """Somebody of the basisschool lets the administration that asked before know that the report is ready now, or that
    there is a newer version than the one it fetched.

    The law of the chain: only who asked, and only by a deliberate act. Raises `OverdrachtGeweigerd`.
    """
    by.require(Recht.DOSSIER_OVERDRAGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    vraag = lijnvraag_for(by, dossier, lasvraag_id)
    if vraag.rij.uitkomst == GELUKT and not vraag.nieuwer:
        raise OverdrachtGeweigerd("Deze school heeft het rapport al opgehaald.")
    if not vraag.staat_klaar:
        raise OverdrachtGeweigerd("Het bestand staat nog niet klaar voor deze school. Stuur eerst het rapport.")
    if not vraag.mag_melden:
        raise OverdrachtGeweigerd("U liet het deze school al weten.")
    rij = vraag.rij
    rij.gemeld_op, rij.gemeld_door, rij.meldstand, rij.meldcode = at, by.persoon_id, Meldstand.ONDERWEG, ""
    rij.save(update_fields=["gemeld_op", "gemeld_door", "meldstand", "meldcode"])
    record("lasvraag.gemeld", by=by, at=at, dossier_id=dossier.id, object_id=rij.vrager_id)
    defer(TAAK_MELDEN, lasvraag_id=rij.id, dossier_id=dossier.id, organisatie_id=dossier.school_id)


def leg_melding_vast(
    *, dossier_id: UUID, lasvraag_id: UUID, code: str, ontvangen: bool, by: Actor, at: datetime
) -> None:
    """Write down what the administration of the vo school, or the Traffic Center before it, said to that."""
    rij = lijnvraag_for(by, dossier_for(by, dossier_id, vergrendel=True), lasvraag_id).rij
    if rij.gemeld_op is None:
        # It asked again in the meantime, and has its answer.
        return
    rij.meldstand, rij.meldcode = Meldstand.ONTVANGEN if ontvangen else Meldstand.NIET_GELUKT, code[:80]
    rij.save(update_fields=["meldstand", "meldcode"])
    record(
        "lasvraag.melding_beantwoord", by=by, at=at, dossier_id=dossier_id, object_id=rij.vrager_id,
        code=rij.meldcode, sessie=rij.sessie, kenmerk=rij.kenmerk, aanleverpunt=rij.aanleverpunt,
    )  # fmt: skip
