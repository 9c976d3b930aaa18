"""Which cases of schools in Overstap has a samenwerkingsverband, how far is each, and what stands on its card?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from overstap.domain.dossiers.models import Beperking
from overstap.domain.leerlingen.rules import sorteernaam
from overstap.domain.scholen.queries import collegas_for
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat, Zaakstuksoort
from overstap.domain.zorgroutes.models import Zaakstuk, Zorgroute, Zorgvraag
from overstap.domain.zorgroutes.queries.bestand import tegengehouden_for
from overstap.domain.zorgroutes.queries.route import inrichting_for
from overstap.domain.zorgroutes.rules.inrichting import Routeinrichting
from overstap.domain.zorgroutes.rules.zaak import Zaakstand, ontbreekt, volgende_stappen
from overstap.foundation.access import Actor, Recht
from overstap.foundation.klok import dag


@dataclass(frozen=True, slots=True)
class Zaakregel:
    """What counting, filtering and sorting a case needs. `past`: the name of its pupil holds what was searched for.

    `volgorde` is when it came in, of a closed one when it was decided. Of a school elsewhere `route_id` is that of the
    case alone.
    """

    route_id: UUID
    soort: Routesoort
    staat: Routestaat
    te_laat: bool
    behandelaar_id: UUID | None
    past: bool
    volgorde: datetime


@dataclass(frozen=True)
class Zaakkaart:
    """One case as the board shows it: names, counts and states, nothing that had to be decrypted.

    `buiten`: of a school that does not work in Overstap; such a case has pages of its own.
    """

    route_id: UUID
    naam: str
    school: str
    soort: Routesoort
    staat: Routestaat
    dagen: int
    uiterlijk_op: date
    te_laat: bool
    behandelaar: str
    ontbreekt: str
    naar: tuple[Routestaat, ...]
    buiten: bool = False


_TE_TELLEN = (
    "id",
    "soort",
    "staat",
    "zaak__uiterlijk_op",
    "zaak__behandelaar_id",
    "zaak__besloten_op",
    "zaak__ontvangen_op",
)
_NAAM = ("roepnaam", "voorvoegsel", "achternaam")
# What stands on a card. Rows, not models: the form of each case is many times as big as all of this together.
_OP_DE_KAART = (
    "id", "soort", "staat", "zaak__ontvangen_op", "zaak__uiterlijk_op", "zaak__behandelaar_id", "afspraken",
    "school__naam", "dossier__leerling__roepnaam", "dossier__leerling__voorvoegsel", "dossier__leerling__achternaam",
    "open_vragen", "deskundigen", "tegengehouden", "beperkt",
)  # fmt: skip


def routeregels_for(actor: Actor, *, at: datetime, naam: str = "") -> list[Zaakregel]:
    """All of them in one query. With `naam` each says whether every word of it stands somewhere in the name."""
    vandaag, past = dag(at), Q()
    for woord in sorteernaam("", "", naam).split():
        past &= Q(dossier__leerling__sorteernaam__contains=woord)
    rijen: QuerySet[Zorgroute, Any] = eigen_zaken_for(actor).order_by()
    # The names of a thousand pupils are looked up only where somebody searches.
    zoek = {"past": ExpressionWrapper(past, output_field=BooleanField())} if past else {}
    return [_regel(rij, vandaag) for rij in rijen.annotate(**zoek).values_list(*_TE_TELLEN, *zoek)]


def routekaarten_for(actor: Actor, route_ids: Iterable[UUID], *, at: datetime) -> dict[UUID, Zaakkaart]:
    """The cards of these cases, by route; as many queries for one as for a hundred."""
    rijen = list(
        eigen_zaken_for(actor)
        .filter(id__in=list(route_ids))
        .annotate(
            open_vragen=Coalesce(Subquery(_geteld(Zorgvraag.objects.filter(beantwoord_op=None), "route_id")), 0),
            deskundigen=Coalesce(
                Subquery(_geteld(Zaakstuk.objects.filter(soort=Zaakstuksoort.DESKUNDIGENADVIES), "zaak_id")), 0
            ),
            beperkt=Exists(Beperking.objects.filter(dossier_id=OuterRef("dossier_id"), opgeheven_op=None)),
            tegengehouden=Coalesce(Subquery(_geteld(tegengehouden_for(actor), "zaak_id")), 0),
        )
        .values(*_OP_DE_KAART)
    )
    namen = collegas_for(actor, {rij["zaak__behandelaar_id"] for rij in rijen} - {None})
    inrichting = inrichting_for(actor, actor.werkt_bij)
    return {
        rij["id"]: _kaart(rij, dag(at), namen, inrichting.route(Routesoort(rij["soort"]), rij["afspraken"]))
        for rij in rijen
    }


def routedagen_for(actor: Actor) -> list[tuple[date, int]]:
    """(last day, for how many cases) of what the actor's own samenwerkingsverband must still decide."""
    open_ = eigen_zaken_for(actor).exclude(staat__in=(Routestaat.BESLUIT, Routestaat.TERUGGEKOPPELD))
    return list(open_.values_list("zaak__uiterlijk_op").annotate(n=Count("id")).order_by("zaak__uiterlijk_op"))


