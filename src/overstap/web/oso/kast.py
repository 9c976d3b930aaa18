"""Where does the door find what another system asks for: what the schools of this installation sent and made ready?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import BinaryIO
from uuid import UUID

from overstap.domain.dossiers.queries import nummers_for
from overstap.domain.importen.actions import hoor_notificatie
from overstap.domain.overdrachten.actions import beantwoord_lasvraag, noteer_lasvraag
from overstap.domain.overdrachten.queries import oso_bestand_for, overdracht_for
from overstap.domain.overdrachten.queries.lijn import Ligtklaar, gestuurde_dossiers_for, ligt_klaar_for
from overstap.domain.overdrachten.rules.lijn import Lijngesprek
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.foundation.access import Actor, NietGevonden, Rol
from overstap.foundation.opslag import STUK, NietBewaard
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import Onleesbaar, SleutelVernietigd
from overstap.foundation.weigering import Weigering
from overstap.integrations.oso import jaren
from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.bron import Verzoek, Vondst
from overstap.integrations.oso.draad.doel import BINNEN_BRIN
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.web.oso.organisaties import met_brin
from overstap.web.oso.zorgkast import Zorgkast


@dataclass
class Databasekast:
    """Our own schools, for one message that came in at `at`; keeps who was found from one question to the next."""

    aansluiting: Aansluiting
    at: datetime
    _van_wie: dict[str, tuple[UUID, UUID]] = field(default_factory=dict, repr=False)
    _ligt: Ligtklaar | None = None
    _zorg: Zorgkast = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._zorg = Zorgkast(self.at)

    def nummers(self, verzoek: Verzoek) -> Iterable[str]:
        for school_id, dossier_ids in self._waar(verzoek):
            with als(_systeem(school_id)) as by:
                gevonden = nummers_for(by, dossier_ids)
            self._van_wie |= {nummer: (school_id, dossier_id) for nummer, dossier_id in gevonden.items()}
        return self._van_wie

    def _waar(self, verzoek: Verzoek) -> Iterator[tuple[UUID, list[UUID] | None]]:
        """In which schools to look, and among which dossiers there.

        Who asks a basisschool is looked for among all its pupils. Who asks its own school (we stand there as a second
        system, "binnen BRIN") is looked for among what was sent to that school.
        """
        if verzoek.soort == BINNEN_BRIN:
            for vo_id in met_brin(Organisatiesoort.VO, verzoek.doel_brin):
                with als(_las(vo_id)) as by:
                    yield from gestuurde_dossiers_for(by).items()
        elif met_brin(Organisatiesoort.VO, verzoek.doel_brin):
            yield from ((po_id, None) for po_id in met_brin(Organisatiesoort.PO, verzoek.bron_brin))

    def gekoppeld(self, verzoek: Verzoek) -> str | None:
        return self._zorg.gekoppeld(verzoek)

    def terugkoppeling(self, bericht: Bericht, oin: str) -> bool:
        return self._eigen_deur(bericht) and self._zorg.terugkoppeling(bericht, oin)

    def zoek(self, verzoek: Verzoek, nummer: str) -> Vondst | None:
        """What may go to who asks; of a pupil that is not applied there nobody learns that it is here."""
        if verzoek.koppelsleutel:
            return self._zorg.zoek()
        school_id, dossier_id = self._van_wie[nummer]
        with als(_systeem(school_id)) as by:
            vo_ids = met_brin(Organisatiesoort.VO, verzoek.doel_brin)
            self._ligt = ligt_klaar_for(by, dossier_id, vo_ids)
        if self._ligt is None:
            return None
        return Vondst(
            gereed=self._ligt.klaar_op is not None,
            voor_doel=True,
            verzameld=self._ligt.klaar_op,
            versie=jaren()[0].versie,
            lees=partial(_lees, self._ligt),
        )

    def onthoud(self, verzoek: Verzoek, nummer: str | None, uitkomst: Uitkomst, code: str) -> None:
        gesprek = Lijngesprek(
            sessie=verzoek.sessie,
            bron_brin=verzoek.bron_brin,
            kenmerk=verzoek.bron_kenmerk,
            doel_brin=verzoek.doel_brin,
            aanleverpunt=verzoek.doel_kenmerk,
            oin=verzoek.oin,
            code=code,
            uitkomst=uitkomst.value,
        )
        if verzoek.koppelsleutel:
            self._zorg.onthoud(gesprek, uitkomst)
            return
        vo_id = (
            self._ligt.ontvanger_id
            if self._ligt
            else next(iter(met_brin(Organisatiesoort.VO, verzoek.doel_brin)), None)
        )
        with als(_las(vo_id)) as by:
            if nummer is None or vo_id is None:
                noteer_lasvraag(gesprek=gesprek, by=by, at=self.at)
                return
            school_id, dossier_id = self._van_wie[nummer]
            gaat = self._ligt.overdracht_id if self._ligt and uitkomst is Uitkomst.GELUKT else None
            try:
                beantwoord_lasvraag(
                    dossier_id=dossier_id, school_id=school_id, overdracht_id=gaat, gesprek=gesprek, by=by, at=self.at
                )
            except (NietGevonden, Weigering):
                # Taken back or restricted while we looked.
                raise Draadfout("teruggenomen") from None

    def notificatie(self, bericht: Bericht, oin: str) -> bool:
        """Only of an administration that this school asked before, or for a samenwerkingsverband that hears it here.

        Everybody else hears that we know nothing.
        """
        if swv := self.aansluiting.bij_ons.get(bericht["doel_kenmerk"]):
            return self._zorg.aanbod(bericht, swv, oin)
        if not self._eigen_deur(bericht):
            return False
        return any(self._hoort(po_id, bericht) for po_id in met_brin(Organisatiesoort.PO, bericht["doel_brin"]))

    def _eigen_deur(self, bericht: Bericht) -> bool:
        """Is what somebody tells us for one of our own aanleverpunten, and the school that it is of?"""
        punt = self.aansluiting.van_kenmerk(bericht["doel_kenmerk"])
        return punt is not None and punt.brin == bericht["doel_brin"]

    def _hoort(self, school_id: UUID, bericht: Bericht) -> bool:
        with als(_systeem(school_id)) as by:
            try:
                return hoor_notificatie(sessie=bericht["sessie"], kenmerk=bericht["bron_kenmerk"], by=by, at=self.at)
            except Weigering:
                # It is being asked for at this moment, by a person.
                return True


def _lees(ligt: Ligtklaar) -> BinaryIO:
    """The file as a colleague of the vo school would download it, to the byte. Raises `Draadfout`.

    It was read once to the end: what is damaged is known before anything is written down or goes.
    """
    assert ligt.overdracht_id is not None
    try:
        with als(_las(ligt.ontvanger_id)) as by:
            lezer = oso_bestand_for(by, overdracht_for(by, ligt.overdracht_id))
        while lezer and lezer.read(STUK):
            pass
    except (NietGevonden, NietBewaard, Onleesbaar, SleutelVernietigd):
        raise Draadfout("bestand_weg") from None
    if lezer is None:
        raise Draadfout("bestand_weg")
    lezer.seek(0)
    return lezer


def _systeem(school_id: UUID) -> Actor:
    return Actor(rol=Rol.SYSTEEM, organisatie_id=school_id)


def _las(vo_id: UUID | None) -> Actor:
    """The leerlingadministratie of a vo school: a program, in the log under its own name."""
    return Actor(rol=Rol.LEERLINGADMINISTRATIE, organisatie_id=vo_id)
