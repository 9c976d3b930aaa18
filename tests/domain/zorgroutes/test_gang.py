"""Does a zorgaanmelding go from the basisschool to a decision, and does each see only the own half?"""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, connection

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, dossiers_for, slot_for
from overstap.domain.inzages.actions import sluit_toegang
from overstap.domain.inzages.enums import Sluitreden
from overstap.domain.inzages.queries import ToegangGesloten
from overstap.domain.inzages.rules import MEESTE_REACTIES
from overstap.domain.rapporten.models import Versie
from overstap.domain.zorgroutes import actions, queries
from overstap.domain.zorgroutes.enums import Geadresseerde, Routesoort, Routestaat, Uitkomst, Zorgintrekreden
from overstap.domain.zorgroutes.models import Zaak, Zaakbestand, Zaakstuk, Zorgbesluit, Zorgroute, Zorgvraag
from overstap.domain.zorgroutes.rules import BesluitGeweigerd, ZorgrouteGeweigerd, ZorgstapNietMogelijk
from overstap.domain.zorgroutes.snapshot import Drempelonderzoek
from overstap.foundation.access import GeenRecht, NietGevonden
from overstap.foundation.queue import opvangen
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import Slot
from overstap.jobs.taak import systeem_voor
from overstap.jobs.zorg import mail_school, mail_swv, zet_zorg_klaar
from tests.wereld import AT, VANDAAG, Wereld, breng_verder, logboek, regio
from tests.zorggang import ZIENSWIJZE, Zorggang, onderzoek, tlv


@pytest.fixture(scope="module")
def wereld(samen: None) -> Wereld:
    return regio()


@pytest.fixture(scope="module")
def gestuurd(wereld: Wereld) -> Zorggang:
    """A pupil whose parents may read, with a route for pro that was sent, asked about and answered; no vo school."""
    return Zorggang(wereld.dossier_in(Staat.TER_INZAGE, bijzonder=HULP), wereld.swv).tot(Routestaat.BEANTWOORD)


HULP = frozenset({"dyslexie"})


def staat(zorg: Zorggang) -> str:
    with zorg.als_ib() as by:
        return queries.route_for(by, zorg.route_id).staat


def klaar(zorg: Zorggang) -> None:
    with als(systeem_voor(zorg.ib.werkt_bij)) as by:
        zet_zorg_klaar(route_id=zorg.route_id, by=by, at=AT)


def test_the_swv_has_the_form_and_the_files_and_nothing_else_of_the_dossier(opnieuw, gestuurd):
    klaar(gestuurd)
    klaar(gestuurd)
    with als(gestuurd.loket) as by:
        blad = queries.zaakblad_for(by, gestuurd.route_id, AT)
        assert blad.formulier.voorbereiding.zienswijze == ZIENSWIJZE
        assert not {"verzuim_vanaf", "doorstroomtoets", "wens_ouders"} & set(blad.formulier.rapport)
        assert [bestand.bestandsnaam for bestand in blad.bestanden] == ["zorgaanmelding.xml", "groeidocument.pdf"]
        _regel, lezer = queries.zaakbestand_for(by, gestuurd.route_id, blad.bestanden[0].id)
        with lezer as bron:
            xml = bron.read()
        assert b"POSWV" in xml
        assert b"<bsn" not in xml
        assert [dossier.id for dossier in dossiers_for(by)] == [gestuurd.geval.dossier_id]
        assert not Versie.objects.exists()
        assert {eigen.soort for eigen in blad.toetsen} == {Routesoort.PRO, Routesoort.LWOO}


def test_the_basisschool_reads_no_row_of_the_case(opnieuw, gestuurd):
    klaar(gestuurd)
    with als(gestuurd.loket) as by:
        actions.schrijf_notitie(route_id=gestuurd.route_id, tekst="Overleg met de arts.", by=by, at=AT)
        assert Zaak.objects.count() == 1
    with gestuurd.als_ib():
        assert [model.objects.count() for model in (Zaak, Zaakstuk, Zaakbestand)] == [0, 0, 0]
    assert "swv.notitie_geschreven" not in logboek(gestuurd.geval)


def test_the_case_is_unreadable_once_its_own_key_is_gone_and_the_dossier_stays(opnieuw, gestuurd):
    with als(gestuurd.loket) as by:
        zaak = queries.zaak_for(by, gestuurd.route_id).zaak
        assert zaak.sleutel_id != queries.zaak_for(by, gestuurd.route_id).dossier.sleutel_id
        formulier = Slot(zaak.sleutel_id).ontsleutel(zaak.geheim, f"zaak:{zaak.route_id}")
    with gestuurd.als_ib() as by:
        route = queries.route_for(by, gestuurd.route_id)
        gevonden = queries.aanmelding_for(by, route, slot_for(by, route.dossier))
        assert gevonden is not None
        assert gevonden[1].naar_bytes() == formulier