def eigen_zaken_for(actor: Actor) -> QuerySet[Zorgroute]:
    """What was sent to the actor's own samenwerkingsverband and runs there.

    Also while another route of the same pupil runs, which opens the name of the pupil again.
    """
    actor.require(Recht.ZORGAANMELDING_BEKIJKEN)
    return Zorgroute.objects.filter(swv_id=actor.werkt_bij, verstuurd_op__isnull=False, ingetrokken_op=None)


def _geteld(rijen: QuerySet[Any], van: str) -> QuerySet[Any, Any]:
    """How many of these hang on the route of the outer query."""
    mijn = rijen.filter(**{van: OuterRef("id")}).order_by()
    geteld: QuerySet[Any, Any] = mijn.values(van).annotate(n=Count("*")).values("n")
    return geteld


def _te_laat(staat: Routestaat, uiterlijk_op: date, vandaag: date) -> bool:
    return staat not in {Routestaat.BESLUIT, Routestaat.TERUGGEKOPPELD} and vandaag > uiterlijk_op


def _regel(rij: tuple[Any, ...], vandaag: date) -> Zaakregel:
    route_id, soort, staat, uiterlijk_op, behandelaar_id, besloten_op, ontvangen_op, *past = rij
    staat = Routestaat(staat)
    laat, klaar = _te_laat(staat, uiterlijk_op, vandaag), staat is Routestaat.TERUGGEKOPPELD
    volgorde = besloten_op if klaar else ontvangen_op
    return Zaakregel(route_id, Routesoort(soort), staat, laat, behandelaar_id, all(past), volgorde)


def _kaart(rij: dict[str, Any], vandaag: date, namen: dict[UUID, str], inrichting: Routeinrichting) -> Zaakkaart:
    staat, uiterlijk_op = Routestaat(rij["staat"]), rij["zaak__uiterlijk_op"]
    stand = Zaakstand(
        staat, rij["open_vragen"], rij["deskundigen"], inrichting, tegengehouden=rij["tegengehouden"],
        beperkt=rij["beperkt"],
    )  # fmt: skip
    return Zaakkaart(
        route_id=rij["id"],
        naam=" ".join(deel for deel in (rij[f"dossier__leerling__{naam}"] for naam in _NAAM) if deel),
        school=rij["school__naam"],
        soort=Routesoort(rij["soort"]),
        staat=staat,
        dagen=(vandaag - dag(rij["zaak__ontvangen_op"])).days,
        uiterlijk_op=uiterlijk_op,
        te_laat=_te_laat(staat, uiterlijk_op, vandaag),
        behandelaar=namen.get(rij["zaak__behandelaar_id"], ""),
        ontbreekt=ontbreekt(stand),
        naar=volgende_stappen(stand),
    )
