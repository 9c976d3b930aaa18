"""Does a report reach the vo school only after an aanmelding, and only as long as the po school wants?"""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, dossiers_for, slot_for
from overstap.domain.inzages.queries import zienswijzen_for
from overstap.domain.overdrachten import actions
from overstap.domain.overdrachten.actions import OverdrachtGeweigerd
from overstap.domain.overdrachten.enums import Aanmeldwijze, Intrekreden
from overstap.domain.overdrachten.models import Aanmelding, Overdracht
from overstap.domain.overdrachten.queries import (
    inbox_for,
    kijkers_for,
    oso_bestand_for,
    overdracht_for,
    overdrachten_for,
    zending_for,
)
from overstap.domain.scholen.models import Aanstelling, Organisatie
from overstap.domain.scholen.rules.buiten import BUITEN_REGIO
from overstap.foundation.access import NietGevonden, Rol
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor, voer_uit
from tests.wereld import AT, VANDAAG, Geval, Wereld, dagen_terug, logboek, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio().leg_klaar(Staat.TER_INZAGE, Staat.DEFINITIEF, Staat.DEFINITIEF, Staat.OVERGEDRAGEN)


def staat(geval: Geval) -> str:
    with als(geval.school[Rol.DIRECTEUR]) as by:
        return dossier_for(by, geval.dossier_id).staat


def test_an_aanmelding_is_at_a_vo_school_once_and_not_in_the_future(wereld: Wereld):
    geval = wereld.dossier_in(Staat.DEFINITIEF)

    def leg_vast(**anders: object) -> None:
        gegevens = {"ontvanger_id": wereld.vo.id, "aangemeld_op": VANDAAG, "wijze": Aanmeldwijze.OUDERS, **anders}
        actions.leg_aanmelding_vast(dossier_id=geval.dossier_id, by=by, at=AT, **gegevens)

    with als(wereld.a.administratie) as by:
        for vreemd in (uuid4(), wereld.b.id):
            with pytest.raises(NietGevonden):
                leg_vast(ontvanger_id=vreemd)
        with pytest.raises(OverdrachtGeweigerd, match="toekomst"):
            leg_vast(aangemeld_op=VANDAAG + timedelta(days=1))
        leg_vast()
        with pytest.raises(OverdrachtGeweigerd, match="al vastgelegd"):
            leg_vast()


@pytest.mark.parametrize("niet", [Staat.CONCEPT, Staat.TER_INZAGE, Staat.HEROPEND])
def test_only_a_definitive_report_is_sent(wereld: Wereld, niet: Staat):
    geval = wereld.dossier_in(niet)
    geval.meld_aan(AT)
    with pytest.raises(OverdrachtGeweigerd, match="eerst definitief"):
        geval.verstuur(AT)


def test_nothing_is_sent_without_the_aanmelding_of_this_pupil(wereld: Wereld):
    geval, ander = wereld.dossier_in(Staat.DEFINITIEF), wereld.dossier_in(Staat.DEFINITIEF)
    ander.meld_aan(AT)
    geval.aanmelding_id = ander.aanmelding_id
    with pytest.raises(NietGevonden):
        geval.verstuur(AT)


def test_nothing_is_sent_where_nobody_may_receive_it(wereld: Wereld):
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    geval.meld_aan(AT)
    with als(wereld.vo.administratie):
        Aanstelling.objects.filter(organisatie_id=wereld.vo.id).update(tot=AT)
    with pytest.raises(OverdrachtGeweigerd, match="nog niemand"):
        geval.verstuur(AT)


def test_the_same_version_is_sent_once(wereld: Wereld):
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    with pytest.raises(OverdrachtGeweigerd, match="al naar deze school"):
        geval.verstuur(AT)


def test_a_newer_version_takes_the_place_of_the_older_one(wereld: Wereld):
    geval = wereld.dossier_in(Staat.GELEZEN)
    oud = geval.overdracht_id
    geval.heropen(dagen_terug(5))
    geval.maak_definitief(dagen_terug(4))
    geval.verstuur(dagen_terug(3))
    with als(wereld.vo.toelating) as by:
        assert [rij.id for rij in inbox_for(by)] == [geval.overdracht_id]
        with pytest.raises(NietGevonden):
            overdracht_for(by, oud)
    assert "overdracht.vervangen" in logboek(geval)


def test_exactly_who_may_receive_is_shown_beforehand(wereld: Wereld):
    with als(wereld.a.administratie) as by:
        namen = {plek.account.naam for plek in kijkers_for(by, wereld.vo.id)}
    assert namen == {"Bas Verhoef", "Hanna Kort", "Nadia Benali", "Rik Zandstra"}


def test_the_vo_school_sees_what_was_sent_to_it_and_nothing_else(wereld: Wereld):
    gestuurd = wereld.dossier_in(Staat.OVERGEDRAGEN)
    wereld.dossier_in(Staat.DEFINITIEF)
    with als(wereld.vo.zorg) as by:
        assert [dossier.id for dossier in dossiers_for(by)] == [gestuurd.dossier_id]
        assert [rij.id for rij in inbox_for(by)] == [gestuurd.overdracht_id]
        # The second lock alone says the same.
        assert Overdracht.objects.count() == 1
        assert Aanmelding.objects.count() == 0