def test_what_is_missing_is_said_before_anything_is_sent(opnieuw, wereld):
    zorg = Zorggang(wereld.dossier_in(Staat.CONCEPT), wereld.swv).tot(Routestaat.IN_VOORBEREIDING)
    with zorg.als_ib() as by, pytest.raises(ZorgrouteGeweigerd, match="geen ouder"):
        actions.leg_voor(route_id=zorg.route_id, by=by, at=AT)
    with zorg.als_ib() as by, pytest.raises(ZorgrouteGeweigerd) as fout:
        actions.stuur_naar_swv(route_id=zorg.route_id, by=by, at=AT)
    zinnen = " ".join(zin for _veld, zin in fout.value.fouten)
    for woord in ("motivatie", "IQ", "leerling", "zienswijze", "handelingsdeel", "groeidocument"):
        assert woord in zinnen
    with als(zorg.loket) as by:
        assert zorg.route_id not in {regel.route_id for regel in queries.zaken_for(by, at=AT)}


def test_without_a_vo_school_pro_ends_in_an_advice_and_with_one_in_a_tlv(opnieuw, gestuurd):
    gestuurd.maak_compleet()
    gestuurd.naar_commissie()
    with pytest.raises(BesluitGeweigerd, match="geen vo-school"):
        gestuurd.besluit(tlv())
    gestuurd.geval.meld_aan(AT)
    with gestuurd.als_ib() as by:
        actions.leg_vo_aanvrager_vast(route_id=gestuurd.route_id, by=by, at=AT)
    gestuurd.besluit(tlv())
    with pytest.raises(ZorgstapNietMogelijk, match="besluit"):
        gestuurd.besluit(tlv(nummer=2))
    with als(gestuurd.loket) as by:
        zaak = queries.zaak_for(by, gestuurd.route_id).zaak
        assert zaak.bewaren_tot == VANDAAG.replace(year=VANDAAG.year + 3)


def test_the_decision_is_for_others_only_after_it_came_back(opnieuw, gestuurd, wereld):
    gestuurd.geval.meld_aan(AT)
    with gestuurd.als_ib() as by:
        actions.leg_vo_aanvrager_vast(route_id=gestuurd.route_id, by=by, at=AT)
    gestuurd.maak_compleet()
    gestuurd.naar_commissie()
    gestuurd.besluit(tlv())
    ouder, vo = gestuurd.geval.ouders[0].actor, wereld.vo.toelating
    for wie in (gestuurd.ib, ouder, vo):
        with als(wie):
            assert not Zorgbesluit.objects.exists()
    gestuurd.koppel_terug()
    for wie in (gestuurd.ib, ouder):
        with als(wie) as by:
            route = queries.route_for(by, gestuurd.route_id)
            gevonden = queries.besluit_for(by, route, slot_for(by, route.dossier))
            assert gevonden is not None
            assert gevonden.besluit.nummer == "VO9901-2027-00001"
    # An aanmelding alone opens nothing: a vo school reads it with the dossier.
    for wie in (vo, wereld.b.directeur):
        with als(wie):
            assert not Zorgbesluit.objects.exists()
    with als(systeem_voor(wereld.a.id)) as by:
        mail_school(route_id=gestuurd.route_id, by=by, at=AT)
    assert {bericht.to[0] for bericht in mail.outbox}
    assert "Doğan" not in "".join(bericht.body for bericht in mail.outbox)


_TOT_HET_VO = (Staat.DEFINITIEF, Staat.OVERGEDRAGEN)


def test_a_vo_school_reads_the_decision_with_the_dossier(opnieuw, wereld):
    zorg = Zorggang(wereld.dossier_in(Staat.TER_INZAGE, bijzonder=HULP), wereld.swv).tot(Routestaat.TERUGGEKOPPELD)
    breng_verder(zorg.geval, *_TOT_HET_VO)
    with als(wereld.vo.toelating) as by:
        besluit = queries.besluiten_for(by, dossier_for(by, zorg.geval.dossier_id)).get()
        assert besluit.uitkomst == Uitkomst.ADVIES


