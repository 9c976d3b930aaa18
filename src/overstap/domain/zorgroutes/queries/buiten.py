"""Which cases of schools that do not work in Overstap has a samenwerkingsverband, and what is in one?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from overstap.domain.importen.models import Ontvangst
from overstap.domain.importen.queries import (
    LeesbareOntvangstbijlage,
    ontvangst_for,
    ontvangstbijlagen_for,
    ontvangsten_for,
)
from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.snapshot.weergave import Sectieweergave, weergave
from overstap.domain.scholen.queries import collegas_for
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat, Uitkomst, Zaakstuksoort
from overstap.domain.zorgroutes.models import Zaak, Zaakstuk, Zorgaanbod
from overstap.domain.zorgroutes.queries.aanbod import aanbiedingen_for, terug_opgegeven_for
from overstap.domain.zorgroutes.queries.bord import Zaakkaart, Zaakregel
from overstap.domain.zorgroutes.queries.route import inrichting_for, zaakinrichting_for
from overstap.domain.zorgroutes.queries.zaak import (
    Stukregel,
    genomen_besluit_for,
    ontvangen_formulier_for,
    stukken_for,
)
from overstap.domain.zorgroutes.rules import Toets, mogelijke_uitkomsten
from overstap.domain.zorgroutes.rules.zaak import Zaakpunt, Zaakstand, ontbreekt, volgende_stappen, zaakpunten
from overstap.domain.zorgroutes.snapshot import Besluit, Zorgformulier
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot

_DICHT = (Routestaat.BESLUIT, Routestaat.TERUGGEKOPPELD)


@dataclass(frozen=True)
class Buitenblad:
    """Everything of one case that its page needs. Of a pupil elsewhere there is no dossier, so no question either.

    No drempelonderzoek comes along, so `toetsen` is empty. `terug` is how telling the school went; `uitkomsten`,
    `punten` and `naar` are those of any case.
    """

    aanbod: Zorgaanbod
    zaak: Zaak
    ontvangst: Ontvangst
    staat: Routestaat
    formulier: Zorgformulier
    rapport: tuple[Sectieweergave, ...]
    bijlagen: tuple[LeesbareOntvangstbijlage, ...]
    stukken: tuple[Stukregel, ...]
    besluit: Besluit | None
    uitkomsten: tuple[Uitkomst, ...]
    punten: tuple[Zaakpunt, ...]
    naar: tuple[Routestaat, ...]
    terug: Meldstand
    toetsen: tuple[Toets, ...] = ()


def buitenzaken_for(actor: Actor) -> QuerySet[Zorgaanbod]:
    """What the actor's own samenwerkingsverband accepted of schools elsewhere."""
    actor.require(Recht.ZORGAANMELDING_BEKIJKEN)
    return aanbiedingen_for(actor).filter(ontvangst_id__isnull=False)


def buitenzaak_for(actor: Actor, buitenzaak_id: UUID, *, vergrendel: bool = False) -> Zorgaanbod:
    """One of them; raises `NietGevonden`, also once the case was destroyed."""
    actor.require(Recht.ZORGAANMELDING_BEHANDELEN)
    rijen = buitenzaken_for(actor).filter(id=buitenzaak_id).select_related("swv")
    aanbod = (rijen.select_for_update(of=("self",)) if vergrendel else rijen).first()
    if aanbod is None or not Zaak.objects.filter(route_id=aanbod.id).exists():
        raise NietGevonden
    return aanbod


def buitenstand_for(actor: Actor, aanbod: Zorgaanbod) -> Zaakstand:
    """The facts of such a case."""
    stukken = stukken_for(actor, aanbod.zaak, Slot(aanbod.sleutel_id))
    adviezen = [stuk.deskundige for stuk in stukken if stuk.deskundige is not None]
    inrichting = zaakinrichting_for(actor, aanbod)
    eerste = any(deskundige.eerste for deskundige in adviezen)
    return Zaakstand(Routestaat(aanbod.staat), 0, len(adviezen), inrichting, eerste)


def buitenblad_for(actor: Actor, buitenzaak_id: UUID) -> Buitenblad:
    """Everything of one case; raises `NietGevonden`."""
    aanbod = buitenzaak_for(actor, buitenzaak_id)
    assert aanbod.ontvangst_id is not None
    zaak, slot, ontvangst = aanbod.zaak, Slot(aanbod.sleutel_id), ontvangst_for(actor, aanbod.ontvangst_id)
    formulier, stand = ontvangen_formulier_for(actor, zaak, slot), buitenstand_for(actor, aanbod)
    terug = Meldstand(aanbod.terugstand)
    if terug is Meldstand.ONDERWEG and terug_opgegeven_for(actor, aanbod):
        terug = Meldstand.NIET_GELUKT
    return Buitenblad(
        aanbod=aanbod,
        zaak=zaak,
        ontvangst=ontvangst,
        staat=stand.staat,
        formulier=formulier,
        rapport=weergave(formulier.rapport, Publiek.SWV),
        bijlagen=ontvangstbijlagen_for(actor, ontvangst),
        stukken=stukken_for(actor, zaak, slot),
        besluit=genomen_besluit_for(actor, zaak, slot),
        uitkomsten=mogelijke_uitkomsten(Routesoort(aanbod.soort), vo_bekend=False),
        punten=zaakpunten(stand),
        naar=_naar(stand),
        terug=terug,
    )


