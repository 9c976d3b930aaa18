"""Does each kind of reader get what the law gives, and does only what can be proven count?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from overstap.domain.adviezen.enums import Toetsadvies
from overstap.domain.bijlagen.enums import Weigerreden
from overstap.domain.bijlagen.snapshot import Keuring
from overstap.domain.dossiers.actions import bekeken
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages import actions
from overstap.domain.inzages.actions import Aangeleverd, InzageGeweigerd, NogNietDefinitief
from overstap.domain.inzages.enums import Akkoord, Inzagerecht, Papierweg, Zienswijzevorm
from overstap.domain.inzages.queries import (
    LeestNietMeer,
    code_gevraagd_for,
    correcties_for,
    dossiers_met_codeverzoek_for,
    inzage_for,
    leesrecht_for,
    meegaande_stukken_for,
    stukken_for,
    zienswijzen_for,
)
from overstap.domain.inzages.rules import LEERLING, rechthebbenden
from overstap.domain.overdrachten.enums import Volgende
from overstap.domain.overdrachten.queries import regel_for
from overstap.domain.rapporten.queries import inhoud_for
from overstap.foundation.access import Actor, GeenRecht, Rol
from overstap.foundation.queue import opvangen
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, Geval, Wereld, dagen_terug, kind, laat_mail_vertrekken, logboek, regio

SCAN = Aangeleverd("brief.pdf", "application/pdf", [b"%PDF-1.7 ", b"brief"])


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio().leg_klaar(Staat.TER_INZAGE, gezin="apart")


@pytest.fixture
def geval(wereld: Wereld) -> Geval:
    """A report that two parents who live apart may read since twenty days."""
    return wereld.dossier_in(Staat.TER_INZAGE, gezin="apart")


def met_inhoud(wereld: Wereld, nummer: int, **anders: Any) -> Geval:
    """A pupil with other data than the demo gives."""
    uit_las = wereld.a.gelezen(nummer)
    geval = Geval(kind(nummer), wereld.a.mensen, wereld.vo.mensen)
    geval.importeer(dagen_terug(40), replace(uit_las, inhoud=uit_las.inhoud.met(anders)))
    return geval


def adviseer(geval: Geval) -> None:
    """Everything about the advice, before the parents read."""
    geval.geef_voorlopig(dagen_terug(28))
    geval.leg_toets_vast(Toetsadvies.VMBO_GT_HAVO, dagen_terug(26).date(), dagen_terug(24))
    geval.geef_definitief(dagen_terug(22))


def wie(geval: Geval) -> dict[Inzagerecht, Any]:
    with als(geval.school.leerkracht(geval.kind.groep)) as by:
        dossier = dossier_for(by, geval.dossier_id)
        return {mens.recht: mens for mens in rechthebbenden(inhoud_for(by, dossier, slot_for(by, dossier)), AT.date())}


def open_punten(wereld: Wereld, geval: Geval, at: Any = AT) -> str:
    with als(wereld.a.directeur) as by, pytest.raises(NogNietDefinitief) as fout:
        actions.maak_definitief(dossier_id=geval.dossier_id, by=by, at=at)
    return " ".join(punt.zin for punt in fout.value.punten if punt.blokkeert and not punt.in_orde)


def test_a_mail_that_did_not_arrive_proves_nothing_and_the_next_one_begins_the_term(wereld: Wereld, geval: Geval):
    moeder, vader = geval.ouders
    ids = {"dossier_id": geval.dossier_id, "inzage_id": vader.inzage_id}
    geval.teken(0, dagen_terug(18))
    with als(wereld.a.leerkracht) as by:
        actions.meld_mail_mislukt(**ids, by=by, at=dagen_terug(19))
        actions.meld_mail_mislukt(**ids, by=by, at=dagen_terug(18))
    assert f"De e-mail kwam niet aan: {vader.naam}" in open_punten(wereld, geval)
    with als(wereld.a.leerkracht) as by:
        actions.stuur_opnieuw(**ids, mail="ander@ouders.example", by=by, at=dagen_terug(10))
    assert f"De e-mail is nog niet verstuurd: {vader.naam}" in open_punten(wereld, geval)
    laat_mail_vertrekken(geval, dagen_terug(10))
    # The region gives 14 days: four more.
    assert "mag nog reageren tot en met 26 november 2026" in open_punten(wereld, geval)
    assert "mag nog reageren" in open_punten(wereld, geval, AT + timedelta(days=4))
    assert moeder.naam not in open_punten(wereld, geval)
    with als(wereld.a.directeur) as by:
        actions.maak_definitief(dossier_id=geval.dossier_id, by=by, at=AT + timedelta(days=5))
    assert logboek(geval).count("ouders.mail_mislukt") == 1


def test_paper_counts_from_the_day_it_was_given_and_a_parent_added_later_counts_too(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT, gezin="apart")
    geval.vul_in(dagen_terug(30))
    adviseer(geval)
    geval.nodig_uit(dagen_terug(20), niet=frozenset({1}))
    laat_mail_vertrekken(geval, dagen_terug(20))
    assert "Bied het rapport eerst aan" in open_punten(wereld, geval)
    with als(wereld.a.leerkracht) as by:
        dossier = dossier_for(by, geval.dossier_id)
        tweede = rechthebbenden(inhoud_for(by, dossier, slot_for(by, dossier)), AT.date())[1]
        actions.bied_op_papier_aan(
            dossier_id=dossier.id, verzorger_id=tweede.sleutel, op=dagen_terug(14).date(), weg=Papierweg.POST,
            by=by, at=AT,
        )  # fmt: skip
    assert f"{tweede.naam} mag nog reageren tot en met 22 november 2026" in open_punten(wereld, geval)
    with als(wereld.a.directeur) as by:
        actions.maak_definitief(dossier_id=geval.dossier_id, by=by, at=AT + timedelta(days=1))


def test_a_parent_without_gezag_gets_information_on_request_and_holds_nothing_up(wereld: Wereld):
    uit_las = wereld.a.gelezen(60, gezin="apart")
    moeder, vader = uit_las.inhoud["verzorgers"]
    geval = met_inhoud(wereld, 60, verzorgers=(moeder, {**vader, "wettigevertegenwoordiger": False}))
    geval.vul_in(dagen_terug(30))
    adviseer(geval)
    geval.nodig_uit(dagen_terug(20))
    laat_mail_vertrekken(geval, dagen_terug(20))
    mens = wie(geval)[Inzagerecht.ZONDER_GEZAG]
    wat = {"dossier_id": geval.dossier_id, "verzorger_id": mens.sleutel, "mail": "vader@ouders.example"}
    with als(wereld.a.leerkracht) as by:
        with pytest.raises(InzageGeweigerd, match="op verzoek"):
            actions.nodig_uit(**wat, by=by, at=AT)
        inzage_id, _ = actions.nodig_uit(**wat, gevraagd_op=AT.date(), by=by, at=AT)
        ouder = inzage_for(by, dossier_for(by, geval.dossier_id), inzage_id)
    lezer = Actor(Rol.OUDER, ouder.ouder_id)
    with als(lezer) as by:
        versie = actions.open_rapport(by=by, at=AT)
        with pytest.raises(GeenRecht):
            actions.geef_zienswijze(tekst="Ik vind van niet.", by=by, at=AT)
        with pytest.raises(GeenRecht):
            actions.teken_gezien(versie_id=versie.id, akkoord=Akkoord.JA, by=by, at=AT)
    with als(wereld.a.directeur) as by:
        # Twenty days after the parent with gezag was asked; nobody waits for the other.
        actions.maak_definitief(dossier_id=geval.dossier_id, by=by, at=AT)


def test_on_the_sixteenth_birthday_the_rights_move_and_the_parents_door_closes(wereld: Wereld):
    geval = met_inhoud(wereld, 61, geboortedatum=date(2010, 11, 23))
    geval.nodig_uit(dagen_terug(20))
    moeder, morgen = geval.ouders[0], AT + timedelta(days=1)
    with als(moeder.actor) as by:
        assert leesrecht_for(by, AT) is Inzagerecht.GEZAG
        with pytest.raises(LeestNietMeer):
            actions.open_rapport(by=by, at=morgen)
    ids = {"dossier_id": geval.dossier_id, "inzage_id": moeder.inzage_id}
    with als(wereld.a.leerkracht) as by:
        actions.leg_meelezen_vast(**ids, op=morgen.date(), by=by, at=morgen)
        actions.nodig_uit(
            dossier_id=geval.dossier_id, verzorger_id=LEERLING, mail="leerling@ouders.example", by=by, at=morgen
        )
    with als(moeder.actor) as by:
        actions.open_rapport(by=by, at=morgen)
        with pytest.raises(GeenRecht):
            actions.vraag_correctie(tekst="Dit klopt niet.", by=by, at=morgen)
    with als(wereld.a.leerkracht) as by:
        actions.leg_meelezen_vast(**ids, op=None, by=by, at=morgen)
    with als(moeder.actor) as by, pytest.raises(LeestNietMeer):
        actions.open_rapport(by=by, at=morgen)


def test_an_institution_reads_by_its_contact_person_who_signs_for_it(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT, gezin="voogd")
    mens = wie(geval)[Inzagerecht.INSTELLING]
    wat = {"dossier_id": geval.dossier_id, "verzorger_id": mens.sleutel, "mail": "v@voogdij.example"}
    with als(wereld.a.leerkracht) as by:
        with pytest.raises(InzageGeweigerd, match="namens de instelling"):
            actions.nodig_uit(**wat, by=by, at=AT)
        inzage_id, _ = actions.nodig_uit(**wat, contact="Petra Nijhof", by=by, at=AT)
        ouder_id = inzage_for(by, dossier_for(by, geval.dossier_id), inzage_id).ouder_id
    with als(Actor(Rol.OUDER, ouder_id)) as by:
        actions.geef_zienswijze(tekst="Eens.", by=by, at=AT)
        dossier = dossier_for(by, geval.dossier_id)
        assert zienswijzen_for(by, dossier, slot_for(by, dossier))[0].naam == f"Petra Nijhof namens {mens.naam}"


def test_what_came_on_paper_is_added_as_it_is_and_says_so(wereld: Wereld, geval: Geval):
    moeder = geval.ouders[0]
    ids = {"dossier_id": geval.dossier_id, "inzage_id": moeder.inzage_id, "gegeven_op": dagen_terug(3).date()}
    te_vroeg = {**ids, "gegeven_op": dagen_terug(30).date()}
    with als(wereld.a.leerkracht) as by:
        with pytest.raises(InzageGeweigerd, match="Voeg een scan toe"):
            actions.voeg_zienswijze_toe(**ids, tekst=" ", scan=None, by=by, at=AT)
        with pytest.raises(InzageGeweigerd, match="na het aanbieden"):
            actions.voeg_zienswijze_toe(**te_vroeg, tekst="x", scan=None, by=by, at=AT)
        actions.voeg_zienswijze_toe(**ids, tekst="Hij is wel slim!!", scan=None, by=by, at=AT)
        actions.voeg_zienswijze_toe(**ids, tekst="", scan=SCAN, by=by, at=AT)
        dossier, slot = dossier_for(by, geval.dossier_id), slot_for(by, dossier_for(by, geval.dossier_id))
        teksten = zienswijzen_for(by, dossier, slot)
        assert [(tekst.vorm, tekst.tekst) for tekst in teksten] == [
            (Zienswijzevorm.OVERGETYPT, "Hij is wel slim!!"),
            (Zienswijzevorm.SCAN, "De zienswijze staat in de scan."),
        ]
        assert [stuk.naam for stuk in stukken_for(by, dossier, slot)] == ["brief.pdf"]
        # It counts as an answer: the report need not wait for this parent any more.
        assert moeder.naam not in open_punten(wereld, geval, dagen_terug(8))
    with als(geval.ouders[1].actor) as by:
        assert zienswijzen_for(by, dossier, slot) == ()
        assert stukken_for(by, dossier, slot) == ()


def test_a_file_with_a_zienswijze_is_checked_and_travels_unless_refused(wereld: Wereld, geval: Geval):
    with als(geval.ouders[0].actor) as by:
        actions.geef_zienswijze(tekst="Zie de brief.", bestanden=[SCAN, replace(SCAN, naam="twee.pdf")], by=by, at=AT)
    with als(systeem_voor(wereld.a.id)) as by:
        dossier, slot = dossier_for(by, geval.dossier_id), slot_for(by, dossier_for(by, geval.dossier_id))
        een, twee = sorted(stukken_for(by, dossier, slot), key=lambda stuk: stuk.naam)
        goed, fout = Keuring(gescand=True, schoon=b"%PDF-1.7 schoon"), Keuring(gescand=True, reden=Weigerreden.VIRUS)
        for stuk, keuring in ((een, goed), (twee, fout)):
            actions.leg_stukkeuring_vast(dossier_id=dossier.id, stuk_id=stuk.rij.id, keuring=keuring, by=by, at=AT)
        mee = meegaande_stukken_for(by, dossier, slot)
        assert [bron.bestandsnaam for bron in mee] == ["brief.pdf"]
        with mee[0].open() as lezer:
            assert lezer.read() == b"%PDF-1.7 schoon"
    # The school is told in its list, until somebody looked after it was refused.
    with als(wereld.a.directeur) as by:
        assert regel_for(by, dossier, AT).volgende is Volgende.BEKIJK_STUK
        bekeken(dossier=dossier, wat="ouders", by=by, at=AT)
        assert regel_for(by, dossier, AT).volgende is Volgende.BEKIJK_STUK
        bekeken(dossier=dossier, wat="zienswijze", by=by, at=AT, object_id=geval.ouders[0].ouder_id)
        assert regel_for(by, dossier, AT).volgende is not Volgende.BEKIJK_STUK


def test_a_request_for_a_code_reaches_only_the_school_that_it_fits(wereld: Wereld, geval: Geval):
    moeder, vader = geval.ouders
    mail = f"moeder.{4000 + geval.kind.nummer}@ouders.example"
    for adres in (f" {mail.upper()} ", mail, "iemand@anders.example"):
        actions.vraag_code(ouder_id=None, mail=adres, by=None, at=AT)
    actions.vraag_code(ouder_id=vader.ouder_id, mail="", by=None, at=AT)
    with als(wereld.a.leerkracht) as by:
        dossier = dossier_for(by, geval.dossier_id)
        assert code_gevraagd_for(by, dossier) == {moeder.inzage_id: AT, vader.inzage_id: AT}
        assert dossiers_met_codeverzoek_for(by) == {geval.dossier_id}
        actions.geef_nieuwe_code(dossier_id=dossier.id, inzage_id=moeder.inzage_id, by=by, at=AT)
        assert set(code_gevraagd_for(by, dossier)) == {vader.inzage_id}
    with als(wereld.b.leerkracht) as by:
        assert dossiers_met_codeverzoek_for(by) == frozenset()


def test_reminders_come_by_themselves_and_stop_at_an_answer(wereld: Wereld, geval: Geval):
    # Offered 20 days ago: halfway is 13 days ago, the last reminder 8 days ago.
    geval.geef_zienswijze(0, "Zo zie ik het.", dagen_terug(15))
    with als(systeem_voor(wereld.a.id)) as by:
        assert actions.plan_herinneringen(by=by, at=dagen_terug(14)) == 0
        assert actions.plan_herinneringen(by=by, at=dagen_terug(13)) == 1
        dossier = dossier_for(by, geval.dossier_id)
        ids = {"inzage_id": geval.ouders[1].inzage_id, "dossier": dossier, "by": by}
        assert actions.herinner_eenmaal(**ids, at=dagen_terug(13)) is not None
        assert actions.herinner_eenmaal(**ids, at=dagen_terug(13)) is None
        assert actions.plan_herinneringen(by=by, at=dagen_terug(12)) == 0
        assert actions.plan_herinneringen(by=by, at=dagen_terug(8)) == 1
    geval.teken(1, dagen_terug(8))
    with als(systeem_voor(wereld.a.id)) as by:
        assert actions.plan_herinneringen(by=by, at=dagen_terug(8)) == 0


def test_a_school_reminds_by_hand_who_did_not_answer_and_nobody_twice(wereld: Wereld, geval: Geval):
    # Offered 20 days ago.
    geval.geef_zienswijze(0, "Zo zie ik het.", dagen_terug(19))
    werk: list[str] = []
    with opvangen(lambda _naam, ids: werk.append(ids["inzage_id"])), als(wereld.a.leerkracht) as by:
        assert actions.herinner_ouders(by=by, at=dagen_terug(18)) == 0, "the invitation is of two days ago"
        assert actions.herinner_ouders(by=by, at=dagen_terug(17)) == 1
        dossier = dossier_for(by, geval.dossier_id)
        ids = {"inzage_id": geval.ouders[1].inzage_id, "dossier": dossier, "by": by}
        assert actions.herinner_eenmaal(**ids, at=dagen_terug(17)) is not None
        assert actions.herinner_ouders(by=by, at=dagen_terug(15)) == 0
        assert actions.herinner_ouders(by=by, at=dagen_terug(14)) == 1
    assert werk == [str(geval.ouders[1].inzage_id)] * 2
    elders = replace(wereld.a.leerkracht, groepen=frozenset({"een andere groep"}))
    with opvangen(lambda _naam, _ids: None), als(elders) as by:
        assert actions.herinner_ouders(by=by, at=dagen_terug(14)) == 0, "of the own groups only"
    with als(wereld.a.administratie) as by, pytest.raises(GeenRecht):
        actions.herinner_ouders(by=by, at=AT)


def test_more_time_for_a_correction_is_taken_once_within_the_month_with_a_reason(wereld: Wereld, geval: Geval):
    verzoek = geval.vraag_correctie(0, "Het adres klopt niet.", dagen_terug(19))
    ids = {"dossier_id": geval.dossier_id, "verzoek_id": verzoek}
    with als(wereld.a.ib) as by:
        with pytest.raises(InzageGeweigerd, match="Leg uit waarom"):
            actions.verleng_correctie(**ids, reden=" ", by=by, at=AT)
        with pytest.raises(InzageGeweigerd, match="eerste maand is voorbij"):
            actions.verleng_correctie(**ids, reden="Druk.", by=by, at=dagen_terug(19) + timedelta(days=31))
        actions.verleng_correctie(**ids, reden="Wij vragen het de gemeente.", by=by, at=AT)
        with pytest.raises(InzageGeweigerd, match="al verlengd"):
            actions.verleng_correctie(**ids, reden="Nog eens.", by=by, at=AT)
    with als(geval.ouders[0].actor) as by:
        dossier = dossier_for(by, geval.dossier_id)
        (tekst,) = correcties_for(by, dossier, slot_for(by, dossier))
        assert (tekst.antwoord_voor, tekst.reden) == (date(2027, 2, 3), "Wij vragen het de gemeente.")
        assert not tekst.te_laat(date(2027, 2, 3))
        assert tekst.te_laat(date(2027, 2, 4))