def test_withdrawn_is_gone_at_once(opnieuw, gestuurd):
    with gestuurd.als_ib() as by:
        actions.trek_zorgroute_in(route_id=gestuurd.route_id, reden=Zorgintrekreden.OUDERS, by=by, at=AT)
    with als(gestuurd.loket) as by:
        assert queries.zaken_for(by, at=AT) == []
        assert not Zorgroute.objects.exists()
        assert not dossiers_for(by).exists()
        with pytest.raises(NietGevonden):
            queries.zaak_for(by, gestuurd.route_id)
    with gestuurd.als_ib() as by:
        # The worker was making the files at that very moment.
        route = queries.route_for(by, gestuurd.route_id)
        actions.bewaar_zaakbestanden(route=route, kopieen=[], by=by, at=AT)
        assert queries.route_for(by, gestuurd.route_id).klaargezet_op is None
        assert actions.begin_zorgroute(
            dossier_id=gestuurd.geval.dossier_id, soort=Routesoort.ADVIES, by=by, at=AT + timedelta(days=1)
        )


def test_a_question_goes_round_and_parents_see_only_theirs(opnieuw, gestuurd):
    assert staat(gestuurd) == Routestaat.BEANTWOORD
    gestuurd.vraag(Geadresseerde.OUDERS)
    assert staat(gestuurd) == Routestaat.VRAAG_GESTELD
    with als(gestuurd.geval.ouders[0].actor):
        assert Zorgvraag.objects.count() == 1
    with als(gestuurd.loket) as by, pytest.raises(ZorgstapNietMogelijk, match="vraag open"):
        actions.verklaar_compleet(route_id=gestuurd.route_id, by=by, at=AT)
    gestuurd.antwoord()
    with pytest.raises(ZorgrouteGeweigerd, match="al beantwoord"):
        gestuurd.antwoord()
    with als(systeem_voor(gestuurd.ib.werkt_bij)) as by:
        mail_swv(route_id=gestuurd.route_id, by=by, at=AT)
    assert {bericht.to[0].split("@")[0] for bericht in mail.outbox} == {"ingrid", "karim"}


def test_who_may_not_does_not(opnieuw, gestuurd, wereld):
    with als(wereld.a.leerkracht) as by, pytest.raises(GeenRecht):
        actions.trek_zorgroute_in(route_id=gestuurd.route_id, reden=Zorgintrekreden.OUDERS, by=by, at=AT)
    with als(gestuurd.loket) as by, pytest.raises(GeenRecht):
        actions.koppel_terug(route_id=gestuurd.route_id, by=by, at=AT)
    with als(wereld.b.ib) as by, pytest.raises(NietGevonden):
        queries.route_for(by, gestuurd.route_id)
    with als(wereld.b.ib) as by, pytest.raises(NietGevonden):
        actions.begin_zorgroute(dossier_id=gestuurd.geval.dossier_id, soort=Routesoort.ADVIES, by=by, at=AT)
    with gestuurd.als_ib() as by, pytest.raises(ZorgrouteGeweigerd, match="loopt al"):
        actions.begin_zorgroute(dossier_id=gestuurd.geval.dossier_id, soort=Routesoort.ADVIES, by=by, at=AT)


def test_what_was_sent_changes_no_more_and_impossible_values_are_refused(opnieuw, gestuurd, wereld):
    with gestuurd.als_ib() as by, pytest.raises(ZorgrouteGeweigerd, match="al verstuurd"):
        actions.leg_drempelonderzoek_vast(route_id=gestuurd.route_id, onderzoek=onderzoek(), by=by, at=AT)
    nieuw = Zorggang(wereld.dossier_in(Staat.CONCEPT), wereld.swv).tot(Routestaat.IN_VOORBEREIDING)
    goed = onderzoek()
    assert goed.iq is not None
    fout = Drempelonderzoek(replace(goed.iq, score=7, op=VANDAAG + timedelta(days=1)), goed.scores)
    with nieuw.als_ib() as by, pytest.raises(ZorgrouteGeweigerd) as geweigerd:
        actions.leg_drempelonderzoek_vast(route_id=nieuw.route_id, onderzoek=fout, by=by, at=AT)
    assert [veld for veld, _zin in geweigerd.value.fouten] == ["iq", "iq_op"]
    with nieuw.als_ib() as by, pytest.raises(ZorgrouteGeweigerd, match="BSN of onderwijsnummer"):
        actions.leg_hulpvraag_vast(
            route_id=nieuw.route_id, hulpvraag="Over 9999.90.007.", motivatie="Zie 99 99 90 007.", by=by, at=AT
        )
    with nieuw.als_ib() as by:
        dossier = dossier_for(by, nieuw.geval.dossier_id)
        route = queries.lopende_for(by, dossier)
        assert route is not None
        assert queries.voorbereiding_for(by, route, slot_for(by, dossier)).drempelonderzoek.leeg


