"""Which acts bring a definitive report to the vo school, and what does the vo school do with it?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid4

from overstap.domain.adviezen.queries import advies_for
from overstap.domain.bijlagen.queries import controleer_vertrek_for
from overstap.domain.bijlagen.rules import VertrekGeweigerd
from overstap.domain.dossiers.actions import beeindig_toegang, bekeken, geef_toegang, zet_staat
from overstap.domain.dossiers.enums import Reden, Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import BEVROREN, BIJ_HET_VO
from overstap.domain.inzages.queries import osobezwaren_for
from overstap.domain.overdrachten.enums import Aanmeldwijze, Intrekreden
from overstap.domain.overdrachten.models import Aanmelding, Overdracht
from overstap.domain.overdrachten.queries import (
    aanmeldingen_for,
    iets_nieuws_for,
    kan_mee_for,
    kijkers_for,
    meegaand_for,
    oso_mislukt_for,
    overdracht_for,
    overdrachten_for,
    zat_erin_for,
)
from overstap.domain.rapporten.actions import laat_meegaan
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.models import Versie
from overstap.domain.rapporten.queries import bevroren_for, pdf_mislukt_for, versies_for
from overstap.domain.scholen.queries import organisaties_for
from overstap.domain.scholen.rules.buiten import BUITEN_REGIO
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot


class OverdrachtGeweigerd(Exception):
    """This cannot be sent (yet); `zin` says what to do, `veld` which question it is about (empty: none)."""

    def __init__(self, zin: str, veld: str = "") -> None:
        self.zin, self.veld = zin, veld
        super().__init__(zin)


def leg_aanmelding_vast(
    *, dossier_id: UUID, ontvanger_id: UUID, aangemeld_op: date, wijze: Aanmeldwijze, by: Actor, at: datetime
) -> UUID:
    """Record that the pupil was applied at a vo school; without it nothing may be sent there."""
    by.require(Recht.AANMELDING_VASTLEGGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    if not organisaties_for(by, "vo", ook_buiten=True).filter(id=ontvanger_id).exists():
        raise NietGevonden
    if aangemeld_op > dag(at):
        zin = "De dag van de aanmelding ligt in de toekomst. Vul de echte dag in."
        raise OverdrachtGeweigerd(zin, veld="aangemeld_op")
    if aanmeldingen_for(by, dossier).filter(ontvanger_id=ontvanger_id).exists():
        raise OverdrachtGeweigerd("De aanmelding bij deze school is al vastgelegd.", veld="ontvanger_id")
    aanmelding = Aanmelding.objects.create(
        dossier=dossier,
        school_id=dossier.school_id,
        ontvanger_id=ontvanger_id,
        aangemeld_op=aangemeld_op,
        wijze=wijze,
        vastgelegd_op=at,
        vastgelegd_door=by.persoon_id,
    )
    record("aanmelding.vastgelegd", by=by, at=at, dossier_id=dossier.id, object_id=ontvanger_id, wijze=wijze.value)
    return aanmelding.id


def trek_aanmelding_in(*, dossier_id: UUID, aanmelding_id: UUID, reden: Intrekreden, by: Actor, at: datetime) -> None:
    """An application no longer holds: nothing may be sent there, and what runs there ends at once."""
    by.require(Recht.AANMELDING_VASTLEGGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    aanmelding = aanmeldingen_for(by, dossier).filter(id=aanmelding_id).first()
    if aanmelding is None:
        raise NietGevonden
    for lopend in overdrachten_for(by, dossier).filter(ontvanger_id=aanmelding.ontvanger_id, ingetrokken_op=None):
        trek_in(dossier_id=dossier.id, overdracht_id=lopend.id, by=by, at=at)
    aanmelding.ingetrokken_op, aanmelding.ingetrokken_door, aanmelding.intrekreden = at, by.persoon_id, reden
    aanmelding.save(update_fields=["ingetrokken_op", "ingetrokken_door", "intrekreden"])
    wie = aanmelding.ontvanger_id
    record("aanmelding.ingetrokken", by=by, at=at, dossier_id=dossier.id, object_id=wie, reden=reden.value)


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
    versie = versies_for(by, dossier).filter(soort=Versiesoort.DEFINITIEF).first()
    if versie is None or dossier.staat not in BEVROREN:
        raise OverdrachtGeweigerd("Maak het rapport eerst definitief. Daarna kunt u het versturen.")
    buiten = BUITEN_REGIO in aanmelding.ontvanger.gegevens
    if not buiten:
        _controleer_ontvanger(aanmelding, by)
    _controleer_maakbaar(dossier, versie, by, at)
    _controleer_bijlagen(dossier, versie, by)
    aanvullingen = [regel.aanvulling.rij for regel in kan_mee_for(by, dossier, slot_for(by, dossier), versie, at)]
    _vervang_oudere(dossier, aanmelding, versie, by, at)
    laat_meegaan(aanvullingen=aanvullingen, by=by, at=at)
    overdracht = Overdracht.objects.create(
        id=uuid4(),
        dossier=dossier,
        school_id=dossier.school_id,
        aanmelding=aanmelding,
        ontvanger_id=aanmelding.ontvanger_id,
        versie=versie,
        advies=advies.definitief if (advies := advies_for(by, dossier)) else "",
        verstuurd_op=at,
        verstuurd_door=by.persoon_id,
    )
    # Outside the region nobody looks here: the school gets a file from the basisschool (`geef_mee`).
    if not buiten:
        geef_toegang(dossier=dossier, reden=Reden.OVERDRACHT, organisatie_id=aanmelding.ontvanger_id, by=by, at=at)
    if dossier.staat not in BIJ_HET_VO:
        zet_staat(dossier=dossier, naar=Staat.OVERGEDRAGEN, by=by, at=at)
    record("overdracht.verstuurd", by=by, at=at, dossier_id=dossier.id, object_id=aanmelding.ontvanger_id)
    defer("oso.klaarzetten", overdracht_id=overdracht.id, dossier_id=dossier.id, organisatie_id=dossier.school_id)
    return overdracht.id


def bewaar_oso_bestand(*, overdracht: Overdracht, oso: Iterable[bytes], by: Actor, at: datetime) -> None:
    """Keep the OSO file as sent, encrypted; harmless when it was already kept (a job may run twice, also at once)."""
    # First the dossier, then what hangs on it; read again, for the other job may have been first.
    dossier = dossier_for(by, overdracht.dossier_id, vergrendel=True)
    overdracht = overdrachten_for(by, dossier).select_for_update(of=("self",)).get(id=overdracht.id)
    if overdracht.bestand_id is not None:
        return
    bestand_id = uuid4()
    slot = Slot(overdracht.dossier.sleutel_id)
    with opslag.schrijver(bestand_id, slot, f"oso:{bestand_id}") as uit:
        for stuk in oso:
            uit.write(stuk)
    overdracht.bestand_id, overdracht.klaargezet_op = bestand_id, at
    overdracht.sha256 = uit.sha256
    overdracht.save(update_fields=["bestand_id", "klaargezet_op", "sha256"])
    record("overdracht.klaargezet", by=by, at=at, dossier_id=overdracht.dossier_id, object_id=overdracht.id)


def maak_bestanden_opnieuw(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Ask the worker again for the PDFs and OSO files of this dossier that it gave up; harmless when there are none."""
    by.require(Recht.DOSSIER_OVERDRAGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    ids = {"dossier_id": dossier.id, "organisatie_id": dossier.school_id}
    versies = sorted(pdf_mislukt_for(by, versies_for(by, dossier)))
    overdrachten = sorted(oso_mislukt_for(by, overdrachten_for(by, dossier)))
    for versie_id in versies:
        defer("pdf.maken", versie_id=versie_id, **ids)
    for overdracht_id in overdrachten:
        defer("oso.klaarzetten", overdracht_id=overdracht_id, **ids)
    if versies or overdrachten:
        aantal = len(versies) + len(overdrachten)
        record("bestanden.opnieuw_gevraagd", by=by, at=at, dossier_id=dossier.id, aantal=aantal)


def lees(*, overdracht_id: UUID, by: Actor, at: datetime) -> Overdracht:
    """A person of the vo school reads the report; the first time is what po sees as `gelezen`."""
    overdracht = _vergrendeld(overdracht_id, by)
    if overdracht.gelezen_op is None:
        overdracht.gelezen_op, overdracht.gelezen_door = at, by.id
        overdracht.save(update_fields=["gelezen_op", "gelezen_door"])
        _verder(overdracht, Staat.GELEZEN, by, at)
        record("overdracht.gelezen", by=by, at=at, dossier_id=overdracht.dossier_id, object_id=overdracht.id)
    bekeken(dossier=overdracht.dossier, wat="rapport", by=by, at=at, object_id=overdracht.versie_id)
    return overdracht


def haal_op(*, overdracht_id: UUID, wat: str, by: Actor, at: datetime) -> Overdracht:
    """A person of the vo school downloads the OSO file or the PDF (`wat` is "oso" or "pdf")."""
    overdracht = _vergrendeld(overdracht_id, by)
    if wat == "oso" and overdracht.opgehaald_op is None:
        overdracht.opgehaald_op, overdracht.opgehaald_door = at, by.id
        overdracht.save(update_fields=["opgehaald_op", "opgehaald_door"])
        _verder(overdracht, Staat.OPGEHAALD, by, at)
    record("overdracht.opgehaald", by=by, at=at, dossier_id=overdracht.dossier_id, object_id=overdracht.id, vorm=wat)
    return overdracht


def geef_mee(*, dossier_id: UUID, overdracht_id: UUID, by: Actor, at: datetime) -> Overdracht:
    """The basisschool takes the OSO file along for a vo school outside the region; the log says where it went.

    Raises `NietGevonden` for a school of the region, which fetches it here itself.
    """
    by.require(Recht.DOSSIER_OVERDRAGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    overdracht = overdrachten_for(by, dossier).filter(id=overdracht_id, ingetrokken_op=None).first()
    if overdracht is None or BUITEN_REGIO not in overdracht.ontvanger.gegevens:
        raise NietGevonden
    record("overdracht.meegegeven", by=by, at=at, dossier_id=dossier.id, object_id=overdracht.ontvanger_id)
    return overdracht


def trek_in(*, dossier_id: UUID, overdracht_id: UUID, by: Actor, at: datetime) -> None:
    """Withdraw what was sent: the vo school sees it no more, from this moment.

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


def houd_tegen(*, dossier_id: UUID, by: Actor, at: datetime, bijlage_id: UUID | None = None) -> None:
    """A virus was found later in an attachment: the files with it, also those of old, leave us no more.

    Without `bijlage_id` it was a file of a parent, which goes along with every transfer.
    """
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    slot = slot_for(by, dossier)
    for verstuurd in overdrachten_for(by, dossier).filter(tegengehouden_op=None, bestand_id__isnull=False):
        if bijlage_id is None or zat_erin_for(by, verstuurd, slot, bijlage_id):
            verstuurd.tegengehouden_op = at
            verstuurd.save(update_fields=["tegengehouden_op"])
            wie = verstuurd.ontvanger_id
            record("overdracht.tegengehouden", by=by, at=at, dossier_id=dossier.id, object_id=wie)


def _controleer_ontvanger(aanmelding: Aanmelding, by: Actor) -> None:
    if not kijkers_for(by, aanmelding.ontvanger_id):
        raise OverdrachtGeweigerd(
            "Bij deze vo-school kan nog niemand het dossier ontvangen. Neem contact op met die school."
        )


def _controleer_maakbaar(dossier: Dossier, versie: Versie, by: Actor, at: datetime) -> None:
    slot = slot_for(by, dossier)
    bezwaren = osobezwaren_for(by, dossier, slot, bevroren_for(by, versie, slot).inhoud, dag(at))
    if bezwaren:
        raise OverdrachtGeweigerd(" ".join(bezwaren))


def _controleer_bijlagen(dossier: Dossier, versie: Versie, by: Actor) -> None:
    try:
        controleer_vertrek_for(by, meegaand_for(by, dossier, bevroren_for(by, versie, slot_for(by, dossier))))
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


def _vergrendeld(overdracht_id: UUID, by: Actor) -> Overdracht:
    """The running transfer to the actor's school, behind the lock of its dossier.

    First the dossier, then what hangs on it, as the acts of the basisschool do: two orders would wait for each other.
    """
    by.require(Recht.DOSSIER_ONTVANGEN)
    dossier_for(by, overdracht_for(by, overdracht_id).dossier_id, vergrendel=True)
    return overdracht_for(by, overdracht_id)


def _verder(overdracht: Overdracht, naar: Staat, by: Actor, at: datetime) -> None:
    dossier = overdracht.dossier
    if dossier.staat in BIJ_HET_VO and dossier.staat != naar:
        zet_staat(dossier=dossier, naar=naar, by=by, at=at)