def buitenregels_for(actor: Actor, *, at: datetime, naam: str = "") -> list[Zaakregel]:
    """What counting, filtering and sorting need of each; two queries, however many there are."""
    gevonden = _met_zaak(buitenzaken_for(actor))
    past = set(_ontvangsten(actor, gevonden, naam).values_list("id", flat=True)) if naam and gevonden else set()
    vandaag = dag(at)
    return [
        Zaakregel(
            route_id=aanbod.id,
            soort=Routesoort(aanbod.soort),
            staat=Routestaat(aanbod.staat),
            te_laat=_te_laat(aanbod, zaak, vandaag),
            behandelaar_id=zaak.behandelaar_id,
            past=not naam or aanbod.ontvangst_id in past,
            volgorde=zaak.besloten_op or zaak.ontvangen_op,
        )
        for aanbod, zaak in gevonden
    ]


def buitenkaarten_for(actor: Actor, ids: Iterable[UUID], *, at: datetime) -> dict[UUID, Zaakkaart]:
    """The cards of these cases, by id; as many queries for one as for a hundred."""
    gevonden = _met_zaak(buitenzaken_for(actor).filter(id__in=list(ids)).select_related("swv"))
    if not gevonden:
        return {}
    ontvangsten: dict[UUID | None, Ontvangst] = {rij.id: rij for rij in _ontvangsten(actor, gevonden)}
    namen = collegas_for(actor, {zaak.behandelaar_id for _aanbod, zaak in gevonden if zaak.behandelaar_id})
    adviezen = Zaakstuk.objects.filter(soort=Zaakstuksoort.DESKUNDIGENADVIES, zaak__in=[z for _a, z in gevonden])
    geteld = dict(adviezen.order_by().values_list("zaak_id").annotate(n=Count("*")))
    swv = gevonden[0][0].swv
    inrichting = inrichting_for(actor, swv.id)
    kaarten = {}
    for aanbod, zaak in gevonden:
        if (ontvangst := ontvangsten.get(aanbod.ontvangst_id)) is not None:
            route = inrichting.route(Routesoort(aanbod.soort), aanbod.afspraken)
            stand = Zaakstand(Routestaat(aanbod.staat), 0, geteld.get(aanbod.id, 0), route)
            behandelaar = namen.get(zaak.behandelaar_id, "") if zaak.behandelaar_id else ""
            kaarten[aanbod.id] = _kaart(aanbod, zaak, ontvangst, stand, behandelaar=behandelaar, vandaag=dag(at))
    return kaarten


def buitendagen_for(actor: Actor) -> list[date]:
    """The last day of each case that must still be decided."""
    return [zaak.uiterlijk_op for _aanbod, zaak in _met_zaak(buitenzaken_for(actor).exclude(staat__in=_DICHT))]


def _met_zaak(rijen: QuerySet[Zorgaanbod]) -> list[tuple[Zorgaanbod, Zaak]]:
    gevonden = list(rijen)
    # Without the form of each case, which is many times as big as all the rest.
    zaken = Zaak.objects.filter(route_id__in=[rij.id for rij in gevonden]).defer("geheim") if gevonden else ()
    van = {zaak.route_id: zaak for zaak in zaken}
    return [(rij, van[rij.id]) for rij in gevonden if rij.id in van]


def _ontvangsten(actor: Actor, gevonden: list[tuple[Zorgaanbod, Zaak]], naam: str = "") -> QuerySet[Ontvangst]:
    ids = [aanbod.ontvangst_id for aanbod, _zaak in gevonden if aanbod.ontvangst_id]
    return ontvangsten_for(actor, naam).filter(id__in=ids).defer("geheim")


def _naar(stand: Zaakstand) -> tuple[Routestaat, ...]:
    """A question to a school elsewhere is asked by telephone: Overstap cannot bring it."""
    return tuple(staat for staat in volgende_stappen(stand) if staat is not Routestaat.VRAAG_GESTELD)


def _te_laat(aanbod: Zorgaanbod, zaak: Zaak, vandaag: date) -> bool:
    return aanbod.staat not in _DICHT and vandaag > zaak.uiterlijk_op


def _kaart(
    aanbod: Zorgaanbod, zaak: Zaak, ontvangst: Ontvangst, stand: Zaakstand, *, behandelaar: str, vandaag: date
) -> Zaakkaart:
    return Zaakkaart(
        route_id=aanbod.id,
        naam=ontvangst.naam,
        school=ontvangst.van_naam or aanbod.bron_brin,
        soort=Routesoort(aanbod.soort),
        staat=stand.staat,
        dagen=(vandaag - dag(zaak.ontvangen_op)).days,
        uiterlijk_op=zaak.uiterlijk_op,
        te_laat=_te_laat(aanbod, zaak, vandaag),
        behandelaar=behandelaar,
        ontbreekt=ontbreekt(stand),
        naar=_naar(stand),
        buiten=True,
    )
