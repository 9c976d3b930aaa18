"""Which acts write the report, freeze it and add to it afterwards?"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from overstap.domain.adviezen.queries import adviesvelden_for
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import controleer_invulbaar
from overstap.domain.rapporten.catalogue import Bron, catalogus
from overstap.domain.rapporten.enums import Aanvullingsoort, Rolwoord, Versiesoort
from overstap.domain.rapporten.models import Aanvulling, Concept, Versie, Versiepdf
from overstap.domain.rapporten.queries import (
    bevries_for,
    catalogus_for,
    concept_for,
    geschreven_for,
    vergrendeld_concept_for,
    versies_for,
)
from overstap.domain.rapporten.rules import volledigheid_rapport
from overstap.domain.rapporten.snapshot import Inhoud, van_de_school, voeg_samen
from overstap.domain.rapporten.snapshot.aanvulling import Aanvultekst
from overstap.domain.rapporten.snapshot.namen import met_rolwoord
from overstap.foundation import opslag
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot
from overstap.foundation.weigering import Weigering

# Saves by themselves that follow each other within this time are one sitting.
ZIT = timedelta(minutes=30)


class Ingehaald(Weigering):
    """Somebody else saved this sectie in the meantime; `nu` is what they wrote. Nothing was overwritten.

    `botsend` names the velden about which a person must decide.
    """

    zin = "Iemand anders heeft dit onderdeel intussen opgeslagen. Vergelijk de teksten en sla daarna opnieuw op."

    def __init__(self, nu: Inhoud, revisie: int, botsend: tuple[str, ...]) -> None:
        self.nu = nu
        self.revisie = revisie
        self.botsend = botsend
        super().__init__(self.zin)


def begin_concept(*, dossier: Dossier, inhoud: Inhoud, by: Actor, at: datetime) -> None:
    """Make the concept of a fresh dossier, with what the import gave."""
    by.require(Recht.LEERLING_INVOEREN)
    concept = Concept(dossier=dossier, school_id=dossier.school_id)
    _schrijf(concept, Inhoud().ververst_uit_las(inhoud), slot_for(by, dossier), by, at)


def ververs_uit_las(*, dossier: Dossier, inhoud: Inhoud, by: Actor, at: datetime) -> None:
    """Renew what the LAS keeps (bron LAS); what people wrote here stays as it is. The caller holds the lock."""
    by.require(Recht.LEERLING_INVOEREN)
    controleer_invulbaar(Staat(dossier.staat))
    slot = slot_for(by, dossier)
    concept = Concept.objects.select_for_update().get(dossier=dossier)
    vers = geschreven_for(by, concept, slot).ververst_uit_las(inhoud, catalogus_for(by, dossier))
    _schrijf(concept, vers, slot, by, at)
    record("rapport.ververst", by=by, at=at, dossier_id=dossier.id)


def sla_sectie_op(
    *,
    dossier_id: UUID,
    sectie: str,
    waarden: Mapping[str, Any],
    revisie: int,
    by: Actor,
    at: datetime,
    vanzelf: bool = False,
    begin: Mapping[str, str] | None = None,
) -> int:
    """Save one sectie and return the new revisie.

    `revisie` is the one the writer started from, and `begin` are the marks (`merken`) of the answers then: what only
    somebody else changed since stays as it is, and where both changed an answer `Ingehaald` is raised. Without `begin`
    it is raised when somebody saved other words in this sectie at all. Saves in other secties do not matter.
    `vanzelf`: the page saves while somebody types, so one sitting is one line in the log, and nothing new is
    nothing to do.
    """
    by.require(Recht.RAPPORT_INVULLEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    controleer_invulbaar(Staat(dossier.staat))
    slot = slot_for(by, dossier)
    concept = concept_for(by, dossier)
    nu = geschreven_for(by, concept, slot)
    eigen = dict(van_de_school(nu, waarden, catalogus_for(by, dossier).sectie(sectie).velden))
    if begin is not None or _elders_gewijzigd(concept, sectie, revisie):
        samen = voeg_samen(begin or {}, nu, eigen)
        if samen.botsend:
            raise Ingehaald(nu, concept.revisie, samen.botsend)
        eigen = dict(samen.waarden)
    nieuw = nu.met(eigen)
    if vanzelf and nieuw == nu:
        return concept.revisie
    begonnen = vanzelf and _zelfde_zit(concept, sectie, by, at)
    _schrijf(concept, nieuw, slot, by, at, sectie=sectie)
    if not begonnen:
        record("rapport.ingevuld", by=by, at=at, dossier_id=dossier.id, sectie=sectie)
    return concept.revisie


def maak_versie(*, dossier: Dossier, soort: Versiesoort, by: Actor, at: datetime) -> Versie:
    """Freeze the report as it stands now, and ask the worker for its PDFs. The caller checked the right."""
    slot = slot_for(by, dossier)
    bevroren = bevries_for(by, dossier, slot, dag(at)).naar_bytes()
    versie_id = uuid4()
    versie = Versie.objects.create(
        id=versie_id,
        dossier=dossier,
        school_id=dossier.school_id,
        nummer=versies_for(by, dossier).count() + 1,
        soort=soort,
        revisie=concept_for(by, dossier).revisie,
        vingerafdruk=hashlib.sha256(bevroren).hexdigest(),
        geheim=slot.versleutel(zlib.compress(bevroren), f"versie:{versie_id}"),
        gemaakt_op=at,
        gemaakt_door=by.id,
    )
    record("versie.gemaakt", by=by, at=at, dossier_id=dossier.id, object_id=versie_id, vingerafdruk=versie.vingerafdruk)
    defer("pdf.maken", versie_id=versie_id, dossier_id=dossier.id, organisatie_id=dossier.school_id)
    return versie


def bewaar_pdf(*, versie: Versie, publiek: str, pdf: bytes, by: Actor, at: datetime) -> None:
    """Keep the PDF of a version, encrypted; harmless when it was already kept (a job may run twice)."""
    if Versiepdf.objects.filter(versie=versie, publiek=publiek).exists():
        return
    bestand_id = uuid4()
    slot = Slot(versie.dossier.sleutel_id)
    opslag.bewaar(bestand_id, slot.versleutel(pdf, f"pdf:{bestand_id}"))
    Versiepdf.objects.create(
        versie=versie,
        dossier_id=versie.dossier_id,
        school_id=versie.school_id,
        publiek=publiek,
        bestand_id=bestand_id,
        sha256=hashlib.sha256(pdf).hexdigest(),
        gemaakt_op=at,
    )


def werk_stand_bij(*, dossier: Dossier, by: Actor, at: datetime) -> None:
    """Count the ready secties again after an act elsewhere (the advice) changed the report."""
    slot = slot_for(by, dossier)
    concept = vergrendeld_concept_for(by, dossier)
    if concept is not None:
        _tel(concept, geschreven_for(by, concept, slot), slot, by)
        concept.save(update_fields=["klaar", "bezig", "totaal"])


def leg_advies_vast(
    *, handeling: Callable[..., None], dossier_id: UUID, by: Actor, at: datetime, **gegevens: Any
) -> None:
    """Do one act of the concept adviezen (`geef_voorlopig`, `leg_toets_vast`, …) and count the ready secties again.

    Raises what the act raises; then nothing changed.
    """
    handeling(dossier_id=dossier_id, by=by, at=at, **gegevens)
    werk_stand_bij(dossier=dossier_for(by, dossier_id), by=by, at=at)


def _elders_gewijzigd(concept: Concept, sectie: str, revisie: int) -> bool:
    return int(concept.sectierevisies.get(sectie, 0)) > revisie


def _zelfde_zit(concept: Concept, sectie: str, by: Actor, at: datetime) -> bool:
    """Was the last save of this report by the same person, in the same sectie, a moment ago?"""
    laatst = [naam for naam, revisie in concept.sectierevisies.items() if revisie == concept.revisie]
    return laatst == [sectie] and concept.bijgewerkt_door == by.id and at - concept.bijgewerkt_op < ZIT


def _schrijf(concept: Concept, inhoud: Inhoud, slot: Slot, by: Actor, at: datetime, *, sectie: str = "") -> None:
    zonder_advies = inhoud.alleen(
        frozenset(naam for naam, veld in catalogus().velden.items() if veld.bron is not Bron.ADVIES)
    )
    concept.geheim = slot.versleutel(zlib.compress(zonder_advies.naar_bytes()), f"concept:{concept.dossier_id}")
    concept.revisie += 1
    if sectie:
        concept.sectierevisies = {**concept.sectierevisies, sectie: concept.revisie}
    else:
        concept.sectierevisies = dict.fromkeys((s.naam for s in catalogus().secties), concept.revisie)
    concept.bijgewerkt_op, concept.bijgewerkt_door = at, by.id
    _tel(concept, zonder_advies, slot, by)
    concept.save()


def _tel(concept: Concept, inhoud: Inhoud, slot: Slot, by: Actor) -> None:
    nu = inhoud.met(Inhoud.uit_json(adviesvelden_for(by, concept.dossier, slot)))
    stand = volledigheid_rapport(nu, catalogus_for(by, concept.dossier))
    concept.klaar, concept.bezig, concept.totaal = stand.klaar, stand.bezig, stand.totaal


def bewaar_aanvulling(
    *, versie: Versie, soort: Aanvullingsoort, inhoud: Aanvultekst, by: Actor, at: datetime
) -> Aanvulling:
    """Freeze an aanvulling beside a version, and ask the worker for its PDF. The caller holds the lock and checked."""
    slot = slot_for(by, versie.dossier)
    aanvulling_id = uuid4()
    aanvulling = Aanvulling.objects.create(
        id=aanvulling_id,
        dossier_id=versie.dossier_id,
        school_id=versie.school_id,
        versie=versie,
        nummer=Aanvulling.objects.filter(dossier_id=versie.dossier_id).count() + 1,
        soort=soort,
        functie=by.rol.value,
        vingerafdruk=inhoud.vingerafdruk(),
        geheim=slot.versleutel(inhoud.naar_bytes(), f"aanvulling:{aanvulling_id}"),
        gemaakt_op=at,
        gemaakt_door=by.persoon_id,
    )
    ids = {"dossier_id": versie.dossier_id, "organisatie_id": versie.school_id}
    record("aanvulling.gemaakt", by=by, at=at, dossier_id=versie.dossier_id, object_id=aanvulling_id, soort=soort.value)
    defer("aanvulling.maken", aanvulling_id=aanvulling_id, **ids)
    return aanvulling


def bewaar_aanvullingpdf(*, aanvulling: Aanvulling, pdf: bytes, by: Actor, at: datetime) -> None:
    """Keep the PDF of an aanvulling, encrypted; harmless when it was already kept (a job may run twice)."""
    if aanvulling.bestand_id is not None:
        return
    bestand_id = uuid4()
    opslag.bewaar(bestand_id, Slot(aanvulling.dossier.sleutel_id).versleutel(pdf, f"aanvullingpdf:{bestand_id}"))
    aanvulling.bestand_id, aanvulling.sha256 = bestand_id, hashlib.sha256(pdf).hexdigest()
    aanvulling.save(update_fields=["bestand_id", "sha256"])


def laat_meegaan(*, aanvullingen: Iterable[Aanvulling], by: Actor, at: datetime) -> None:
    """From this moment the vo school reads these too. The caller checked that the parents could read them first."""
    for aanvulling in aanvullingen:
        aanvulling.gaat_mee_op = at
        aanvulling.save(update_fields=["gaat_mee_op"])
        record("aanvulling.verstuurd", by=by, at=at, dossier_id=aanvulling.dossier_id, object_id=aanvulling.id)


class NaamGeweigerd(Weigering):
    """This name cannot be replaced; `zin` says why and what to do."""


def vervang_naam(*, dossier_id: UUID, naam: str, rolwoord: Rolwoord, by: Actor, at: datetime) -> int:
    """Put who somebody is in the place of a name, in everything that people wrote; returns how often.

    The name is kept nowhere. Raises `NaamGeweigerd` when it is the pupil's own, too short, or nowhere to be found.
    """
    by.require(Recht.RAPPORT_INVULLEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    controleer_invulbaar(Staat(dossier.staat))
    leerling = dossier.leerling
    if len(naam) < 2:
        raise NaamGeweigerd("Schrijf de naam op die u wilt vervangen.")
    if naam.lower() in {leerling.roepnaam.lower(), leerling.achternaam.lower(), leerling.naam.lower()}:
        raise NaamGeweigerd("Dit is de naam van de leerling zelf. Die mag in het rapport staan.")
    slot, concept = slot_for(by, dossier), concept_for(by, dossier)
    nu = geschreven_for(by, concept, slot)
    anders, keer = met_rolwoord(nu, naam, rolwoord.label)
    if not keer:
        raise NaamGeweigerd("Deze naam staat niet in wat u schreef. Kijk of u de naam hetzelfde schrijft.")
    _schrijf(concept, nu.met(anders), slot, by, at)
    record("rapport.naam_vervangen", by=by, at=at, dossier_id=dossier.id, keer=keer)
    return keer
