"""Which acts write down what the samenwerkingsverband will ask for, and let the parents read it?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions.inlichten import licht_ouders_in
from overstap.domain.inzages.actions.stukken import Aangeleverd, bewaar_stuk
from overstap.domain.inzages.enums import Stuksoort, Wijze
from overstap.domain.inzages.queries import inzage_for, inzages_for, leesrecht_for
from overstap.domain.inzages.rules import MAXIMALE_TEKST as LANGSTE_ZIENSWIJZE
from overstap.domain.inzages.rules import MEESTE_REACTIES
from overstap.domain.rapporten.rules.teksten import lijkt_persoonsnummer
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.models import Zorgaanmelding, Zorgroute, Zorgzienswijze
from overstap.domain.zorgroutes.queries import (
    aanmelding_for,
    formulier_for,
    route_for,
    swvbezwaar_for,
    voorbereiding_for,
)
from overstap.domain.zorgroutes.rules import AL_VERSTUURD, VOL, ZorgrouteGeweigerd, fouten
from overstap.domain.zorgroutes.rules.zaak import MAXIMALE_TEKST
from overstap.domain.zorgroutes.snapshot import Drempelonderzoek, Zorgformulier
from overstap.foundation.access import Actor, GeenRecht, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot

_ZONDER_NUMMER = (
    "In deze tekst staat een getal dat een BSN of onderwijsnummer kan zijn. "
    "Dat mag niet naar het samenwerkingsverband. Haal het weg."
)


def leg_drempelonderzoek_vast(*, route_id: UUID, onderzoek: Drempelonderzoek, by: Actor, at: datetime) -> None:
    """Write down the scores; raises `ZorgrouteGeweigerd` with every value that cannot be."""
    if gevonden := fouten(onderzoek, dag(at)):
        raise ZorgrouteGeweigerd(gevonden[0][1], gevonden[0][0], gevonden)
    _wijzig(route_id, by, at, "drempelonderzoek", drempelonderzoek=onderzoek)


def leg_hulpvraag_vast(*, route_id: UUID, hulpvraag: str, motivatie: str, by: Actor, at: datetime) -> None:
    """Write down what the school asks, and why this route fits."""
    controleer_tekst(by=by, at=at, hulpvraag=hulpvraag, motivatie=motivatie)
    _wijzig(route_id, by, at, "hulpvraag", hulpvraag=hulpvraag.strip(), motivatie=motivatie.strip())


def leg_gehoord_vast(
    *, route_id: UUID, gehoord_op: date | None, gehoord: str, handelingsdeel_op: date | None, by: Actor, at: datetime
) -> None:
    """Write down that the pupil was heard, what came of it, and when the parents agreed with the handelingsdeel."""
    controleer_tekst(by=by, at=at, gehoord=gehoord)
    _controleer_dag(dag(at), gehoord_op=gehoord_op, handelingsdeel_op=handelingsdeel_op)
    _wijzig(
        route_id, by, at, "gehoord", gehoord_op=gehoord_op, gehoord=gehoord.strip(), handelingsdeel_op=handelingsdeel_op
    )  # fmt: skip


def leg_zienswijze_vast(
    *,
    route_id: UUID,
    op: date | None,
    door: str,
    tekst: str,
    ingelicht_op: date | None,
    by: Actor,
    at: datetime,
    scan: Aangeleverd | None = None,
    van: UUID | None = None,
) -> None:
    """Write down the view that parents gave on paper, in their words, and when they were told what will go.

    The `scan` of that paper stays at school as proof, with the offer of inzage `van` of who wrote it, so that the other
    parent does not see it; what the samenwerkingsverband reads are the words.
    """
    controleer_tekst(by=by, at=at, zienswijze=tekst)
    _controleer_dag(dag(at), zienswijze_op=op, ouders_ingelicht_op=ingelicht_op)
    if tekst.strip() and not (op and door.strip()):
        raise ZorgrouteGeweigerd("Vul in wie de zienswijze gaf, en op welke dag.", "zienswijze_door")
    if scan is not None:
        _bewaar_scan(route_id, scan, van, tekst, by, at)
    _wijzig(
        route_id, by, at, "zienswijze",
        zienswijze_op=op, zienswijze_door=door.strip(), zienswijze=tekst.strip(), ouders_ingelicht_op=ingelicht_op,
    )  # fmt: skip


def _bewaar_scan(route_id: UUID, scan: Aangeleverd, van: UUID | None, tekst: str, by: Actor, at: datetime) -> None:  # noqa: PLR0917  # what one form says of one scan
    route, _slot = in_voorbereiding(route_id=route_id, by=by, at=at)
    if not tekst.strip():
        zin = "Neem ook over wat er staat. De scan blijft op school; het samenwerkingsverband krijgt de tekst."
        raise ZorgrouteGeweigerd(zin, "zienswijze")
    if van is None:
        raise ZorgrouteGeweigerd("Kies van welke ouder de scan is.", "van")
    inzage = inzage_for(by, route.dossier, van)
    bewaar_stuk(stuk=scan, inzage=inzage, dossier=route.dossier, soort=Stuksoort.ZORG, by=by, at=at)


def leg_voor(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Let the parents read on their own page what will go to the samenwerkingsverband, and tell them by mail."""
    route, slot = in_voorbereiding(route_id=route_id, by=by, at=at)
    if not inzages_for(by, route.dossier).filter(wijze=Wijze.DIGITAAL).exists():
        raise ZorgrouteGeweigerd(
            "Er leest nog geen ouder mee op een eigen pagina. Nodig eerst een ouder uit bij Ouders, "
            "of vertel de ouders wat er gaat en vul de dag in."
        )
    # Nobody is told that it goes where it cannot go.
    if bezwaar := swvbezwaar_for(by, route):
        raise ZorgrouteGeweigerd(bezwaar)
    bevries(route=route, formulier=formulier_for(by, route, slot, at), slot=slot, by=by, at=at)
    route.voorgelegd_op = at
    route.save(update_fields=["voorgelegd_op"])
    licht_ouders_in(dossier=route.dossier, by=by, at=at, meteen=True)
    record("zorgroute.voorgelegd", by=by, at=at, dossier_id=route.dossier_id)


