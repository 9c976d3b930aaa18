"""What does an organisation keep here, until when, and what stands in the way of destroying it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from overstap.domain.bewaren.enums import Beletsel, Bewaarsoort
from overstap.domain.bewaren.models import Bewaarkeuze
from overstap.domain.bewaren.rules import TERMIJNEN, eerste_beletsel, na_het_schooljaar, vervalt_op
from overstap.domain.dossiers.models import Beperking, Dossier, Persoonsnummer
from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.importen.models import Ontvangst
from overstap.domain.inzages.models import Correctieverzoek
from overstap.domain.plaatsingen.enums import Aanmeldstatus
from overstap.domain.plaatsingen.models import Plaatsing
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.models import Versie
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.models import Organisatie
from overstap.domain.zorgroutes.models import Zaak, Zorgbesluit, Zorgroute
from overstap.domain.zorgroutes.rules import bewaren_tot
from overstap.domain.zorgroutes.rules.stappen import LOPEND
from overstap.foundation.access import Actor
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.klok import dag

IN_EIGEN_LAS = "lasbestand.gemaakt"


@dataclass(frozen=True)
class Bewaard:
    """One thing that is kept: what, of whom, since which day the term runs, and the first day on which it may go."""

    soort: Bewaarsoort
    object_id: UUID
    naam: str
    schooljaar: str
    vanaf: date
    vervalt_op: date
    beletsel: Beletsel | None

    @property
    def aan_de_beurt(self) -> bool:
        """Is the term over? Something may still stand in the way."""
        return self.beletsel is not Beletsel.NIET_AAN_DE_BEURT

    @property
    def vanzelf(self) -> bool:
        """Does it go by the clock?"""
        return TERMIJNEN[self.soort].vanzelf


def keuzes_for(actor: Actor) -> dict[Bewaarsoort, int]:
    """The months that the actor's organisation chose, by kind."""
    rijen = Bewaarkeuze.objects.filter(school_id=actor.werkt_bij)
    return {Bewaarsoort(rij.soort): rij.maanden for rij in rijen}


def bewaard_for(actor: Actor, vandaag: date) -> list[Bewaard]:
    """Everything with a term that the actor's organisation keeps here, what goes first at the top; changes nothing."""
    soort = Organisatiesoort(Organisatie.objects.values_list("soort", flat=True).get(id=actor.werkt_bij))
    bron = {Organisatiesoort.PO: _van_po, Organisatiesoort.VO: _van_vo, Organisatiesoort.SWV: _van_swv}.get(soort)
    gevonden = bron(actor, vandaag, partial(_vervalt, keuzes_for(actor))) if bron else ()
    return sorted(gevonden, key=lambda een: (een.vervalt_op, een.naam, een.object_id))


_Vervalt = Callable[[Bewaarsoort, date], date]


def _vervalt(keuzes: dict[Bewaarsoort, int], soort: Bewaarsoort, vanaf: date) -> date:
    return vervalt_op(soort, vanaf, keuzes.get(soort))


def _van_po(actor: Actor, vandaag: date, vervalt: _Vervalt) -> Iterator[Bewaard]:
    eigen = dossiers_for(actor).filter(school_id=actor.werkt_bij)
    definitief = _ids(Versie.objects.filter(school_id=actor.werkt_bij, soort=Versiesoort.DEFINITIEF))
    las = _ids(AuditEvent.objects.filter(organisatie_id=actor.werkt_bij, wat=IN_EIGEN_LAS))
    kopie_mag = Bewaarsoort.RAPPORT_ELDERS in keuzes_for(actor)
    laatste, loopt = _laatste_schooljaren(actor), _loopt(actor, vandaag)
    for dossier in eigen:
        soort = Bewaarsoort.RAPPORT if dossier.id in definitief else Bewaarsoort.ZONDER_RAPPORT
        if kopie_mag and soort is Bewaarsoort.RAPPORT and dossier.id in las:
            soort = Bewaarsoort.RAPPORT_ELDERS
        vanaf = na_het_schooljaar(laatste.get(dossier.id, dossier.schooljaar))
        weg = vervalt(soort, vanaf)
        yield _bewaard(soort, dossier, (vanaf, weg), eerste_beletsel(weg, loopt[dossier.id], vandaag))


