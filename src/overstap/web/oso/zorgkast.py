"""Where does the door find what the own system of a samenwerkingsverband asks for, with a koppelsleutel?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import BinaryIO
from uuid import UUID

from overstap.domain.dossiers.rules import Beperkt
from overstap.domain.overdrachten.rules.lijn import Lijngesprek
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.zorgroutes.actions import (
    beantwoord_zorgvraag,
    noteer_aanbod,
    noteer_zorgvraag,
    ontvang_antwoord,
)
from overstap.domain.zorgroutes.queries.lijn import (
    Zorgbestand,
    koppeling_met_for,
    zaak_over_de_lijn_for,
    zorgbestand_for,
)
from overstap.foundation.access import Actor, NietGevonden, Rol
from overstap.foundation.opslag import STUK, NietBewaard
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import Onleesbaar, SleutelVernietigd
from overstap.integrations.oso import jaren
from overstap.integrations.oso.draad.aansluiting import Swvpunt
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.bron import Verzoek, Vondst
from overstap.integrations.oso.draad.doel import SWV
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.koppeling import SWV_DOEL
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.web.oso.organisaties import met_brin

# Nobody published how long one can be.
_LANGSTE_ANTWOORD = 20_000


@dataclass
class Zorgkast:
    """What was sent to a samenwerkingsverband, for one message that came in at `at`."""

    at: datetime
    _gevonden: tuple[UUID, UUID, UUID] | None = None
    _ligt: Zorgbestand | None = None

    def gekoppeld(self, verzoek: Verzoek) -> str | None:
        """What was offered with this koppelsleutel, between just these two aanleverpunten: the route, as a text."""
        if verzoek.soort != SWV:
            return None
        kant = (verzoek.bron_kenmerk, verzoek.doel_brin, verzoek.doel_kenmerk)
        self._gevonden = _zoek(verzoek.bron_brin, verzoek.koppelsleutel, kant)
        return str(self._gevonden[1]) if self._gevonden else None

    def zoek(self) -> Vondst | None:
        """The file that lies there now; nothing of a route that was withdrawn."""
        assert self._gevonden is not None
        _school_id, route_id, swv_id = self._gevonden
        try:
            with als(_systeem_van(swv_id)) as by:
                self._ligt = zorgbestand_for(by, zaak_over_de_lijn_for(by, route_id))
        except NietGevonden:
            return None
        ligt = self._ligt
        return Vondst(
            gereed=ligt is not None,
            voor_doel=True,
            verzameld=ligt.klaar_op if ligt else None,
            versie=jaren()[0].versie,
            lees=partial(_lees, ligt) if ligt else _niets,
        )

    def onthoud(self, gesprek: Lijngesprek, uitkomst: Uitkomst) -> None:
        """Raises `Draadfout` when what was found may not go any more. Of a key that nobody knows: only that it came."""
        if self._gevonden is None:
            with als(_systeem_van(None)) as by:
                noteer_zorgvraag(gesprek=gesprek, by=by, at=self.at)
            return
        school_id, route_id, swv_id = self._gevonden
        gaat = self._ligt.id if self._ligt and uitkomst is Uitkomst.GELUKT else None
        try:
            with als(_systeem_van(swv_id)) as by:
                beantwoord_zorgvraag(
                    school_id=school_id, route_id=route_id, zaakbestand_id=gaat, gesprek=gesprek, by=by, at=self.at
                )
        except (NietGevonden, Beperkt):
            # Withdrawn, held back or restricted while we looked.
            if gaat is not None:
                raise Draadfout("teruggenomen") from None
            with als(_systeem_van(swv_id)) as by:
                noteer_zorgvraag(gesprek=gesprek, by=by, at=self.at)

    def aanbod(self, bericht: Bericht, punt: Swvpunt, oin: str) -> bool:
        """A school elsewhere set a zorgaanmelding ready for a samenwerkingsverband that works here: keep that."""
        if (bericht["doel"], bericht["doel_brin"]) != (SWV_DOEL, punt.brin) or len(bericht["koppelsleutel"]) > 100:
            return False
        wie = {"bron_brin": bericht["bron_brin"], "kenmerk": bericht["bron_kenmerk"], "aanleverpunt": punt.kenmerk}
        for swv_id in met_brin(Organisatiesoort.SWV, punt.code):
            with als(Actor(rol=Rol.SYSTEEM, organisatie_id=swv_id)) as by:
                return noteer_aanbod(koppelsleutel=bericht["koppelsleutel"], oin=oin, **wie, by=by, at=self.at)
        return False

    def terugkoppeling(self, bericht: Bericht, oin: str) -> bool:
        """Keep what was told back, once. In it bron and doel are of the telling: the samenwerkingsverband tells."""
        tekst = bericht["inhoud"][:_LANGSTE_ANTWOORD]
        kant = (bericht["doel_kenmerk"], bericht["bron_brin"], bericht["bron_kenmerk"])
        gevonden = _zoek(bericht["doel_brin"], bericht["koppelsleutel"], kant)
        if gevonden is None:
            return False
        if not tekst:
            raise Draadfout("lege_terugkoppeling")
        gesprek = Lijngesprek(
            sessie="",
            bron_brin=bericht["doel_brin"],
            kenmerk=bericht["doel_kenmerk"],
            doel_brin=bericht["bron_brin"],
            aanleverpunt=bericht["bron_kenmerk"],
            oin=oin,
            code="",
            uitkomst=Uitkomst.GELUKT.value,
        )
        school_id, route_id, swv_id = gevonden
        try:
            with als(_systeem_van(swv_id)) as by:
                return ontvang_antwoord(
                    school_id=school_id, route_id=route_id, tekst=tekst, gesprek=gesprek, by=by, at=self.at
                )
        except NietGevonden:
            return False


def _zoek(po_brin: str, koppelsleutel: str, kant: tuple[str, str, str]) -> tuple[UUID, UUID, UUID] | None:
    """(school, route, samenwerkingsverband) of this key, when it lies between these: our aanleverpunt, the
    samenwerkingsverband as OSO names it, its aanleverpunt."""
    for school_id in met_brin(Organisatiesoort.PO, po_brin) if koppelsleutel else ():
        with als(Actor(rol=Rol.SYSTEEM, organisatie_id=school_id)) as by:
            rij = koppeling_met_for(by, koppelsleutel)
        if rij is not None and (rij.kenmerk, rij.doel_brin, rij.aanleverpunt) == kant:
            return school_id, rij.route_id, rij.swv_id
    return None


def _lees(ligt: Zorgbestand) -> BinaryIO:
    """The file as a colleague there would download it, read once to the end. Raises `Draadfout`."""
    try:
        lezer = ligt.open()
        while lezer.read(STUK):
            pass
    except (NietBewaard, Onleesbaar, SleutelVernietigd):
        raise Draadfout("bestand_weg") from None
    lezer.seek(0)
    return lezer


def _niets() -> bytes:
    raise Draadfout("bestand_weg")


def _systeem_van(swv_id: UUID | None) -> Actor:
    """The own system of a samenwerkingsverband: a program, in the log under its own name."""
    return Actor(rol=Rol.SWV_SYSTEEM, organisatie_id=swv_id)
