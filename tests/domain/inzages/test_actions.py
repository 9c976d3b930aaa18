"""Is inzage offered to each parent apart, answered once each, and proven?"""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from overstap.domain.dossiers.enums import Reden, Staat
from overstap.domain.dossiers.queries import dossier_for, dossiers_for, slot_for, toegang_for
from overstap.domain.gebruikers.actions import CodeOnjuist, open_met_code
from overstap.domain.inzages import actions
from overstap.domain.inzages.actions import InzageGeweigerd
from overstap.domain.inzages.enums import Akkoord, Correctiebesluit, Papierweg
from overstap.domain.inzages.models import Inzage, Zienswijze
from overstap.domain.inzages.queries import (
    correcties_for,
    eigen_inzage_for,
    inzage_for,
    inzages_for,
    nog_op_papier_for,
    ouderregels_for,
    zienswijzen_for,
)
from overstap.domain.inzages.rules import MAXIMALE_TEKST
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.queries import inhoud_for, versies_for
from overstap.foundation.access import NietGevonden
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from tests.wereld import AT, VANDAAG, Geval, Wereld, dagen_terug, moeder_van, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio().leg_klaar(Staat.TER_INZAGE, gezin="apart").leg_klaar(Staat.CONCEPT)


@pytest.fixture
def geval(wereld: Wereld) -> Geval:
    """A report that two parents may read; nobody did yet."""
    return wereld.dossier_in(Staat.TER_INZAGE, gezin="apart")


def taken() -> list[tuple[str, dict[str, str]]]:
    with connection.cursor() as cursor:
        cursor.execute("select task_name, args from procrastinate_jobs order by id")
        return cursor.fetchall()


def test_the_first_offer_freezes_what_both_parents_read(wereld: Wereld, geval: Geval):
    with als(wereld.a.leerkracht) as by:
        dossier = dossier_for(by, geval.dossier_id)
        assert [versie.soort for versie in versies_for(by, dossier)] == [Versiesoort.INZAGE]
        regels = ouderregels_for(by, dossier, inhoud_for(by, dossier, slot_for(by, dossier)), AT.date())
        assert [regel.inzage.id for regel in regels] == [ouder.inzage_id for ouder in geval.ouders]
        redenen = [toegang.reden for toegang in toegang_for(by, dossier)]
        assert redenen == [Reden.EIGEN_SCHOOL, Reden.INZAGE, Reden.INZAGE]


def test_each_parent_sees_the_own_offer_only(geval: Geval):
    moeder, vader = geval.ouders
    with als(moeder.actor) as by:
        dossier = dossier_for(by, geval.dossier_id)
        assert [inzage.id for inzage in inzages_for(by, dossier)] == [moeder.inzage_id]
        with pytest.raises(NietGevonden):
            inzage_for(by, dossier, vader.inzage_id)
        # Without our own filter the second lock still holds.
        assert Inzage.objects.count() == 1


def test_only_the_right_code_opens_and_five_wrong_ones_close(geval: Geval):
    ouder = geval.ouders[0]
    assert open_met_code(ouderaccount_id=ouder.ouder_id, getypt=ouder.code.lower(), by=None, at=AT) == ouder.ouder_id
    for _ in range(5):
        with pytest.raises(CodeOnjuist):
            open_met_code(ouderaccount_id=ouder.ouder_id, getypt="ZZZZ-ZZZZ", by=None, at=AT)
    with pytest.raises(CodeOnjuist):
        open_met_code(ouderaccount_id=ouder.ouder_id, getypt=ouder.code, by=None, at=AT)


def test_a_new_code_replaces_the_old_one(wereld: Wereld, geval: Geval):
    ouder = geval.ouders[0]
    with als(wereld.a.leerkracht) as by:
        nieuw = actions.geef_nieuwe_code(dossier_id=geval.dossier_id, inzage_id=ouder.inzage_id, by=by, at=AT)
    with pytest.raises(CodeOnjuist):
        open_met_code(ouderaccount_id=ouder.ouder_id, getypt=ouder.code, by=None, at=AT)
    assert open_met_code(ouderaccount_id=ouder.ouder_id, getypt=nieuw, by=None, at=AT) == ouder.ouder_id


def test_a_parent_is_invited_once_and_by_a_real_address(wereld: Wereld, geval: Geval):
    moeder = geval.ouders[0]
    with als(wereld.a.leerkracht) as by:
        with pytest.raises(InzageGeweigerd, match="kreeg het rapport al"):
            actions.nodig_uit(
                dossier_id=geval.dossier_id, verzorger_id=moeder.verzorger_id, mail="a@b.example", by=by, at=AT
            )
        with pytest.raises(NietGevonden):
            actions.nodig_uit(dossier_id=geval.dossier_id, verzorger_id=uuid4(), mail="a@b.example", by=by, at=AT)
    nieuw = wereld.dossier_in(Staat.CONCEPT)
    with als(wereld.a.leerkracht) as by, pytest.raises(InzageGeweigerd, match="e-mailadres"):
        actions.nodig_uit(dossier_id=nieuw.dossier_id, verzorger_id=moeder_van(nieuw), mail="geen adres", by=by, at=AT)


