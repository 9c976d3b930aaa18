"""Which cases has a samenwerkingsverband, how far is each, and what is in one?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.snapshot.weergave import Sectieweergave, weergave
from overstap.domain.scholen.queries import collegas_for
from overstap.domain.zorgroutes.enums import (
    Deskundige,
    Routesoort,
    Routestaat,
    Uitkomst,
    Zaakstuksoort,
)
from overstap.domain.zorgroutes.models import Zaak, Zaakstuk, Zorgroute, Zorgvraag
from overstap.domain.zorgroutes.queries.bestand import (
    Bestandregel,
    bestand_for,
    bestanden_for,
    tegengehouden_for,
)
from overstap.domain.zorgroutes.queries.route import Vraag, inrichting_for, vragen_for
from overstap.domain.zorgroutes.rules import Toets, mogelijke_uitkomsten, toets
from overstap.domain.zorgroutes.rules.criteria import CRITERIA
from overstap.domain.zorgroutes.rules.inrichting import Routeinrichting
from overstap.domain.zorgroutes.rules.routes import WET
from overstap.domain.zorgroutes.rules.zaak import Zaakpunt, Zaakstand, ontbreekt, volgende_stappen, zaakpunten
from overstap.domain.zorgroutes.snapshot import Besluit, Zorgformulier
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Zaakregel:
    """One case on the board: names, counts and states, nothing that had to be decrypted."""

    route_id: UUID
    dossier_id: UUID
    naam: str
    school: str
    soort: Routesoort
    staat: Routestaat
    ontvangen_op: datetime
    dagen: int
    uiterlijk_op: date
    te_laat: bool
    behandelaar_id: UUID | None
    behandelaar: str
    open_vragen: int
    deskundigen: int
    vo_school: str
    ontbreekt: str
    naar: tuple[Routestaat, ...]


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


_NAAM = ("roepnaam", "voorvoegsel", "achternaam")
# What stands on a card. Rows, not models: the form of each case is many times as big as all of this together.
_OP_DE_KAART = (
    "id", "dossier_id", "soort", "staat", "zaak__ontvangen_op", "zaak__uiterlijk_op", "zaak__behandelaar_id",
    "swv__brin", "school__naam", "vo_school__naam", "dossier__leerling__roepnaam", "dossier__leerling__voorvoegsel",
    "dossier__leerling__achternaam", "open_vragen", "deskundigen", "tegengehouden",
)  # fmt: skip


def zaken_for(actor: Actor, *, at: datetime) -> list[Zaakregel]:
    """The cases of the actor's own samenwerkingsverband, oldest first; as many queries for one as for a thousand."""
    actor.require(Recht.ZORGAANMELDING_BEHANDELEN)
    swv_id = actor.werkt_bij
    rijen = list(
        _zaken(actor)
        .annotate(
            open_vragen=Coalesce(Subquery(_geteld(Zorgvraag.objects.filter(beantwoord_op=None), "route_id")), 0),
            deskundigen=Coalesce(
                Subquery(_geteld(Zaakstuk.objects.filter(soort=Zaakstuksoort.DESKUNDIGENADVIES), "zaak_id")), 0
            ),
            tegengehouden=Coalesce(Subquery(_geteld(tegengehouden_for(actor), "zaak_id")), 0),
        )
        .order_by("zaak__ontvangen_op", "id")
        .values(*_OP_DE_KAART)
    )
    namen = collegas_for(actor, {rij["zaak__behandelaar_id"] for rij in rijen} - {None})
    inrichting, vandaag = inrichting_for(actor, swv_id, rijen[0]["swv__brin"] if rijen else ""), dag(at)
    return [_regel(rij, vandaag, namen, inrichting.route(Routesoort(rij["soort"]))) for rij in rijen]


def _geteld(rijen: QuerySet[Any], van: str) -> QuerySet[Any, Any]:
    """How many of these hang on the route of the outer query."""
    mijn = rijen.filter(**{van: OuterRef("id")}).order_by()
    geteld: QuerySet[Any, Any] = mijn.values(van).annotate(n=Count("*")).values("n")
    return geteld


def _zaken(actor: Actor) -> QuerySet[Zorgroute]:
    # Also while another route of the same pupil runs, which opens the name of the pupil again.
    rijen = Zorgroute.objects.filter(swv_id=actor.werkt_bij, verstuurd_op__isnull=False, ingetrokken_op=None)
    return rijen.select_related("zaak", "swv", "school", "vo_school", "dossier__leerling")


def _regel(rij: dict[str, Any], vandaag: date, namen: dict[UUID, str], inrichting: Routeinrichting) -> Zaakregel:
    staat, ontvangen_op, uiterlijk_op = Routestaat(rij["staat"]), rij["zaak__ontvangen_op"], rij["zaak__uiterlijk_op"]
    stand = Zaakstand(staat, rij["open_vragen"], rij["deskundigen"], inrichting, tegengehouden=rij["tegengehouden"])
    wacht = staat not in {Routestaat.BESLUIT, Routestaat.TERUGGEKOPPELD}
    return Zaakregel(
        route_id=rij["id"],
        dossier_id=rij["dossier_id"],
        naam=" ".join(deel for deel in (rij[f"dossier__leerling__{naam}"] for naam in _NAAM) if deel),
        school=rij["school__naam"],
        soort=Routesoort(rij["soort"]),
        staat=staat,
        ontvangen_op=ontvangen_op,
        dagen=(vandaag - dag(ontvangen_op)).days,
        uiterlijk_op=uiterlijk_op,
        te_laat=wacht and vandaag > uiterlijk_op,
        behandelaar_id=rij["zaak__behandelaar_id"],
        behandelaar=namen.get(rij["zaak__behandelaar_id"], ""),
        open_vragen=stand.open_vragen,
        deskundigen=stand.deskundigen,
        vo_school=rij["vo_school__naam"] or "",
        ontbreekt=ontbreekt(stand),
        naar=volgende_stappen(stand),
    )


def zaak_for(actor: Actor, route_id: UUID, *, vergrendel: bool = False) -> Zorgroute:
    """One route that was sent to the actor's own samenwerkingsverband, with its `zaak`; raises `NietGevonden`."""
    actor.require(Recht.ZORGAANMELDING_BEHANDELEN)
    rijen = _zaken(actor).filter(id=route_id)
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
    inrichting = inrichting_for(actor, route.swv_id, route.swv.brin).route(soort)
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