def test_another_route_opens_no_withdrawn_one_nor_one_that_was_not_sent(opnieuw, gestuurd):
    oud, gestuurd = gestuurd.route_id, copy(gestuurd)
    with gestuurd.als_ib() as by:
        actions.trek_zorgroute_in(route_id=oud, reden=Zorgintrekreden.OUDERS, by=by, at=AT)
    gestuurd.tot(Routestaat.TERUGGEKOPPELD)
    nieuw = gestuurd.route_id
    # A third one, of which the samenwerkingsverband has nothing yet, while it knows the pupil by the second.
    gestuurd.begin()
    with als(gestuurd.loket) as by:
        assert [regel.route_id for regel in queries.zaken_for(by, at=AT)] == [nieuw]
        assert [route.id for route in Zorgroute.objects.all()] == [nieuw]
        assert set(Zorgvraag.objects.values_list("route_id", flat=True)) == {nieuw}
        assert not Zorgroute.objects.filter(id=gestuurd.route_id).update(staat=Routestaat.AANGEMELD)
        for weg in (oud, gestuurd.route_id):
            with pytest.raises(NietGevonden):
                queries.zaak_for(by, weg)


def test_only_a_parent_who_may_react_gives_a_view_and_not_without_end(opnieuw, wereld):
    zorg = Zorggang(wereld.dossier_in(Staat.TER_INZAGE, bijzonder=HULP), wereld.swv).tot(Routestaat.IN_VOORBEREIDING)
    gevraagd: list[str] = []
    with opvangen(lambda taak, _ids: gevraagd.append(taak)):
        zorg.leg_voor()
    # Also to who wants one mail a day: it may be sent tomorrow.
    assert gevraagd == ["mail.bericht_meteen"] * 2
    ouder, ander = zorg.geval.ouders[0], zorg.geval.ouders[1]
    wat = {"route_id": zorg.route_id, "tekst": "Onze mening.", "at": AT}
    with als(ander.actor) as by:
        for _keer in range(MEESTE_REACTIES):
            actions.geef_zorgzienswijze(by=by, **wat)
        with pytest.raises(ZorgrouteGeweigerd, match="Praat eerst"):
            actions.geef_zorgzienswijze(by=by, **wat)
    with zorg.als_ib() as by:
        sluit_toegang(
            dossier_id=zorg.geval.dossier_id, inzage_id=ouder.inzage_id, reden=Sluitreden.GEEN_GEZAG, by=by, at=AT
        )
    with als(ouder.actor) as by, pytest.raises(ToegangGesloten):
        actions.geef_zorgzienswijze(by=by, **wat)


WEIGERT = (
    # (who, statement on the route): refused by the database itself, whatever our own code does.
    ("ib", "update zorgroutes_zorgroute set staat = 'compleet' where id = %(route)s"),
    ("ib", "update zorgroutes_zorgroute set staat = 'besluit' where id = %(route)s"),
    ("ib", "update zorgroutes_zorgroute set geheim = '' where id = %(route)s"),
    ("ib", "update zorgroutes_zorgroute set zaaksleutel_id = gen_random_uuid() where id = %(route)s"),
    ("ib", "update zorgroutes_zorgvraag set beantwoord_op = now() where route_id = %(route)s"),
    ("ib", "delete from zorgroutes_zorgroute where id = %(route)s"),
    ("loket", "update zorgroutes_zorgroute set staat = 'ingetrokken' where id = %(route)s"),
    ("loket", "update zorgroutes_zorgroute set staat = 'teruggekoppeld' where id = %(route)s"),
    ("loket", "update zorgroutes_zorgroute set vo_school_id = school_id where id = %(route)s"),
    ("loket", "update zorgroutes_zaak set geheim = '' where route_id = %(route)s"),
    ("loket", "update zorgroutes_zaakstuk set geheim = '' where zaak_id = %(route)s"),
    ("loket", "delete from zorgroutes_zaak where route_id = %(route)s"),
)


@pytest.mark.parametrize(("wie", "opdracht"), WEIGERT)
def test_the_database_itself_keeps_the_halves_apart(opnieuw, gestuurd, wie, opdracht):
    with pytest.raises(DatabaseError), als(getattr(gestuurd, wie)), connection.cursor() as cursor:
        cursor.execute(opdracht, {"route": gestuurd.route_id})


def test_a_school_adds_nothing_to_the_case_of_another(opnieuw, gestuurd, wereld):
    with als(gestuurd.loket) as by:
        zaak = queries.zaak_for(by, gestuurd.route_id).zaak
    with pytest.raises(DatabaseError, match="row-level security"), als(wereld.b.ib):
        Zaakbestand(
            zaak_id=zaak.route_id, swv_id=zaak.swv_id, soort="bijlage", bestand_id=zaak.route_id, geheime_naam=b"",
            mime="", omvang=1, sha256="", gemaakt_op=AT,
        ).save(force_insert=True)  # fmt: skip
