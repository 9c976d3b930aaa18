"""Which acts take the decision on a zorgaanmelding, and bring it to everybody who must know?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from overstap.domain.dossiers.queries import slot_for
from overstap.domain.inzages.actions.inlichten import laat_ouders_inlichten
from overstap.domain.zorgroutes.actions.behandelen import meld_school, schrijf_stuk, zet_zaak
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat, Zaakstuksoort
from overstap.domain.zorgroutes.models import Zorgbesluit, Zorgroute
from overstap.domain.zorgroutes.queries import (
    genomen_besluit_for,
    stukken_for,
    vragen_for,
    zaak_for,
    zaakinrichting_for,
)
from overstap.domain.zorgroutes.rules import (
    BesluitGeweigerd,
    ZorgrouteGeweigerd,
    bewaren_tot,
    controleer_besluit,
    controleer_zorgstap,
)
from overstap.domain.zorgroutes.rules.zaak import Zaakstand, zaakpunten
from overstap.domain.zorgroutes.snapshot import Besluit
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot


def neem_besluit(*, route_id: UUID, besluit: Besluit, by: Actor, at: datetime) -> None:
    """Take the decision; the case closes, and is kept for three years from now.

    Raises `BesluitGeweigerd` when the decision itself cannot be so, `ZorgrouteGeweigerd` when something is missing
    before it, and `ZorgstapNietMogelijk` when it was taken already.
    """
    by.require(Recht.ZORGBESLUIT_NEMEN)
    route = zaak_for(by, route_id, vergrendel=True)
    controleer_zorgstap(Routestaat(route.staat), Routestaat.BESLUIT)
    _controleer_zaak(route, by)
    soort, vo_bekend = Routesoort(route.soort), route.vo_school_id is not None
    controleer_besluit(
        besluit, soort=soort, vo_bekend=vo_bekend, swv=route.swv.brin, vandaag=dag(at),
        ontvangen=dag(route.zaak.ontvangen_op),
    )  # fmt: skip
    _bewaar_vragen(route, by, at)
    try:
        with transaction.atomic():
            schrijf_stuk(
                route=route,
                soort=Zaakstuksoort.BESLUIT,
                inhoud=besluit.naar_bytes(),
                by=by,
                at=at,
                nummer=besluit.nummer,
            )
    except IntegrityError as fout:
        raise BesluitGeweigerd("Dit TLV-nummer is al gegeven. Neem het volgende nummer.", "nummer") from fout
    route.zaak.besloten_op, route.zaak.bewaren_tot = at, bewaren_tot(dag(at))
    route.zaak.save(update_fields=["besloten_op", "bewaren_tot"])
    zet_zaak(route=route, naar=Routestaat.BESLUIT, by=by, at=at)
    record("zorgbesluit.genomen", by=by, at=at, dossier_id=route.dossier_id, object_id=route.swv_id)


def koppel_terug(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Bring the decision to the basisschool, the parents and the vo school where the pupil was applied."""
    by.require(Recht.ZORGBESLUIT_NEMEN)
    route = zaak_for(by, route_id, vergrendel=True)
    controleer_zorgstap(Routestaat(route.staat), Routestaat.TERUGGEKOPPELD)
    besluit = genomen_besluit_for(by, route.zaak, Slot(route.zaak.sleutel_id))
    if besluit is None:
        raise ZorgrouteGeweigerd("Er is nog geen besluit. Neem dat eerst.")
    Zorgbesluit(
        dossier_id=route.dossier_id,
        school_id=route.school_id,
        route=route,
        swv_id=route.swv_id,
        uitkomst=besluit.uitkomst,
        nummer=besluit.nummer,
        categorie=besluit.categorie or "",
        vanaf=besluit.vanaf,
        tot=besluit.tot,
        geheim=slot_for(by, route.dossier).versleutel(besluit.naar_bytes(), f"zorgbesluit:{route.id}"),
        besloten_op=besluit.op,
        teruggekoppeld_op=at,
        teruggekoppeld_door=by.persoon_id,
    ).save(force_insert=True)
    zet_zaak(route=route, naar=Routestaat.TERUGGEKOPPELD, by=by, at=at)
    record("zorgbesluit.teruggekoppeld", by=by, at=at, dossier_id=route.dossier_id, object_id=route.school_id)
    laat_ouders_inlichten(dossier_id=route.dossier_id, school_id=route.school_id, by=by, at=at)
    meld_school(route=route, by=by, at=at)


def _controleer_zaak(route: Zorgroute, by: Actor) -> None:
    """Refuse a decision before everything is there that this samenwerkingsverband asks for."""
    stukken = stukken_for(by, route.zaak, Slot(route.zaak.sleutel_id))
    adviezen = [stuk for stuk in stukken if stuk.deskundige is not None]
    vragen = vragen_for(by, route, slot_for(by, route.dossier))
    stand = Zaakstand(
        Routestaat(route.staat),
        sum(vraag.open for vraag in vragen),
        len(adviezen),
        zaakinrichting_for(by, route),
        any(stuk.deskundige.eerste for stuk in adviezen if stuk.deskundige),
    )
    if mist := [punt.zin for punt in zaakpunten(stand) if not punt.in_orde]:
        raise ZorgrouteGeweigerd(mist[0], fouten=[("", zin) for zin in mist])


def _bewaar_vragen(route: Zorgroute, by: Actor, at: datetime) -> None:
    """What was asked and answered belongs to what was decided on: a copy of it under the key of the case."""
    vragen = vragen_for(by, route, slot_for(by, route.dossier))
    if not vragen:
        return
    tekst = "\n\n".join(f"{vraag.vraag}\n{vraag.antwoord}" for vraag in vragen)
    schrijf_stuk(route=route, soort=Zaakstuksoort.VRAGEN, inhoud=tekst.encode(), by=by, at=at)
