"""Which acts of the basisschool send a definitive report to a vo school, and take it back?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from overstap.domain.adviezen.queries import advies_for
from overstap.domain.bijlagen.queries import controleer_vertrek_for
from overstap.domain.bijlagen.rules import VertrekGeweigerd
from overstap.domain.dossiers.actions import beeindig_toegang, geef_toegang, zet_staat
from overstap.domain.dossiers.enums import Reden, Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import controleer_onbeperkt_for, dossier_for, slot_for
from overstap.domain.dossiers.rules import BEVROREN, BIJ_HET_VO, Beperkt
from overstap.domain.inzages.queries import osobezwaren_for
from overstap.domain.overdrachten.actions.later import stuur_later_mee
from overstap.domain.overdrachten.actions.weigering import OverdrachtGeweigerd
from overstap.domain.overdrachten.models import Aanmelding, Overdracht
from overstap.domain.overdrachten.queries import (
    aanmeldingen_for,
    iets_nieuws_for,
    kan_mee_for,
    kijkers_for,
    meegaand_for,
    overdrachten_for,
)
from overstap.domain.rapporten.actions import laat_meegaan
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.models import Versie
from overstap.domain.rapporten.queries import bevroren_for, versies_for
from overstap.domain.scholen.models import Organisatie
from overstap.domain.scholen.queries import is_open_for, opvolger_for
from overstap.domain.scholen.rules.buiten import BUITEN_REGIO
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.poort import poort
from overstap.foundation.queue import defer


def verstuur(*, dossier_id: UUID, aanmelding_id: UUID, by: Actor, at: datetime) -> UUID:
    """Send the definitive version to the vo school of an aanmelding; its people see it from now on.

    A newer version, or the same one with what was added since, takes the place of what they had: they never see two
    reports of one pupil, and are told that something changed. Raises `OverdrachtGeweigerd`, also when the OSO file of
    this version cannot be made: every way of sending asks that here.
    """
    by.require(Recht.DOSSIER_OVERDRAGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    aanmelding = aanmeldingen_for(by, dossier).filter(id=aanmelding_id).first()
    if aanmelding is None:
        raise NietGevonden
    return stuur(dossier=dossier, aanmelding=aanmelding, door=by.persoon_id, by=by, at=at)


def stuur(*, dossier: Dossier, aanmelding: Aanmelding, door: UUID, by: Actor, at: datetime) -> UUID:
    """Send to the vo school of an aanmelding, in the name of `door`; the caller locked the dossier and checked rights.

    `by` is somebody of the school, or the system for it when a vo school opens what the school released before.
    """
    versie = versies_for(by, dossier).filter(soort=Versiesoort.DEFINITIEF).first()
    if versie is None or dossier.staat not in BEVROREN:
        raise OverdrachtGeweigerd("Maak het rapport eerst definitief. Daarna kunt u het versturen.")
    controleer_bestaat(ontvanger=aanmelding.ontvanger, by=by, at=at)
    buiten = BUITEN_REGIO in aanmelding.ontvanger.gegevens
    if not buiten:
        _controleer_ontvanger(aanmelding, by)
    controleer_vertrek(dossier=dossier, versie=versie, by=by, at=at)
    aanvullingen = [regel.aanvulling.rij for regel in kan_mee_for(by, dossier, slot_for(by, dossier), at)]
    _vervang_oudere(dossier, aanmelding, versie, by, at)
    laat_meegaan(aanvullingen=aanvullingen, by=by, at=at)
    _stuur_later_mee(dossier, versie, by, at)
    overdracht = Overdracht.objects.create(
        id=uuid4(),
        dossier=dossier,
        school_id=dossier.school_id,
        aanmelding=aanmelding,
        ontvanger_id=aanmelding.ontvanger_id,
        versie=versie,
        advies=advies.definitief if (advies := advies_for(by, dossier)) else "",
        verstuurd_op=at,
        verstuurd_door=door,
    )
    # Outside the region nobody looks here: the school gets a file from the basisschool (`geef_mee`).
    if not buiten:
        geef_toegang(dossier=dossier, reden=Reden.OVERDRACHT, organisatie_id=aanmelding.ontvanger_id, by=by, at=at)
        poort("overdracht.verstuurd")(overdracht=overdracht, by=by, at=at)
    if dossier.staat not in BIJ_HET_VO:
        zet_staat(dossier=dossier, naar=Staat.OVERGEDRAGEN, by=by, at=at)
    record("overdracht.verstuurd", by=by, at=at, dossier_id=dossier.id, object_id=aanmelding.ontvanger_id)
    defer("oso.klaarzetten", overdracht_id=overdracht.id, dossier_id=dossier.id, organisatie_id=dossier.school_id)
    return overdracht.id


def trek_in(*, dossier_id: UUID, overdracht_id: UUID, by: Actor, at: datetime) -> None:
    """Withdraw what was sent: the vo school sees it no more, from this moment, and is told so (art. 19 AVG).

    A report that was opened again in the meantime stays open: it is not at any vo school in that state.
    """
    by.require(Recht.DOSSIER_OVERDRAGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    overdracht = overdrachten_for(by, dossier).filter(id=overdracht_id, ingetrokken_op=None).first()
    if overdracht is None:
        raise NietGevonden
    overdracht.ingetrokken_op = at
    overdracht.save(update_fields=["ingetrokken_op"])
    beeindig_toegang(dossier=dossier, organisatie_id=overdracht.ontvanger_id, by=by, at=at)
    if dossier.staat in BIJ_HET_VO and not overdrachten_for(by, dossier).filter(ingetrokken_op=None).exists():
        zet_staat(dossier=dossier, naar=Staat.INGETROKKEN, by=by, at=at)
    record("overdracht.ingetrokken", by=by, at=at, dossier_id=dossier.id, object_id=overdracht.ontvanger_id)
    defer("webhook.overdracht_ingetrokken", overdracht_id=overdracht.id, organisatie_id=overdracht.ontvanger_id)
    defer(
        "mail.overdracht_ingetrokken",
        overdracht_id=overdracht.id,
        dossier_id=dossier.id,
        organisatie_id=dossier.school_id,
    )


def controleer_bestaat(*, ontvanger: Organisatie, by: Actor, at: datetime) -> None:
    """Raise `OverdrachtGeweigerd` for a vo school that is no more on this day: nobody reads there any more."""
    if is_open_for(by, ontvanger.id, dag(at)):
        return
    if opvolger := opvolger_for(by, ontvanger, dag(at)):
        zin = f"{ontvanger.naam} bestaat niet meer: de school ging op in {opvolger}. Leg de aanmelding daar vast."
    else:
        zin = (
            f"{ontvanger.naam} is gestopt. Vraag de ouders bij welke school zij hun kind nu aanmelden, en leg die"
            " aanmelding vast."
        )
    raise OverdrachtGeweigerd(zin, veld="ontvanger_id")


def _controleer_ontvanger(aanmelding: Aanmelding, by: Actor) -> None:
    if not kijkers_for(by, aanmelding.ontvanger_id):
        raise OverdrachtGeweigerd(
            "Bij deze vo-school kan nog niemand het dossier ontvangen. Neem contact op met die school."
        )


def controleer_vertrek(*, dossier: Dossier, versie: Versie, by: Actor, at: datetime) -> None:
    """Raise `OverdrachtGeweigerd` while use is restricted, the files cannot be made, or an attachment may not leave."""
    try:
        controleer_onbeperkt_for(by, dossier)
    except Beperkt as fout:
        raise OverdrachtGeweigerd(fout.zin) from fout
    _controleer_maakbaar(dossier, versie, by, at)
    _controleer_bijlagen(dossier, versie, by, at)


def _controleer_maakbaar(dossier: Dossier, versie: Versie, by: Actor, at: datetime) -> None:
    slot = slot_for(by, dossier)
    bezwaren = osobezwaren_for(by, dossier, slot, bevroren_for(by, versie, slot).inhoud, dag(at))
    if bezwaren:
        raise OverdrachtGeweigerd(" ".join(bezwaren))


def _stuur_later_mee(dossier: Dossier, versie: Versie, by: Actor, at: datetime) -> None:
    bevroren = bevroren_for(by, versie, slot_for(by, dossier))
    in_versie = set(meegaand_for(by, dossier, bevroren, at).values_list("id", flat=True))
    try:
        stuur_later_mee(dossier=dossier, in_versie=in_versie, by=by, at=at)
    except VertrekGeweigerd as fout:
        raise OverdrachtGeweigerd(fout.zin) from fout


def _controleer_bijlagen(dossier: Dossier, versie: Versie, by: Actor, at: datetime) -> None:
    try:
        controleer_vertrek_for(by, meegaand_for(by, dossier, bevroren_for(by, versie, slot_for(by, dossier)), at))
    except VertrekGeweigerd as fout:
        raise OverdrachtGeweigerd(fout.zin) from fout


def _vervang_oudere(dossier: Dossier, aanmelding: Aanmelding, versie: Versie, by: Actor, at: datetime) -> None:
    """End what runs to this school and tell its people; refuse when they have this very version with all that is new.

    A zienswijze that a parent gave since is new too: it always travels along.
    """
    for lopend in overdrachten_for(by, dossier).filter(ontvanger_id=aanmelding.ontvanger_id, ingetrokken_op=None):
        goed = lopend.versie_id == versie.id and lopend.tegengehouden_op is None
        if goed and not iets_nieuws_for(by, lopend, slot_for(by, dossier), at):
            raise OverdrachtGeweigerd("U heeft dit rapport al naar deze school gestuurd.")
        defer("mail.ontvangers", dossier_id=dossier.id, organisatie_id=dossier.school_id)
        lopend.ingetrokken_op = at
        lopend.save(update_fields=["ingetrokken_op"])
        record("overdracht.vervangen", by=by, at=at, dossier_id=dossier.id, object_id=lopend.id)
