"""What of a zorgaanmelding goes over the line (OSO): what is offered, what lies ready, what came back?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from overstap.domain.dossiers.queries import beperking_for, slot_for
from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.zorgroutes.enums import TAAK_AANBIEDEN, Routestaat, Zaakbestandsoort
from overstap.domain.zorgroutes.models import Zaakbestand, Zorgkoppeling, Zorgroute
from overstap.domain.zorgroutes.models.lijn import koppelhash
from overstap.domain.zorgroutes.rules import IN_BEHANDELING
from overstap.domain.zorgroutes.rules.lijn import tegen_aanbod
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.queue import mislukt
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Zorglijn:
    """How far one care route is over the line, as its school sees it.

    `bezwaar` says why the samenwerkingsverband cannot be told now, empty when it can. `nieuwer`: does a file lie there
    that is younger than what its system fetched? `antwoord` is what that told back, decrypted.
    """

    rij: Zorgkoppeling
    meldstand: Meldstand
    bezwaar: str
    nieuwer: bool
    antwoord: str


def zorglijn_for(actor: Actor, route: Zorgroute, slot: Slot) -> Zorglijn | None:
    """None when nothing of this route of the actor's own school was offered over the line."""
    rij = Zorgkoppeling.objects.filter(route=route, school_id=actor.werkt_bij).first()
    if rij is None:
        return None
    stand = Meldstand(rij.meldstand)
    if stand is Meldstand.ONDERWEG and mislukt(TAAK_AANBIEDEN, "route_id", [route.id]):
        stand = Meldstand.NIET_GELUKT
    nieuwer = bool(rij.bestand_op and rij.opgehaald_op and rij.bestand_op > rij.opgehaald_op)
    # Told of a file that another took the place of, before it was fetched: what is fetched is the new one.
    na_bericht = nieuwer and rij.bestand_op is not None and rij.bestand_op > rij.aangeboden_op
    bezwaar = tegen_aanbod(
        in_behandeling=Routestaat(route.staat) in IN_BEHANDELING,
        staat_klaar=rij.bestand_op is not None,
        beantwoord=rij.antwoord_op is not None,
        onderweg=stand is Meldstand.ONDERWEG,
        iets_nieuws=stand is Meldstand.NIET_GELUKT or na_bericht,
    )
    antwoord = slot.ontsleutel(rij.antwoord, f"koppelantwoord:{rij.id}").decode() if rij.antwoord else ""
    return Zorglijn(rij, stand, bezwaar, nieuwer, antwoord)


def koppeling_for(actor: Actor, route_id: UUID, *, vergrendel: bool = False) -> Zorgkoppeling | None:
    """What was offered of one route of the actor's own school."""
    rijen = Zorgkoppeling.objects.filter(route_id=route_id, school_id=actor.werkt_bij)
    return (rijen.select_for_update() if vergrendel else rijen).first()


def koppeling_met_for(actor: Actor, koppelsleutel: str) -> Zorgkoppeling | None:
    """The offer of the actor's own school that this koppelsleutel names; only the newest of a route is known."""
    return Zorgkoppeling.objects.filter(
        school_id=actor.werkt_bij, zoekhash=koppelhash(actor.werkt_bij, koppelsleutel)
    ).first()


@dataclass(frozen=True)
class Lijnregel:
    """One zorgaanmelding of the own school that went over the line, for a list: nothing that had to be decrypted."""

    route: Zorgroute
    rij: Zorgkoppeling
    meldstand: Meldstand
    nieuwer: bool


def zorglijnen_for(actor: Actor) -> list[Lijnregel]:
    """Every one that was offered to a system of a samenwerkingsverband, the newest first; as many queries for all."""
    actor.require(Recht.ZORGROUTE_LOPEN)
    van_ons = Zorgkoppeling.objects.filter(school_id=actor.werkt_bij).defer("geheim", "antwoord")
    rijen = list(van_ons.select_related("route__swv", "route__dossier__leerling").order_by("-aangeboden_op", "id"))
    onderweg = [rij.route_id for rij in rijen if rij.meldstand == Meldstand.ONDERWEG]
    opgegeven = mislukt(TAAK_AANBIEDEN, "route_id", onderweg)
    return [_lijnregel(rij, opgegeven=rij.route_id in opgegeven) for rij in rijen]