def test_a_withdrawn_invitation_closes_everything_at_once_and_can_be_given_again(wereld: Wereld, geval: Geval):
    moeder = geval.ouders[0]
    with als(wereld.a.leerkracht) as by:
        actions.trek_uitnodiging_in(dossier_id=geval.dossier_id, inzage_id=moeder.inzage_id, by=by, at=AT)
    with pytest.raises(CodeOnjuist):
        open_met_code(ouderaccount_id=moeder.ouder_id, getypt=moeder.code, by=None, at=AT)
    with als(moeder.actor) as by:
        assert not dossiers_for(by).exists()
        with pytest.raises(NietGevonden):
            actions.open_rapport(by=by, at=AT)
    with als(wereld.a.leerkracht) as by:
        opnieuw, _ = actions.nodig_uit(
            dossier_id=geval.dossier_id, verzorger_id=moeder.verzorger_id, mail="a@b.example", by=by, at=AT
        )
        assert opnieuw != moeder.inzage_id


def test_an_invitation_that_was_signed_stays(wereld: Wereld, geval: Geval):
    geval.teken(0, AT)
    with als(wereld.a.leerkracht) as by, pytest.raises(InzageGeweigerd, match="al getekend"):
        actions.trek_uitnodiging_in(dossier_id=geval.dossier_id, inzage_id=geval.ouders[0].inzage_id, by=by, at=AT)


def test_the_first_opening_and_the_signed_version_are_the_proof(geval: Geval):
    moeder = geval.ouders[0]
    geval.open(0, dagen_terug(3))
    geval.teken(0, dagen_terug(2), Akkoord.NEE)
    with als(moeder.actor) as by:
        inzage = eigen_inzage_for(by)
        assert (inzage.geopend_op, inzage.gezien_op) == (dagen_terug(3), dagen_terug(2))
        assert (inzage.gezien_versie_id, inzage.akkoord) == (geval.versie_id, Akkoord.NEE)


def test_a_zienswijze_reads_word_for_word_and_only_its_writer_among_the_parents_sees_it(wereld: Wereld, geval: Geval):
    tekst = "Ik zie het anders.\n\n" + "ö" * 100
    geval.geef_zienswijze(0, tekst, AT)
    moeder, vader = geval.ouders
    for actor, verwacht in ((wereld.a.leerkracht, [tekst]), (moeder.actor, [tekst]), (vader.actor, [])):
        with als(actor) as by:
            dossier = dossier_for(by, geval.dossier_id)
            assert [zienswijze.tekst for zienswijze in zienswijzen_for(by, dossier, slot_for(by, dossier))] == verwacht
    with als(wereld.a.directeur):
        assert Zienswijze.objects.update(ouder_id=uuid4()) == 0


@pytest.mark.parametrize(("tekst", "woorden"), [("  \n", "Schrijf eerst"), ("x" * (MAXIMALE_TEKST + 1), "te lang")])
def test_an_empty_or_endless_text_is_refused_with_what_to_do(geval: Geval, tekst: str, woorden: str):
    with als(geval.ouders[0].actor) as by:
        for doe in (actions.geef_zienswijze, actions.vraag_correctie):
            with pytest.raises(InzageGeweigerd, match=woorden):
                doe(tekst=tekst, by=by, at=AT)


def test_a_refused_correction_is_explained_and_an_answer_stands(wereld: Wereld, geval: Geval):
    verzoek_id = geval.vraag_correctie(0, "Het adres klopt niet.", AT)

    def antwoord(besluit: Correctiebesluit, uitleg: str) -> None:
        actions.beantwoord_correctie(
            dossier_id=geval.dossier_id, verzoek_id=verzoek_id, besluit=besluit, uitleg=uitleg, by=by, at=AT
        )

    with als(wereld.a.ib) as by:
        with pytest.raises(InzageGeweigerd, match="Leg uit"):
            antwoord(Correctiebesluit.NIET_GECORRIGEERD, " ")
        antwoord(Correctiebesluit.NIET_GECORRIGEERD, "Dit is uw officiële adres.")
        with pytest.raises(InzageGeweigerd, match="al beantwoord"):
            antwoord(Correctiebesluit.GECORRIGEERD, "")
    with als(geval.ouders[0].actor) as by:
        dossier = dossier_for(by, geval.dossier_id)
        gelezen = correcties_for(by, dossier, slot_for(by, dossier))
        assert [(correctie.besluit, correctie.uitleg) for correctie in gelezen] == [
            (Correctiebesluit.NIET_GECORRIGEERD, "Dit is uw officiële adres.")
        ]
    with als(geval.ouders[1].actor) as by:
        dossier = dossier_for(by, geval.dossier_id)
        assert correcties_for(by, dossier, slot_for(by, dossier)) == ()


