"""What does a samenwerkingsverband do with a case of a school that does not work in Overstap (OSO)?

The same as with another (`behandelen`, `besluiten`), but for what only Overstap can carry: no questions back to the
school, no parents who read here, and the decision goes back over the line, once.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from overstap.domain.importen.actions import bewaar_ontvangst_tot
from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.zorgroutes.actions.behandelen import schrijf_stuk
from overstap.domain.zorgroutes.enums import TAAK_TERUGKOPPELEN, Deskundige, Routesoort, Routestaat, Zaakstuksoort
from overstap.domain.zorgroutes.models import Zorgaanbod
from overstap.domain.zorgroutes.queries import zaakinrichting_for
from overstap.domain.zorgroutes.queries.aanbod import aanbod_for
from overstap.domain.zorgroutes.queries.buiten import buitenstand_for, buitenzaak_for
from overstap.domain.zorgroutes.rules import (
    IN_BEHANDELING,
    BesluitGeweigerd,
    ZorgrouteGeweigerd,
    bewaren_tot,
    controleer_besluit,
    controleer_zorgstap,
)
from overstap.domain.zorgroutes.rules.aanbod import controleer_terugkoppelen
from overstap.domain.zorgroutes.rules.zaak import eis_tekst, zaakpunten
from overstap.domain.zorgroutes.snapshot import Besluit
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer


def bekijk_buitenzaak(*, buitenzaak_id: UUID, by: Actor, at: datetime) -> None:
    """Write down that somebody looked."""
    record("zaak.bekeken", by=by, at=at, object_id=buitenzaak_for(by, buitenzaak_id).id)


def behandel_buitenzaak(*, buitenzaak_id: UUID, by: Actor, at: datetime) -> None:
    """Say who handles a case; a colleague may take it over."""
    zaak = _in_behandeling(buitenzaak_id, by).zaak
    if zaak.behandelaar_id == by.id:
        return
    zaak.behandelaar_id, zaak.in_behandeling_op = by.persoon_id, at
    zaak.save(update_fields=["behandelaar_id", "in_behandeling_op"])
    record("swv.in_behandeling", by=by, at=at, object_id=buitenzaak_id)


def verklaar_buitenzaak_compleet(*, buitenzaak_id: UUID, by: Actor, at: datetime) -> None:
    """Everything that is needed is there."""
    _zet(_in_behandeling(buitenzaak_id, by), Routestaat.COMPLEET, by, at)


def zet_buitenzaak_in_commissie(*, buitenzaak_id: UUID, by: Actor, at: datetime) -> None:
    """Bring a complete case to the commissie; only where this route has one."""
    aanbod = _in_behandeling(buitenzaak_id, by)
    if not zaakinrichting_for(by, aanbod).commissie:
        raise ZorgrouteGeweigerd("Deze route heeft bij u geen commissie. Neem meteen het besluit.")
    _zet(aanbod, Routestaat.IN_COMMISSIE, by, at)


def adviseer_in_buitenzaak(*, buitenzaak_id: UUID, deskundige: Deskundige, tekst: str, by: Actor, at: datetime) -> UUID:
    """Keep what an expert advised; only the samenwerkingsverband reads it."""
    aanbod = _in_behandeling(buitenzaak_id, by)
    eis_tekst(tekst, "tekst", "Schrijf het advies van de deskundige op.")
    stuk = schrijf_stuk(
        route=aanbod, soort=Zaakstuksoort.DESKUNDIGENADVIES, inhoud=tekst.strip().encode(), by=by, at=at,
        deskundige=deskundige,
    )  # fmt: skip
    record("swv.advies_gegeven", by=by, at=at, object_id=aanbod.id, deskundige=deskundige.value)
    return stuk.id


def noteer_in_buitenzaak(*, buitenzaak_id: UUID, tekst: str, by: Actor, at: datetime) -> UUID:
    """Keep a note of the samenwerkingsverband's own; no school and no parent reads it."""
    aanbod = buitenzaak_for(by, buitenzaak_id, vergrendel=True)
    eis_tekst(tekst, "tekst", "Schrijf de notitie op.")
    stuk = schrijf_stuk(route=aanbod, soort=Zaakstuksoort.NOTITIE, inhoud=tekst.strip().encode(), by=by, at=at)
    record("swv.notitie_geschreven", by=by, at=at, object_id=aanbod.id)
    return stuk.id