def geef_zorgzienswijze(*, route_id: UUID, tekst: str, by: Actor, at: datetime) -> None:
    """A parent's own view, in the own words; it goes along as it is. Until the zorgaanmelding is sent.

    Only of who may react at this moment, and as many as of the report itself: all of it travels along.
    """
    by.require(Recht.ZIENSWIJZE_GEVEN)
    if not leesrecht_for(by, at).reageert:
        raise GeenRecht(Recht.ZIENSWIJZE_GEVEN)
    route = route_for(by, route_id)
    if route.staat != Routestaat.IN_VOORBEREIDING:
        raise ZorgrouteGeweigerd(AL_VERSTUURD, "zienswijze")
    if Zorgzienswijze.objects.filter(route=route, ouder_id=by.persoon_id).count() >= MEESTE_REACTIES:
        raise ZorgrouteGeweigerd(VOL, "zienswijze")
    if not tekst.strip():
        raise ZorgrouteGeweigerd("Schrijf uw mening op.", "zienswijze")
    if len(tekst) > LANGSTE_ZIENSWIJZE:
        raise ZorgrouteGeweigerd("Uw tekst is te lang. Maak de tekst korter.", "zienswijze")
    zienswijze_id = uuid4()
    Zorgzienswijze.objects.create(
        id=zienswijze_id,
        dossier_id=route.dossier_id,
        school_id=route.school_id,
        route=route,
        ouder_id=by.persoon_id,
        geheim=slot_for(by, route.dossier).versleutel(tekst.strip().encode(), f"zorgzienswijze:{zienswijze_id}"),
        ingediend_op=at,
    )
    record("zorgzienswijze.gegeven", by=by, at=at, dossier_id=route.dossier_id)


def bevries(*, route: Zorgroute, formulier: Zorgformulier, slot: Slot, by: Actor, at: datetime) -> Zorgaanmelding:
    """Freeze the form for the parents (and, at sending, as sent); the same form is not frozen twice."""
    laatste = aanmelding_for(by, route, slot)
    if laatste is not None and laatste[1] == formulier:
        return laatste[0]
    rij_id = uuid4()
    rij = Zorgaanmelding(
        id=rij_id,
        dossier_id=route.dossier_id,
        school_id=route.school_id,
        route=route,
        nummer=laatste[0].nummer + 1 if laatste else 1,
        geheim=slot.versleutel(formulier.naar_bytes(), f"zorgaanmelding:{rij_id}"),
        vingerafdruk=formulier.vingerafdruk(),
        gemaakt_op=at,
        gemaakt_door=by.persoon_id,
    )
    rij.save(force_insert=True)
    return rij


def in_voorbereiding(*, route_id: UUID, by: Actor, at: datetime) -> tuple[Zorgroute, Slot]:
    """The route, locked behind its dossier, with the key of that; raises when it was sent already."""
    del at
    by.require(Recht.ZORGROUTE_LOPEN)
    dossier = dossier_for(by, route_for(by, route_id).dossier_id, vergrendel=True)
    route = route_for(by, route_id, vergrendel=True)
    if route.staat != Routestaat.IN_VOORBEREIDING:
        raise ZorgrouteGeweigerd("Deze zorgaanmelding is al verstuurd of ingetrokken. U verandert haar niet meer.")
    return route, slot_for(by, dossier)


def _wijzig(route_id: UUID, by: Actor, at: datetime, deel: str, **nieuw: Any) -> None:
    route, slot = in_voorbereiding(route_id=route_id, by=by, at=at)
    oud = voorbereiding_for(by, route, slot)
    if (wat := replace(oud, **nieuw)) == oud:
        return
    route.geheim, route.bijgewerkt_op = wat.verpakt(slot, route.id), at
    route.save(update_fields=["geheim", "bijgewerkt_op"])
    record("zorgroute.ingevuld", by=by, at=at, dossier_id=route.dossier_id, deel=deel)


def controleer_tekst(*, by: Actor, at: datetime, **teksten: str) -> None:
    """Raise `ZorgrouteGeweigerd` for a text that is too long, or in which a BSN stands: that goes to no swv."""
    for veld, tekst in teksten.items():
        if lijkt_persoonsnummer(tekst):
            raise ZorgrouteGeweigerd(_ZONDER_NUMMER, veld)
        if len(tekst) > MAXIMALE_TEKST:
            te_veel = len(tekst) - MAXIMALE_TEKST
            zin = f"Deze tekst is {te_veel} tekens te lang. Kort haar in tot {MAXIMALE_TEKST} tekens."
            raise ZorgrouteGeweigerd(zin, veld)


def _controleer_dag(vandaag: date, **dagen: date | None) -> None:
    for veld, op in dagen.items():
        if op is not None and op > vandaag:
            raise ZorgrouteGeweigerd("Deze dag ligt in de toekomst. Vul de echte dag in.", veld)
