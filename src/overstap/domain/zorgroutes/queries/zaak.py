"""Which cases has a samenwerkingsverband, how far is each, and what is in one?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.snapshot.weergave import Sectieweergave, weergave
from overstap.domain.zorgroutes.enums import (
    Deskundige,
    Routesoort,
    Routestaat,
    Uitkomst,
    Zaakstuksoort,
)
from overstap.domain.zorgroutes.models import Zaak, Zaakstuk, Zorgroute
from overstap.domain.zorgroutes.queries.bestand import (
    Bestandregel,
    bestand_for,
    bestanden_for,
)
from overstap.domain.zorgroutes.queries.bord import eigen_zaken_for
from overstap.domain.zorgroutes.queries.route import Vraag, vragen_for, zaakinrichting_for
from overstap.domain.zorgroutes.rules import Toets, mogelijke_uitkomsten, toets
from overstap.domain.zorgroutes.rules.criteria import CRITERIA
from overstap.domain.zorgroutes.rules.inrichting import Routeinrichting
from overstap.domain.zorgroutes.rules.routes import WET
from overstap.domain.zorgroutes.rules.zaak import Zaakpunt, Zaakstand, volgende_stappen, zaakpunten
from overstap.domain.zorgroutes.snapshot import Besluit, Zorgformulier
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Stukregel:
    """What the samenwerkingsverband wrote in its case, decrypted."""

    id: UUID
    soort: Zaakstuksoort
    deskundige: Deskundige | None
    tekst: str
    geschreven_op: datetime
    geschreven_door: UUID


@dataclass(frozen=True)
class Zaakblad:
    """Everything of one case that its page needs.

    `uitkomsten` are what a decision may be now, `punten` what stands between the case and a decision, `naar` the
    states to which the samenwerkingsverband can bring it now.
    """

    route: Zorgroute
    zaak: Zaak
    staat: Routestaat
    formulier: Zorgformulier
    rapport: tuple[Sectieweergave, ...]
    toetsen: tuple[Toets, ...]
    vragen: tuple[Vraag, ...]
    stukken: tuple[Stukregel, ...]
    bestanden: tuple[Bestandregel, ...]
    besluit: Besluit | None
    inrichting: Routeinrichting
    uitkomsten: tuple[Uitkomst, ...]
    punten: tuple[Zaakpunt, ...]
    naar: tuple[Routestaat, ...]


def zaak_for(actor: Actor, route_id: UUID, *, vergrendel: bool = False) -> Zorgroute:
    """One route that was sent to the actor's own samenwerkingsverband, with its `zaak`; raises `NietGevonden`."""
    actor.require(Recht.ZORGAANMELDING_BEHANDELEN)
    rijen = eigen_zaken_for(actor).filter(id=route_id)
    rijen = rijen.select_related("zaak", "swv", "school", "vo_school", "dossier__leerling")
    route = (rijen.select_for_update(of=("self",)) if vergrendel else rijen).first()
    if route is None:
        raise NietGevonden
    return route


def zaakblad_for(actor: Actor, route_id: UUID, at: datetime) -> Zaakblad:
    """Everything of one case; raises `NietGevonden`."""
    route = zaak_for(actor, route_id)
    zaak, soort = route.zaak, Routesoort(route.soort)
    slot, van_dossier = Slot(zaak.sleutel_id), Slot(route.dossier.sleutel_id)
    formulier = ontvangen_formulier_for(actor, zaak, slot)
    inrichting = zaakinrichting_for(actor, route)
    vragen = vragen_for(actor, route, van_dossier)
    stukken = stukken_for(actor, zaak, slot)
    adviezen = sum(stuk.soort is Zaakstuksoort.DESKUNDIGENADVIES for stuk in stukken)
    eerste = any(stuk.deskundige is not None and stuk.deskundige.eerste for stuk in stukken)
    stand = Zaakstand(Routestaat(route.staat), sum(vraag.open for vraag in vragen), adviezen, inrichting, eerste)
    onderzoek = formulier.voorbereiding.drempelonderzoek
    met_criteria = WET[soort].drempelonderzoek and formulier.op >= min(criteria.vanaf for criteria in CRITERIA)
    return Zaakblad(
        route=route,
        zaak=zaak,
        staat=stand.staat,
        formulier=formulier,
        rapport=weergave(formulier.rapport, Publiek.SWV),
        toetsen=toets(onderzoek, formulier.op) if met_criteria else (),
        vragen=vragen,
        stukken=stukken,
        bestanden=bestanden_for(actor, zaak, slot),
        besluit=genomen_besluit_for(actor, zaak, slot),
        inrichting=inrichting,
        uitkomsten=mogelijke_uitkomsten(soort, vo_bekend=route.vo_school_id is not None),
        punten=zaakpunten(stand),
        naar=volgende_stappen(stand),
    )


def ontvangen_formulier_for(actor: Actor, zaak: Zaak, slot: Slot) -> Zorgformulier:
    """The form as the samenwerkingsverband received it."""
    return Zorgformulier.uit_bytes(slot.ontsleutel(zaak.geheim, f"zaak:{zaak.route_id}"))


def stukken_for(actor: Actor, zaak: Zaak, slot: Slot) -> tuple[Stukregel, ...]:
    """What the samenwerkingsverband wrote in this case, oldest first; the decision stands apart."""
    rijen = Zaakstuk.objects.filter(zaak=zaak).exclude(soort=Zaakstuksoort.BESLUIT).order_by("geschreven_op")
    return tuple(
        Stukregel(
            rij.id,
            Zaakstuksoort(rij.soort),
            Deskundige(rij.deskundige) if rij.deskundige else None,
            slot.ontsleutel(rij.geheim, f"zaakstuk:{rij.id}").decode(),
            rij.geschreven_op,
            rij.geschreven_door,
        )
        for rij in rijen
    )


def genomen_besluit_for(actor: Actor, zaak: Zaak, slot: Slot) -> Besluit | None:
    """The decision on this case, as soon as it was taken; None before that."""
    rij = Zaakstuk.objects.filter(zaak=zaak, soort=Zaakstuksoort.BESLUIT).first()
    return Besluit.uit_bytes(slot.ontsleutel(rij.geheim, f"zaakstuk:{rij.id}")) if rij else None


def zaakbestand_for(actor: Actor, route_id: UUID, bestand_id: UUID) -> tuple[Bestandregel, opslag.Lezer]:
    """One file of a case, opened to be read in pieces. `bekijk_zaak` writes the look down.

    Raises `NietGevonden`, and `ZaakbestandTegengehouden` for one that may no longer be opened.
    """
    gevonden = bestand_for(actor, zaak_for(actor, route_id).zaak, bestand_id)
    if gevonden is None:
        raise NietGevonden
    return gevonden