def _lijnregel(rij: Zorgkoppeling, *, opgegeven: bool) -> Lijnregel:
    stand = Meldstand.NIET_GELUKT if opgegeven else Meldstand(rij.meldstand)
    nieuwer = bool(rij.bestand_op and rij.opgehaald_op and rij.bestand_op > rij.opgehaald_op)
    return Lijnregel(rij.route, rij, stand, nieuwer)


@dataclass(frozen=True)
class Systeemregel:
    """How far the own system of a samenwerkingsverband is with one zorgaanmelding of a school in Overstap."""

    route_id: UUID
    naam: str
    school: str
    meldstand: Meldstand
    bestand_op: datetime | None
    gevraagd_op: datetime | None
    uitkomst: str
    opgehaald_op: datetime | None
    antwoord_op: datetime | None


def eigen_systeem_for(actor: Actor) -> list[Systeemregel]:
    """What was offered to the own system of the actor's samenwerkingsverband, the newest first.

    The row itself is of the school; a function of the database says how far it is, and nothing else of it.
    """
    actor.require(Recht.ZORGAANMELDING_BEHANDELEN)
    with connection.cursor() as cursor:
        cursor.execute("select * from zorglijn_van_mijn_zaken()")
        gevonden = {rij[0]: rij[1:] for rij in cursor.fetchall()}
    routes = Zorgroute.objects.filter(id__in=gevonden).select_related("school", "dossier__leerling")
    return [
        Systeemregel(route.id, route.dossier.leerling.naam, route.school.naam, Meldstand(meldstand), *rest)
        for route in routes.order_by("-verstuurd_op", "id")
        for meldstand, *rest in [gevonden[route.id]]
    ]


@dataclass(frozen=True)
class Zorgbestand:
    """The one OSO file of a case that may be fetched now: its id, since when it lies there, and where its bytes are."""

    id: UUID
    klaar_op: datetime
    bestand_id: UUID
    sleutel_id: UUID

    def open(self) -> opslag.Lezer:
        """Its bytes, to be read in pieces. Raises what the store raises when they are gone."""
        return opslag.lezer(self.bestand_id, Slot(self.sleutel_id), f"zaakbestand:{self.bestand_id}")


def zaak_over_de_lijn_for(actor: Actor, route_id: UUID, *, vergrendel: bool = False) -> Zorgroute:
    """One route that was sent to the samenwerkingsverband whose own system asks, and runs; raises `NietGevonden`."""
    actor.require(Recht.ZORGAANMELDING_OPHALEN)
    rijen = Zorgroute.objects.filter(
        id=route_id, swv_id=actor.werkt_bij, verstuurd_op__isnull=False, ingetrokken_op=None
    ).select_related("zaak", "dossier")
    route = (rijen.select_for_update(of=("self",)) if vergrendel else rijen).first()
    if route is None:
        raise NietGevonden
    return route


def zorgbestand_for(actor: Actor, route: Zorgroute) -> Zorgbestand | None:
    """What may go over the line of a route now; None while there is none, or the use is restricted (art. 18 AVG)."""
    if beperking_for(actor, route.dossier) is not None:
        return None
    rij = Zaakbestand.objects.filter(zaak=route.zaak, soort=Zaakbestandsoort.OSO, tegengehouden_op=None).first()
    return Zorgbestand(rij.id, rij.gemaakt_op, rij.bestand_id, route.zaak.sleutel_id) if rij else None


def slot_van_koppeling_for(actor: Actor, rij: Zorgkoppeling) -> Slot:
    """The key under which the koppelsleutel and the answer lie: that of the dossier."""
    return slot_for(actor, rij.dossier)
