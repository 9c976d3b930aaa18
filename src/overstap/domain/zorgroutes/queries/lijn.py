"""What of a zorgaanmelding goes over the line (OSO): what is offered, what lies ready, what came back?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

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
