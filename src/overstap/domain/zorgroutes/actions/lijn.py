"""Which acts offer a zorgaanmelding over the line (OSO), and write down what came of it?"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.queries import controleer_onbeperkt_for, dossier_for
from overstap.domain.dossiers.rules import GROND_SWV
from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.overdrachten.rules.lijn import GELUKT, Lijngesprek
from overstap.domain.zorgroutes.enums import TAAK_AANBIEDEN
from overstap.domain.zorgroutes.models import Zorgkoppeling, Zorgroute
from overstap.domain.zorgroutes.models.lijn import koppelhash
from overstap.domain.zorgroutes.queries import route_for
from overstap.domain.zorgroutes.queries.lijn import (
    koppeling_for,
    slot_van_koppeling_for,
    zaak_over_de_lijn_for,
    zorgbestand_for,
    zorglijn_for,
)
from overstap.domain.zorgroutes.rules import ZorgrouteGeweigerd
from overstap.domain.zorgroutes.rules.lijn import Lijnadres
from overstap.foundation.access import Actor, NietGevonden, Recht, Rol
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer
from overstap.foundation.rls import als


def bied_aan(*, route_id: UUID, adres: Lijnadres, by: Actor, at: datetime) -> None:
    """Let the own system of the samenwerkingsverband know of what somebody just sent there.

    By the program, as a part of sending: the page said that it would. Once: harmless when done twice.
    """
    dossier_for(by, route_for(by, route_id).dossier_id, vergrendel=True)
    route = route_for(by, route_id, vergrendel=True)
    if route.klaargezet_op is None or route.ingetrokken_op is not None or koppeling_for(by, route_id) is not None:
        return
    rij = Zorgkoppeling(
        dossier_id=route.dossier_id,
        school_id=route.school_id,
        route=route,
        swv_id=route.swv_id,
        bestand_op=at,
        aangeboden_op=at,
        **asdict(adres),
    )
    rij.save(force_insert=True)
    _vraag_aan(rij, by, at)


def bied_opnieuw_aan(*, route_id: UUID, adres: Lijnadres, by: Actor, at: datetime) -> None:
    """Somebody of the school lets that system know once more: telling failed, or another file lies there since.

    Raises `ZorgrouteGeweigerd` when there is nothing to tell now.
    """
    by.require(Recht.ZORGROUTE_LOPEN)
    dossier = dossier_for(by, route_for(by, route_id).dossier_id, vergrendel=True)
    route = route_for(by, route_id, vergrendel=True)
    controleer_onbeperkt_for(by, dossier)
    rij = koppeling_for(by, route_id, vergrendel=True)
    if rij is None:
        raise NietGevonden
    lijn = zorglijn_for(by, route, slot_van_koppeling_for(by, rij))
    if lijn is not None and lijn.bezwaar:
        raise ZorgrouteGeweigerd(lijn.bezwaar)
    rij.kenmerk, rij.doel_brin, rij.aanleverpunt = adres.kenmerk, adres.doel_brin, adres.aanleverpunt
    rij.aangeboden_op, rij.aangeboden_door, rij.meldstand, rij.meldcode = at, by.persoon_id, Meldstand.ONDERWEG, ""
    rij.save(
        update_fields=[
            "kenmerk", "doel_brin", "aanleverpunt", "aangeboden_op", "aangeboden_door", "meldstand", "meldcode",
        ]
    )  # fmt: skip
    _vraag_aan(rij, by, at)


def _vraag_aan(rij: Zorgkoppeling, by: Actor, at: datetime) -> None:
    record("zorgkoppeling.aangeboden", by=by, at=at, dossier_id=rij.dossier_id, object_id=rij.swv_id)
    defer(TAAK_AANBIEDEN, route_id=rij.route_id, organisatie_id=rij.school_id)


def bewaar_koppelsleutel(*, route_id: UUID, koppelsleutel: str, by: Actor, at: datetime) -> None:
    """Keep what the Traffic Center gave, before anybody is told of it; an older one opens nothing any more.

    Raises `NietGevonden` when the route was withdrawn in the meantime: then nobody is told.
    """
    route = route_for(by, route_id, vergrendel=True)
    if route.ingetrokken_op is not None:
        raise NietGevonden
    rij = _koppeling(route_id, by)
    rij.geheim = slot_van_koppeling_for(by, rij).versleutel(koppelsleutel.encode(), f"koppelsleutel:{rij.id}")
    rij.zoekhash = koppelhash(rij.school_id, koppelsleutel)
    rij.save(update_fields=["geheim", "zoekhash"])
    record("zorgkoppeling.sleutel_gekregen", by=by, at=at, dossier_id=rij.dossier_id, object_id=rij.swv_id)


def leg_aanbod_vast(*, route_id: UUID, code: str, ontvangen: bool, by: Actor, at: datetime) -> None:
    """Write down what the system of the samenwerkingsverband, or the Traffic Center before it, said to that."""
    rij = _koppeling(route_id, by)
    rij.meldstand, rij.meldcode = Meldstand.ONTVANGEN if ontvangen else Meldstand.NIET_GELUKT, code[:80]
    rij.save(update_fields=["meldstand", "meldcode"])
    record(
        "zorgkoppeling.aanbod_beantwoord", by=by, at=at, dossier_id=rij.dossier_id, object_id=rij.swv_id,
        code=rij.meldcode, kenmerk=rij.kenmerk, aanleverpunt=rij.aanleverpunt,
    )  # fmt: skip


def zet_bestand(*, route: Zorgroute, ligt_er: bool, by: Actor, at: datetime) -> None:
    """Of a route that is offered: does a file lie there now that its system may fetch? The caller holds the lock."""
    rijen = Zorgkoppeling.objects.filter(route=route, school_id=by.werkt_bij)
    rijen.update(bestand_op=at if ligt_er else None)


def sluit_koppeling(*, route: Zorgroute, by: Actor, at: datetime) -> None:
    """From this moment the koppelsleutel of a route names nothing any more. The caller writes down why."""
    del at
    rijen = Zorgkoppeling.objects.filter(route=route, school_id=by.werkt_bij)
    rijen.update(geheim=None, zoekhash=None, bestand_op=None)


def beantwoord_zorgvraag(
    *, school_id: UUID, route_id: UUID, zaakbestand_id: UUID | None, gesprek: Lijngesprek, by: Actor, at: datetime
) -> None:
    """Write down what the own system of a samenwerkingsverband (`by`) got when it asked with a koppelsleutel.

    With a `zaakbestand_id` that file goes along, and is looked at once more behind the lock of the route. Raises
    `NietGevonden` when it was withdrawn, held back or replaced a moment ago, and `Beperkt`: then nothing may go.
    """
    route = zaak_over_de_lijn_for(by, route_id, vergrendel=True)
    if zaakbestand_id is not None:
        controleer_onbeperkt_for(by, route.dossier)
        nu = zorgbestand_for(by, route)
        if nu is None or nu.id != zaakbestand_id:
            raise NietGevonden
        record(
            "zaakbestand.bekeken", by=by, at=at, dossier_id=route.dossier_id, object_id=route.id,
            versie=str(zaakbestand_id), grond=GROND_SWV,
        )  # fmt: skip
    noteer_zorgvraag(gesprek=gesprek, by=by, at=at)
    with als(_school(school_id)) as school:
        rij = _koppeling(route_id, school)
        rij.gevraagd_op, rij.uitkomst, rij.code, rij.sessie = at, gesprek.uitkomst, gesprek.code, gesprek.sessie
        if zaakbestand_id is not None and gesprek.uitkomst == GELUKT:
            rij.opgehaald_op = at
        rij.save(update_fields=["gevraagd_op", "uitkomst", "code", "sessie", "opgehaald_op"])
        wat = "zorgkoppeling.gevraagd"
        record(wat, by=school, at=at, dossier_id=rij.dossier_id, object_id=rij.swv_id, **asdict(gesprek))


def noteer_zorgvraag(*, gesprek: Lijngesprek, by: Actor, at: datetime) -> None:
    """Write down in the log of the samenwerkingsverband that its system asked, without about whom."""
    by.require(Recht.ZORGAANMELDING_OPHALEN)
    record("swv.systeem_vroeg", by=by, at=at, object_id=by.organisatie_id, **asdict(gesprek))


def ontvang_antwoord(
    *, school_id: UUID, route_id: UUID, tekst: str, gesprek: Lijngesprek, by: Actor, at: datetime
) -> bool:
    """Keep what the own system of a samenwerkingsverband (`by`) tells back, for the school. Once: False for a second.

    Nothing is decided by it: nobody published what stands in one, so a person reads it. Raises `NietGevonden` when the
    route was withdrawn.
    """
    zaak_over_de_lijn_for(by, route_id, vergrendel=True)
    with als(_school(school_id)) as school:
        rij = _koppeling(route_id, school)
        if rij.antwoord_op is not None:
            return False
        rij.antwoord = slot_van_koppeling_for(school, rij).versleutel(tekst.encode(), f"koppelantwoord:{rij.id}")
        rij.antwoord_op = at
        rij.save(update_fields=["antwoord", "antwoord_op"])
        Zorgroute.objects.filter(id=route_id, school_id=school_id).update(antwoord_op=at)
        wat = "zorgkoppeling.teruggekoppeld"
        record(wat, by=school, at=at, dossier_id=rij.dossier_id, object_id=rij.swv_id, **asdict(gesprek))
        defer("zorg.mail_school", route_id=route_id, organisatie_id=school_id)
    noteer_zorgvraag(gesprek=gesprek, by=by, at=at)
    return True


def _koppeling(route_id: UUID, by: Actor) -> Zorgkoppeling:
    rij = koppeling_for(by, route_id, vergrendel=True)
    if rij is None:
        raise NietGevonden
    return rij


def _school(school_id: UUID) -> Actor:
    return Actor(rol=Rol.SYSTEEM, organisatie_id=school_id)