def test_reading_and_fetching_are_each_remembered_the_first_time(wereld: Wereld):
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    geval.lees(dagen_terug(4))
    assert staat(geval) == Staat.GELEZEN
    geval.haal_op(dagen_terug(3))
    assert staat(geval) == Staat.OPGEHAALD
    geval.lees(dagen_terug(2))
    geval.haal_op(dagen_terug(1))
    assert staat(geval) == Staat.OPGEHAALD
    with als(wereld.a.directeur) as by:
        rij = overdrachten_for(by, dossier_for(by, geval.dossier_id)).get()
        assert (rij.gelezen_op, rij.gelezen_door) == (dagen_terug(4), wereld.vo.toelating.id)
        assert (rij.opgehaald_op, rij.opgehaald_door) == (dagen_terug(3), wereld.vo.administratie.id)
    assert logboek(geval).count("overdracht.gelezen") == 1
    assert logboek(geval).count("overdracht.opgehaald") == 2
    assert logboek(geval).count("rapport.bekeken") == 2 + 2  # two parents and two looks of the vo school


def test_a_pdf_taken_along_is_no_opgehaald(wereld: Wereld):
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    with als(wereld.vo.toelating) as by:
        actions.haal_op(overdracht_id=geval.overdracht_id, wat="pdf", by=by, at=AT)
    assert staat(geval) == Staat.OVERGEDRAGEN
    assert logboek(geval)[-1] == "overdracht.opgehaald"


def test_what_is_withdrawn_is_gone_for_the_vo_school_at_once(wereld: Wereld):
    geval = wereld.dossier_in(Staat.GELEZEN)
    geval.trek_in(AT)
    assert staat(geval) == Staat.INGETROKKEN
    with als(wereld.vo.toelating) as by:
        assert not dossiers_for(by).exists()
        assert not inbox_for(by).exists()
        with pytest.raises(NietGevonden):
            actions.lees(overdracht_id=geval.overdracht_id, by=by, at=AT)
    with als(wereld.a.administratie) as by, pytest.raises(NietGevonden):
        actions.trek_in(dossier_id=geval.dossier_id, overdracht_id=geval.overdracht_id, by=by, at=AT)
    geval.verstuur(AT)
    assert staat(geval) == Staat.OVERGEDRAGEN


def test_who_received_it_is_told_that_something_was_withdrawn_and_not_about_whom(wereld: Wereld, mailoutbox):
    """Each of the vo school apart (art. 19 AVG); also when the aanmelding goes with it. Outside the region nobody."""
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    with als(wereld.a.administratie) as by:
        actions.trek_aanmelding_in(
            dossier_id=geval.dossier_id, aanmelding_id=geval.aanmelding_id, reden=Intrekreden.VERGISSING, by=by, at=AT
        )
        kijkers = {mens.account.email for mens in kijkers_for(by, wereld.vo.id)}
    with connection.cursor() as cursor:
        cursor.execute("select args from procrastinate_jobs where task_name = 'mail.overdracht_ingetrokken'")
        ((argumenten,),) = cursor.fetchall()
    ids = {"overdracht_id": geval.overdracht_id, "dossier_id": geval.dossier_id, "organisatie_id": wereld.a.id}
    gevraagd = json.loads(argumenten)
    assert gevraagd == {naam: str(waarde) for naam, waarde in ids.items()}
    voer_uit("mail.overdracht_ingetrokken", gevraagd.pop("organisatie_id"), gevraagd, AT)
    assert sorted(adres for brief in mailoutbox for adres in brief.to) == sorted(kijkers)
    for brief in mailoutbox:
        assert "teruggetrokken" in brief.body
        for geheim in (geval.kind.roepnaam, geval.kind.achternaam, wereld.a.gegevens.naam, str(geval.overdracht_id)):
            assert geheim not in brief.subject + brief.body
    assert logboek(geval)[-1] == "overdracht.ontvanger_ingelicht"
    with als(systeem_voor(wereld.vo.id)):
        assert Organisatie.objects.filter(id=wereld.vo.id).update(gegevens={BUITEN_REGIO: True}) == 1
    voer_uit("mail.overdracht_ingetrokken", str(wereld.a.id), gevraagd, AT)
    assert len(mailoutbox) == len(kijkers)


def test_the_sent_file_is_kept_once_and_read_back_to_the_byte(wereld: Wereld):
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    with als(systeem_voor(wereld.a.id)) as by:
        rij = overdrachten_for(by, dossier_for(by, geval.dossier_id)).get()
        assert oso_bestand_for(by, rij) is None
        for oso in (b"<dossier>1</dossier>", b"<dossier>2</dossier>"):
            actions.bewaar_oso_bestand(overdracht=rij, oso=[oso], by=by, at=AT)
        rij.refresh_from_db()
        assert rij.sha256 == hashlib.sha256(b"<dossier>1</dossier>").hexdigest()
    with als(wereld.vo.administratie) as by:
        assert oso_bestand_for(by, overdracht_for(by, geval.overdracht_id)).read() == b"<dossier>1</dossier>"
    assert logboek(geval).count("overdracht.klaargezet") == 1


def test_a_zienswijze_goes_along(wereld: Wereld):
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    geval.geef_zienswijze(0, "Ik zie het anders.", AT)
    geval.teken(0, AT)
    geval.teken(1, AT)
    geval.maak_definitief(AT)
    geval.meld_aan(AT)
    geval.verstuur(AT)
    with als(wereld.vo.toelating) as by:
        dossier = dossier_for(by, geval.dossier_id)
        assert [tekst.tekst for tekst in zienswijzen_for(by, dossier, slot_for(by, dossier))] == ["Ik zie het anders."]


def test_there_is_nothing_to_send_before_the_pdf_is_made(wereld: Wereld):
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    with als(systeem_voor(wereld.a.id)) as by:
        rij = overdrachten_for(by, dossier_for(by, geval.dossier_id)).get()
        assert zending_for(by, rij) is None
