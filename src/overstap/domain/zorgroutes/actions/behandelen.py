"""What does a samenwerkingsverband do with a zorgaanmelding: take it up, ask back, advise, note?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from overstap.domain.dossiers.queries import controleer_onbeperkt_for, slot_for
from overstap.domain.dossiers.rules import GROND_SWV
from overstap.domain.zorgroutes.enums import (
    Deskundige,
    Geadresseerde,
    Routestaat,
    Zaakstuksoort,
)
from overstap.domain.zorgroutes.models import Zaakstuk, Zorgaanbod, Zorgroute, Zorgvraag
from overstap.domain.zorgroutes.queries import zaak_for, zaakinrichting_for
from overstap.domain.zorgroutes.rules import IN_BEHANDELING, ZorgrouteGeweigerd, controleer_zorgstap
from overstap.domain.zorgroutes.rules.zaak import eis_tekst
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot


def bekijk_zaak(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Write down that somebody of the samenwerkingsverband looked."""
    route = zaak_for(by, route_id)
    record("zaak.bekeken", by=by, at=at, dossier_id=route.dossier_id, object_id=route.id)


def haal_zaakbestand_op(*, route_id: UUID, bestand_id: UUID, by: Actor, at: datetime) -> None:
    """Write down that somebody took a file of a case along: which, and on which ground.

    Raises `Beperkt` while the basisschool restricts the use (art. 18 AVG). The case itself goes on: the decision has
    a term of its own, and is of the samenwerkingsverband.
    """
    route = zaak_for(by, route_id)
    controleer_onbeperkt_for(by, route.dossier)
    record(
        "zaakbestand.bekeken", by=by, at=at, dossier_id=route.dossier_id, object_id=route.id, versie=str(bestand_id),
        grond=GROND_SWV,
    )  # fmt: skip


def neem_in_behandeling(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Say who handles a case; a colleague may take it over."""
    route = _in_behandeling(route_id, by)
    zaak = route.zaak
    if zaak.behandelaar_id == by.id:
        return
    zaak.behandelaar_id, zaak.in_behandeling_op = by.persoon_id, at
    zaak.save(update_fields=["behandelaar_id", "in_behandeling_op"])
    # What only the samenwerkingsverband knows stands in its own chain, not in that of the dossier.
    record("swv.in_behandeling", by=by, at=at, object_id=route.id)


def stel_vraag(*, route_id: UUID, aan: Geadresseerde, vraag: str, by: Actor, at: datetime) -> UUID:
    """Ask something of the school, or through it of the parents; both read who asked."""
    route = _in_behandeling(route_id, by)
    eis_tekst(vraag, "vraag", "Schrijf uw vraag op.")
    vraag_id = uuid4()
    Zorgvraag(
        id=vraag_id,
        dossier_id=route.dossier_id,
        school_id=route.school_id,
        route=route,
        swv_id=route.swv_id,
        aan=aan,
        geheim=slot_for(by, route.dossier).versleutel(vraag.strip().encode(), f"zorgvraag:{vraag_id}"),
        gesteld_op=at,
        gesteld_door=by.persoon_id,
    ).save(force_insert=True)
    if route.staat != Routestaat.VRAAG_GESTELD:
        zet_zaak(route=route, naar=Routestaat.VRAAG_GESTELD, by=by, at=at)
    record("zorgvraag.gesteld", by=by, at=at, dossier_id=route.dossier_id, object_id=route.school_id, aan=aan.value)
    meld_school(route=route, by=by, at=at)
    return vraag_id


def verklaar_compleet(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Everything that is needed is there."""
    route = _in_behandeling(route_id, by)
    zet_zaak(route=route, naar=Routestaat.COMPLEET, by=by, at=at)
    record("zorgroute.stap", by=by, at=at, dossier_id=route.dossier_id, naar=Routestaat.COMPLEET.value)


def zet_in_commissie(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Bring a complete case to the commissie; only where this route has one."""
    route = _in_behandeling(route_id, by)
    if not zaakinrichting_for(by, route).commissie:
        raise ZorgrouteGeweigerd("Deze route heeft bij u geen commissie. Neem meteen het besluit.")
    zet_zaak(route=route, naar=Routestaat.IN_COMMISSIE, by=by, at=at)
    record("zorgroute.stap", by=by, at=at, dossier_id=route.dossier_id, naar=Routestaat.IN_COMMISSIE.value)


def geef_deskundigenadvies(*, route_id: UUID, deskundige: Deskundige, tekst: str, by: Actor, at: datetime) -> UUID:
    """Keep what an expert advised; only the samenwerkingsverband reads it."""
    route = _in_behandeling(route_id, by)
    eis_tekst(tekst, "tekst", "Schrijf het advies van de deskundige op.")
    stuk = schrijf_stuk(
        route=route, soort=Zaakstuksoort.DESKUNDIGENADVIES, inhoud=tekst.strip().encode(), by=by, at=at,
        deskundige=deskundige,
    )  # fmt: skip
    record("swv.advies_gegeven", by=by, at=at, object_id=route.id, deskundige=deskundige.value)
    return stuk.id


def schrijf_notitie(*, route_id: UUID, tekst: str, by: Actor, at: datetime) -> UUID:
    """Keep a note of the samenwerkingsverband's own; no school and no parent reads it."""
    route = zaak_for(by, route_id, vergrendel=True)
    eis_tekst(tekst, "tekst", "Schrijf de notitie op.")
    stuk = schrijf_stuk(route=route, soort=Zaakstuksoort.NOTITIE, inhoud=tekst.strip().encode(), by=by, at=at)
    record("swv.notitie_geschreven", by=by, at=at, object_id=route.id)
    return stuk.id


def schrijf_stuk(
    *, route: Zorgroute | Zorgaanbod, soort: Zaakstuksoort, inhoud: bytes, by: Actor, at: datetime,
    deskundige: Deskundige | None = None, nummer: str = "",
) -> Zaakstuk:  # fmt: skip
    """Write into the case, under its own key. The caller holds the lock and has checked the right."""
    stuk_id = uuid4()
    zaak = route.zaak
    stuk = Zaakstuk(
        id=stuk_id,
        zaak=zaak,
        swv_id=route.swv_id,
        soort=soort,
        deskundige=deskundige or "",
        nummer=nummer,
        geheim=Slot(zaak.sleutel_id).versleutel(inhoud, f"zaakstuk:{stuk_id}"),
        geschreven_op=at,
        geschreven_door=by.persoon_id,
    )
    stuk.save(force_insert=True)
    return stuk


def zet_zaak(*, route: Zorgroute, naar: Routestaat, by: Actor, at: datetime) -> None:
    """Take one allowed step. The caller holds the lock, has checked the right, and writes down what happened."""
    controleer_zorgstap(Routestaat(route.staat), naar)
    route.staat = naar
    route.save(update_fields=["staat"])


def meld_school(*, route: Zorgroute, by: Actor, at: datetime) -> None:
    """Queue a mail to the school that something waits there; it says nothing about whom."""
    defer("zorg.mail_school", route_id=route.id, organisatie_id=route.school_id)


def _in_behandeling(route_id: UUID, by: Actor) -> Zorgroute:
    """The route, locked; a case that is decided changes no more."""
    by.require(Recht.ZORGAANMELDING_BEHANDELEN)
    route = zaak_for(by, route_id, vergrendel=True)
    if route.staat not in IN_BEHANDELING:
        raise ZorgrouteGeweigerd("Het besluit is al genomen. Aan deze zaak verandert u niets meer.")
    return route