def besluit_buitenzaak(*, buitenzaak_id: UUID, besluit: Besluit, by: Actor, at: datetime) -> None:
    """Take the decision; the case closes, and is kept for three years from now, with the report that came.

    Raises `BesluitGeweigerd`, `ZorgrouteGeweigerd` and `ZorgstapNietMogelijk`, as for any case.
    """
    by.require(Recht.ZORGBESLUIT_NEMEN)
    aanbod = buitenzaak_for(by, buitenzaak_id, vergrendel=True)
    controleer_zorgstap(Routestaat(aanbod.staat), Routestaat.BESLUIT)
    zaak = aanbod.zaak
    if mist := [punt.zin for punt in zaakpunten(buitenstand_for(by, aanbod)) if not punt.in_orde]:
        raise ZorgrouteGeweigerd(mist[0], fouten=[("", zin) for zin in mist])
    controleer_besluit(
        besluit, soort=Routesoort(aanbod.soort), vo_bekend=False, swv=aanbod.swv.brin, vandaag=dag(at),
        ontvangen=dag(zaak.ontvangen_op),
    )  # fmt: skip
    try:
        with transaction.atomic():
            schrijf_stuk(
                route=aanbod, soort=Zaakstuksoort.BESLUIT, inhoud=besluit.naar_bytes(), by=by, at=at,
                nummer=besluit.nummer,
            )  # fmt: skip
    except IntegrityError as fout:
        raise BesluitGeweigerd("Dit TLV-nummer is al gegeven. Neem het volgende nummer.", "nummer") from fout
    zaak.besloten_op, zaak.bewaren_tot = at, bewaren_tot(dag(at))
    zaak.save(update_fields=["besloten_op", "bewaren_tot"])
    assert aanbod.ontvangst_id is not None
    bewaar_ontvangst_tot(ontvangst_id=aanbod.ontvangst_id, bewaren=zaak.bewaren_tot, by=by, at=at)
    _zet(aanbod, Routestaat.BESLUIT, by, at, wat="swv.besluit_genomen")


def koppel_over_de_lijn_terug(*, buitenzaak_id: UUID, by: Actor, at: datetime) -> None:
    """Let the system of the school know what was decided. One attempt, as the standard asks; the worker makes it."""
    by.require(Recht.ZORGBESLUIT_NEMEN)
    aanbod = buitenzaak_for(by, buitenzaak_id, vergrendel=True)
    controleer_terugkoppelen(Routestaat(aanbod.staat), Meldstand(aanbod.terugstand))
    aanbod.terug_op, aanbod.terug_door, aanbod.terugstand = at, by.persoon_id, Meldstand.ONDERWEG
    aanbod.save(update_fields=["terug_op", "terug_door", "terugstand"])
    _zet(aanbod, Routestaat.TERUGGEKOPPELD, by, at, wat="swv.teruggekoppeld")
    defer(TAAK_TERUGKOPPELEN, aanbod_id=aanbod.id, organisatie_id=by.werkt_bij)


def leg_terugkoppeling_vast(*, aanbod_id: UUID, code: str, ontvangen: bool, by: Actor, at: datetime) -> None:
    """Write down what the system of the school, or the Traffic Center before it, said to that."""
    aanbod = aanbod_for(by, aanbod_id, vergrendel=True)
    aanbod.terugstand = Meldstand.ONTVANGEN if ontvangen else Meldstand.NIET_GELUKT
    aanbod.terugcode = code[:80]
    aanbod.save(update_fields=["terugstand", "terugcode"])
    record(
        "aanbod.terugkoppeling_beantwoord", by=by, at=at, object_id=aanbod.id, code=aanbod.terugcode,
        bron_brin=aanbod.bron_brin, kenmerk=aanbod.kenmerk, aanleverpunt=aanbod.aanleverpunt,
    )  # fmt: skip


def _in_behandeling(buitenzaak_id: UUID, by: Actor) -> Zorgaanbod:
    """The case, locked; one that is decided changes no more."""
    aanbod = buitenzaak_for(by, buitenzaak_id, vergrendel=True)
    if aanbod.staat not in IN_BEHANDELING:
        raise ZorgrouteGeweigerd("Het besluit is al genomen. Aan deze zaak verandert u niets meer.")
    return aanbod


def _zet(aanbod: Zorgaanbod, naar: Routestaat, by: Actor, at: datetime, *, wat: str = "swv.stap") -> None:
    """Take one allowed step, in the log of the samenwerkingsverband alone: there is no dossier with a chain."""
    controleer_zorgstap(Routestaat(aanbod.staat), naar)
    aanbod.staat = naar
    aanbod.save(update_fields=["staat"])
    record(wat, by=by, at=at, object_id=aanbod.id, naar=naar.value)
