"""How does a test walk a care route to a state, each act done by who would do it?

zorg = Zorggang(wereld.dossier_in(Staat.TER_INZAGE), wereld.swv)
zorg.tot(Routestaat.COMPLEET)
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from overstap.config.demo.bestanden import pdf_bestand
from overstap.config.demo.regio import Mensen
from overstap.config.demo.verloop import Verloop
from overstap.domain.bijlagen.actions import bepaal_vrijgave, voeg_toe
from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
from overstap.domain.zorgroutes import actions
from overstap.domain.zorgroutes.enums import (
    Deskundige,
    Domein,
    Geadresseerde,
    Onderzoeker,
    Routesoort,
    Routestaat,
    Tlvcategorie,
    Uitkomst,
)
from overstap.domain.zorgroutes.rules import eerste_einde
from overstap.domain.zorgroutes.snapshot import Besluit, Domeinscore, Drempelonderzoek, Iq
from overstap.foundation.access import Actor, Rol
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from tests.wereld import AT, VANDAAG

GEHOORD = "Ik wil graag iets met mijn handen doen."
ZIENSWIJZE = "Wij hopen op een kleine klas."


def onderzoek(op: date = VANDAAG, iq: int = 72, dle: int = 22, dl: int = 53) -> Drempelonderzoek:
    """A drempelonderzoek with the same DLE on every domain."""
    return Drempelonderzoek(
        iq=Iq(iq, "WISC-V-NL", op - timedelta(days=40), Onderzoeker.ORTHOPEDAGOOG),
        scores={domein: Domeinscore(domein, dle, dl, "Verzonnen toets", op) for domein in Domein},
    )


def tlv(op: date = VANDAAG, swv: str = "VO9901", nummer: int = 1) -> Besluit:
    """A TLV for the first whole schooljaar after this day."""
    begin = date(op.year + (op.month >= 8), 8, 1)
    return Besluit(
        Uitkomst.TLV, op, "De leerling is toelaatbaar.", nummer=f"{swv}-{begin.year}-{nummer:05}",
        categorie=Tlvcategorie.LAAG, vanaf=begin, tot=eerste_einde(begin),
    )  # fmt: skip


def advies(op: date = VANDAAG) -> Besluit:
    return Besluit(Uitkomst.ADVIES, op, "Praktijkonderwijs past het best.")


@dataclass
class Zorggang:
    """One care route of a pupil whose report has content."""

    geval: Verloop
    swv: Mensen
    soort: Routesoort = Routesoort.PRO
    at: datetime = AT
    route_id: UUID = field(init=False)
    vraag_id: UUID = field(init=False)

    @property
    def ib(self) -> Actor:
        return self.geval.school[Rol.INTERN_BEGELEIDER]

    @property
    def loket(self) -> Actor:
        return self.swv[Rol.SWV_LOKET]

    @property
    def commissie(self) -> Actor:
        return self.swv[Rol.SWV_COMMISSIE]

    def als_ib(self) -> AbstractContextManager[Actor]:
        return als(self.ib)

    def begin(self) -> None:
        with als(self.ib) as by:
            self.route_id = actions.begin_zorgroute(
                dossier_id=self.geval.dossier_id, soort=self.soort, by=by, at=self.at
            )

    def bereid_voor(self) -> None:
        self.geef_opp_mee()
        vandaag = dag(self.at)
        with als(self.ib) as by:
            wie = {"route_id": self.route_id, "by": by, "at": self.at}
            actions.leg_hulpvraag_vast(hulpvraag="Welke school past?", motivatie="Leren door te doen lukt.", **wie)
            actions.leg_drempelonderzoek_vast(onderzoek=onderzoek(vandaag), **wie)
            actions.leg_gehoord_vast(gehoord_op=vandaag, gehoord=GEHOORD, handelingsdeel_op=vandaag, **wie)
            actions.leg_zienswijze_vast(op=vandaag, door="Beide ouders", tekst=ZIENSWIJZE, ingelicht_op=vandaag, **wie)

    def geef_opp_mee(self) -> None:
        opp = pdf_bestand("groeidocument.pdf", "", "Groeidocument", (("Doel", "Rekenen"),), dag(self.at))
        with als(self.ib) as by:
            wie = {"dossier_id": self.geval.dossier_id, "soort": Bijlagesoort.OPP, "by": by, "at": self.at}
            bijlage_id = voeg_toe(
                bestandsnaam=opp.bestandsnaam, omschrijving=opp.omschrijving, mime=opp.mime, inhoud=[opp.inhoud],
                omvang=opp.omvang, besproken_op=dag(self.at), **wie,
            )  # fmt: skip
            bepaal_vrijgave(bijlage_id=bijlage_id, aan={Ontvanger.SWV}, besproken_op=dag(self.at), **wie)

    def leg_voor(self) -> None:
        with als(self.ib) as by:
            actions.leg_voor(route_id=self.route_id, by=by, at=self.at)

    def verstuur(self) -> None:
        with als(self.ib) as by:
            actions.stuur_naar_swv(route_id=self.route_id, by=by, at=self.at)

    def neem_in_behandeling(self) -> None:
        with als(self.loket) as by:
            actions.neem_in_behandeling(route_id=self.route_id, by=by, at=self.at)

    def vraag(self, aan: Geadresseerde = Geadresseerde.SCHOOL) -> None:
        with als(self.loket) as by:
            self.vraag_id = actions.stel_vraag(
                route_id=self.route_id, aan=aan, vraag="Waar staat het handelingsdeel?", by=by, at=self.at
            )

    def antwoord(self) -> None:
        with als(self.ib) as by:
            actions.beantwoord_vraag(
                route_id=self.route_id, vraag_id=self.vraag_id, antwoord="Op bladzijde 2.", by=by, at=self.at
            )

    def maak_compleet(self) -> None:
        with als(self.loket) as by:
            for wie in (Deskundige.ORTHOPEDAGOOG, Deskundige.ARTS):
                actions.geef_deskundigenadvies(
                    route_id=self.route_id, deskundige=wie, tekst="Mijn advies.", by=by, at=self.at
                )
            actions.verklaar_compleet(route_id=self.route_id, by=by, at=self.at)

    def naar_commissie(self) -> None:
        with als(self.loket) as by:
            actions.zet_in_commissie(route_id=self.route_id, by=by, at=self.at)

    def besluit(self, besluit: Besluit | None = None) -> None:
        with als(self.commissie) as by:
            actions.neem_besluit(route_id=self.route_id, besluit=besluit or advies(dag(self.at)), by=by, at=self.at)

    def koppel_terug(self) -> None:
        with als(self.commissie) as by:
            actions.koppel_terug(route_id=self.route_id, by=by, at=self.at)

    def noteer(self) -> None:
        with als(self.loket) as by:
            actions.schrijf_notitie(route_id=self.route_id, tekst="Gebeld met de school.", by=by, at=self.at)

    def tot(self, staat: Routestaat) -> Zorggang:
        """Everything up to this state, all at the same moment."""
        return self.verder(None, staat)

    def verder(self, van: Routestaat | None, staat: Routestaat) -> Zorggang:
        """The same, for a route that is in a state already."""
        stappen = {
            Routestaat.IN_VOORBEREIDING: (self.begin,),
            Routestaat.AANGEMELD: (self.bereid_voor, self.verstuur),
            Routestaat.VRAAG_GESTELD: (self.neem_in_behandeling, self.vraag),
            Routestaat.BEANTWOORD: (self.antwoord,),
            Routestaat.COMPLEET: (self.maak_compleet,),
            Routestaat.IN_COMMISSIE: (self.naar_commissie,),
            Routestaat.BESLUIT: (self.besluit,),
            Routestaat.TERUGGEKOPPELD: (self.koppel_terug,),
        }
        volgorde = list(stappen)
        eerste = volgorde.index(van) + 1 if van else 0
        for deze in volgorde[eerste : volgorde.index(staat) + 1]:
            for handeling in stappen[deze]:
                handeling()
        return self