def test_on_paper_the_day_counts_and_there_is_no_code(wereld: Wereld):
    geval, eerder = wereld.dossier_in(Staat.CONCEPT), taken()
    moeder = moeder_van(geval)

    def bied_aan(dagen: int) -> object:
        return actions.bied_op_papier_aan(
            dossier_id=geval.dossier_id, verzorger_id=moeder, op=VANDAAG - timedelta(days=dagen),
            weg=Papierweg.MEEGEGEVEN, by=by, at=AT,
        )  # fmt: skip

    with als(wereld.a.leerkracht) as by:
        with pytest.raises(InzageGeweigerd, match="toekomst"):
            bied_aan(-1)
        with pytest.raises(InzageGeweigerd, match="voor het begin"):
            bied_aan(41)
        inzage_id = bied_aan(5)
        inzage = inzage_for(by, dossier_for(by, geval.dossier_id), inzage_id)
        assert inzage.aangeboden == VANDAAG - timedelta(days=5)
        with pytest.raises(InzageGeweigerd, match="geen code"):
            actions.geef_nieuwe_code(dossier_id=geval.dossier_id, inzage_id=inzage_id, by=by, at=AT)
        for gezien in (VANDAAG - timedelta(days=6), VANDAAG + timedelta(days=1)):
            with pytest.raises(InzageGeweigerd, match="Vul de dag in"):
                actions.leg_antwoord_op_papier_vast(
                    dossier_id=geval.dossier_id, inzage_id=inzage_id, gezien_op=gezien, akkoord=Akkoord.JA, by=by, at=AT
                )
        actions.leg_antwoord_op_papier_vast(
            dossier_id=geval.dossier_id, inzage_id=inzage_id, gezien_op=VANDAAG - timedelta(days=3),
            akkoord=Akkoord.JA, by=by, at=AT,
        )  # fmt: skip
        getekend = inzage_for(by, dossier_for(by, geval.dossier_id), inzage_id).gezien_op
        assert getekend is not None
        assert dag(getekend) == VANDAAG - timedelta(days=3)
    assert [naam for naam, _ in taken()[len(eerder) :]] == ["pdf.maken"]


def test_a_digital_answer_is_not_written_by_the_school(wereld: Wereld, geval: Geval):
    with als(wereld.a.leerkracht) as by, pytest.raises(InzageGeweigerd, match="tekent zelf"):
        actions.leg_antwoord_op_papier_vast(
            dossier_id=geval.dossier_id, inzage_id=geval.ouders[0].inzage_id, gezien_op=VANDAAG, akkoord=Akkoord.JA,
            by=by, at=AT,
        )  # fmt: skip


def test_a_new_version_is_told_to_every_parent_and_needs_one(wereld: Wereld, geval: Geval):
    with als(wereld.a.leerkracht) as by:
        actions.bied_nieuwe_versie_aan(dossier_id=geval.dossier_id, by=by, at=AT)
        assert versies_for(by, dossier_for(by, geval.dossier_id)).count() == 2
    assert [naam for naam, _ in taken()].count("mail.nieuwe_versie") == 2
    nieuw = wereld.dossier_in(Staat.CONCEPT)
    with als(wereld.a.leerkracht) as by, pytest.raises(InzageGeweigerd, match="nog geen ouder"):
        actions.bied_nieuwe_versie_aan(dossier_id=nieuw.dossier_id, by=by, at=AT)


def test_a_parent_on_paper_gets_a_new_version_from_the_school_and_signed_the_one_that_was_given(wereld: Wereld):
    geval, later = wereld.dossier_in(Staat.CONCEPT), AT + timedelta(hours=1)
    with als(wereld.a.leerkracht) as by:
        inzage_id = actions.bied_op_papier_aan(
            dossier_id=geval.dossier_id, verzorger_id=moeder_van(geval), op=VANDAAG, weg=Papierweg.POST, by=by, at=AT
        )
        ids = {"dossier_id": geval.dossier_id, "inzage_id": inzage_id}
        dossier = dossier_for(by, geval.dossier_id)
        inhoud = inhoud_for(by, dossier, slot_for(by, dossier))

        def te_geven() -> list[object]:
            return [inzage.id for inzage in nog_op_papier_for(by, dossier, inhoud, VANDAAG)]

        assert te_geven() == []
        actions.bied_nieuwe_versie_aan(dossier_id=geval.dossier_id, by=by, at=later)
        assert te_geven() == [inzage_id]
        actions.leg_antwoord_op_papier_vast(**ids, gezien_op=VANDAAG, akkoord=Akkoord.JA, by=by, at=later)
        nieuw, oud = versies_for(by, dossier)
        assert inzage_for(by, dossier, inzage_id).gezien_versie_id == oud.id
        actions.geef_versie_op_papier(**ids, by=by, at=later)
        assert te_geven() == []
        actions.leg_antwoord_op_papier_vast(**ids, gezien_op=VANDAAG, akkoord=Akkoord.JA, by=by, at=later)
        assert inzage_for(by, dossier, inzage_id).gezien_versie_id == nieuw.id
    digitaal = wereld.dossier_in(Staat.TER_INZAGE, gezin="apart")
    with als(wereld.a.leerkracht) as by, pytest.raises(InzageGeweigerd, match="e-mail"):
        actions.geef_versie_op_papier(
            dossier_id=digitaal.dossier_id, inzage_id=digitaal.ouders[0].inzage_id, by=by, at=later
        )