def _van_vo(actor: Actor, vandaag: date, vervalt: _Vervalt) -> Iterator[Bewaard]:
    plaatsingen = Plaatsing.objects.filter(ontvanger_id=actor.werkt_bij, dossier__in=dossiers_for(actor))
    beperkt = _ids(Beperking.objects.filter(opgeheven_op=None))
    for plaatsing in plaatsingen.select_related("dossier__leerling"):
        dossier = plaatsing.dossier
        soort, vanaf = Bewaarsoort.TOEGANG, na_het_schooljaar(dossier.schooljaar)
        if plaatsing.status == Aanmeldstatus.AFGEWEZEN:
            soort, vanaf = Bewaarsoort.TOEGANG_AFGEWEZEN, dag(plaatsing.status_op)
        loopt = {Beletsel.BEPERKING} if dossier.id in beperkt else set[Beletsel]()
        weg = vervalt(soort, vanaf)
        yield _bewaard(soort, dossier, (vanaf, weg), eerste_beletsel(weg, loopt, vandaag))
    for rij in Ontvangst.objects.filter(school_id=actor.werkt_bij):
        beletsel = eerste_beletsel(rij.bewaren_tot, (), vandaag)
        vanaf = na_het_schooljaar(rij.schooljaar)
        yield Bewaard(Bewaarsoort.INNAME, rij.id, rij.naam, rij.schooljaar, vanaf, rij.bewaren_tot, beletsel)


def _van_swv(actor: Actor, vandaag: date, _vervalt: _Vervalt) -> Iterator[Bewaard]:
    zaken = list(Zaak.objects.filter(swv_id=actor.werkt_bij, bewaren_tot__isnull=False))
    routes = Zorgroute.objects.filter(id__in=[zaak.route_id for zaak in zaken]).select_related("dossier__leerling")
    van = {route.id: route.dossier for route in routes}
    for zaak in zaken:
        assert zaak.besloten_op is not None
        assert zaak.bewaren_tot is not None
        # The row names the last day on which it is kept.
        weg = zaak.bewaren_tot + timedelta(days=1)
        dossier = van.get(zaak.route_id)
        naam, schooljaar = (dossier.leerling.naam, dossier.schooljaar) if dossier else ("", "")
        beletsel = eerste_beletsel(weg, (), vandaag)
        yield Bewaard(Bewaarsoort.ZAAK, zaak.route_id, naam, schooljaar, dag(zaak.besloten_op), weg, beletsel)


def _bewaard(soort: Bewaarsoort, dossier: Dossier, van_tot: tuple[date, date], beletsel: Beletsel | None) -> Bewaard:
    return Bewaard(soort, dossier.id, dossier.leerling.naam, dossier.schooljaar, *van_tot, beletsel)


def _laatste_schooljaren(actor: Actor) -> dict[UUID, str]:
    """Of each dossier the last schooljaar of that pupil here: who did a year again left after the last one."""
    rijen = Persoonsnummer.objects.filter(school_id=actor.werkt_bij).values_list("dossier_id", "zoekhash", "schooljaar")
    laatste: dict[bytes, str] = {}
    per_dossier: dict[UUID, bytes] = {}
    for dossier_id, zoekhash, schooljaar in rijen:
        per_dossier[dossier_id] = bytes(zoekhash)
        laatste[bytes(zoekhash)] = max(schooljaar, laatste.get(bytes(zoekhash), ""))
    return {dossier_id: laatste[zoekhash] for dossier_id, zoekhash in per_dossier.items()}


def _loopt(actor: Actor, vandaag: date) -> dict[UUID, set[Beletsel]]:
    """What still runs, by dossier of the actor's own school."""
    bronnen = {
        Beletsel.ZORGROUTE: Zorgroute.objects.filter(staat__in=sorted(LOPEND)),
        Beletsel.CORRECTIE: Correctieverzoek.objects.filter(besloten_op=None),
        Beletsel.BEPERKING: Beperking.objects.filter(opgeheven_op=None),
    }
    gevonden: dict[UUID, set[Beletsel]] = defaultdict(set)
    for beletsel, rijen in bronnen.items():
        for dossier_id in _ids(rijen.filter(school_id=actor.werkt_bij)):
            gevonden[dossier_id].add(beletsel)
    # The case of a samenwerkingsverband hangs on the dossier, and has a term of its own.
    for besluit in Zorgbesluit.objects.filter(school_id=actor.werkt_bij):
        if bewaren_tot(dag(besluit.teruggekoppeld_op)) >= vandaag:
            gevonden[besluit.dossier_id].add(Beletsel.SWV_BEWAART)
    return gevonden


def _ids(rijen: object) -> set[UUID]:
    return set(rijen.values_list("dossier_id", flat=True))  # type: ignore[attr-defined]  # querysets of many models
