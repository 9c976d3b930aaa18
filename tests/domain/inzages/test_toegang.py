"""Does reading end when the school or the law says so, with the proof kept, and can nobody stretch a term?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.core import mail

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages import actions
from overstap.domain.inzages.actions import InzageGeweigerd, NogNietDefinitief
from overstap.domain.inzages.enums import Akkoord, Correctiebesluit, Inzagerecht, Sluitreden
from overstap.domain.inzages.queries import (
    ToegangGesloten,
    correcties_for,
    eigen_dossier_for,
    inzage_for,
    leesrecht_for,
    meegaande_stukken_for,
    stukken_for,
)
from overstap.domain.inzages.rules import LEERLING, kan_terugkomen, krijgt_bericht
from overstap.domain.overdrachten.enums import Volgende
from overstap.domain.overdrachten.queries import regel_for
from overstap.domain.rapporten.actions import sla_sectie_op, ververs_uit_las
from overstap.domain.rapporten.queries import concept_for, inhoud_for, versies_for
from overstap.foundation.access import GeenRecht, NietGevonden
from overstap.foundation.rls import als
from overstap.jobs.mail import mail_bericht, mail_herinnering, mail_nieuwe_versie, neem_teruggekomen_in
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, Geval, Wereld, dagen_terug, logboek, regio

MOEDER, VADER = str(uuid4()), str(uuid4())


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio().leg_klaar(Staat.TER_INZAGE, gezin="apart")


@pytest.fixture
def geval(wereld: Wereld) -> Geval:
    """A report that two parents who live apart may read since twenty days; nobody answered."""
    return wereld.dossier_in(Staat.TER_INZAGE, gezin="apart")


def ids(geval: Geval, ouder: int) -> dict[str, object]:
    return {"dossier_id": geval.dossier_id, "inzage_id": geval.ouders[ouder].inzage_id}


def ontneem_gezag(geval: Geval, wereld: Wereld, ouder: int) -> None:
    """A newer file of the LAS no longer gives this parent the gezag."""
    with als(wereld.a.administratie) as by:
        dossier = dossier_for(by, geval.dossier_id)
        inhoud = inhoud_for(by, dossier, slot_for(by, dossier))
        rijen = [dict(rij) for rij in inhoud["verzorgers"]]
        sleutel = str(inzage_for(by, dossier, geval.ouders[ouder].inzage_id).verzorger_id)
        for rij in rijen:
            rij["wettigevertegenwoordiger"] = rij["wettigevertegenwoordiger"] and rij["id"] != sleutel
        ververs_uit_las(dossier=dossier, inhoud=inhoud.met({"verzorgers": tuple(rijen)}), by=by, at=AT)


def test_who_signed_and_may_no_longer_read_sees_nothing_and_the_proof_stays(wereld: Wereld, geval: Geval):
    moeder, vader = geval.ouders
    geval.teken(0, dagen_terug(18))
    with als(wereld.a.administratie) as by, pytest.raises(GeenRecht):
        actions.sluit_toegang(**ids(geval, 0), reden=Sluitreden.UITSPRAAK, by=by, at=AT)
    with als(wereld.a.leerkracht) as by:
        for _ in range(2):
            actions.sluit_toegang(**ids(geval, 0), reden=Sluitreden.UITSPRAAK, by=by, at=AT)
        for act in (actions.geef_nieuwe_code, actions.stuur_opnieuw):
            mee = {"mail": "x@ouders.example"} if act is actions.stuur_opnieuw else {}
            with pytest.raises(InzageGeweigerd, match="gesloten"):
                act(**ids(geval, 0), by=by, at=AT, **mee)
        rij = inzage_for(by, dossier_for(by, geval.dossier_id), moeder.inzage_id)
        assert (rij.gezien_op, rij.akkoord) == (dagen_terug(18), Akkoord.JA)
    with als(moeder.actor) as by:
        with pytest.raises(ToegangGesloten) as dicht:
            leesrecht_for(by, AT)
        assert dicht.value.school_id == wereld.a.id
        with pytest.raises(NietGevonden):
            eigen_dossier_for(by)
        with pytest.raises(ToegangGesloten):
            actions.teken_gezien(versie_id=uuid4(), akkoord=Akkoord.JA, by=by, at=AT)
    with als(vader.actor) as by:
        actions.open_rapport(by=by, at=AT)
    with als(systeem_voor(wereld.a.id)) as by:
        for taak in (mail_bericht, mail_nieuwe_versie, mail_herinnering):
            taak(**ids(geval, 0), by=by, at=AT)
    assert mail.outbox == []
    with als(wereld.a.leerkracht) as by:
        actions.open_toegang(**ids(geval, 0), by=by, at=AT)
    with als(moeder.actor) as by:
        assert leesrecht_for(by, AT) is Inzagerecht.GEZAG
    geschreven = logboek(geval)
    assert geschreven.count("ouders.toegang_gesloten") == geschreven.count("ouders.toegang_geopend") == 1


def test_the_report_waits_for_who_has_the_gezag_and_was_shut_out(wereld: Wereld, geval: Geval):
    with als(wereld.a.directeur) as by:
        actions.sluit_toegang(**ids(geval, 0), reden=Sluitreden.GEEN_GEZAG, by=by, at=AT)
        with pytest.raises(NogNietDefinitief) as fout:
            actions.maak_definitief(dossier_id=geval.dossier_id, by=by, at=AT)
        zinnen = " ".join(punt.zin for punt in fout.value.punten if not punt.in_orde)
        assert f"in de gegevens staat gezag: {geval.ouders[0].naam}." in zinnen
    ontneem_gezag(geval, wereld, 0)
    with als(wereld.a.directeur) as by:
        actions.maak_definitief(dossier_id=geval.dossier_id, by=by, at=AT)


def test_no_mail_goes_to_who_lost_the_gezag(wereld: Wereld, geval: Geval):
    ontneem_gezag(geval, wereld, 1)
    with als(wereld.a.leerkracht) as by:
        with pytest.raises(InzageGeweigerd, match="geen recht meer"):
            actions.stuur_opnieuw(**ids(geval, 1), mail="vader@ouders.example", by=by, at=AT)
        actions.bied_nieuwe_versie_aan(dossier_id=geval.dossier_id, by=by, at=AT)
    with als(systeem_voor(wereld.a.id)) as by:
        for ouder in (1, 0):
            for taak in (mail_bericht, mail_nieuwe_versie, mail_herinnering):
                taak(**ids(geval, ouder), by=by, at=AT)
    assert {adres for bericht in mail.outbox for adres in bericht.to} == {
        f"moeder.{4000 + geval.kind.nummer}@ouders.example"
    }
    assert len(mail.outbox) == 3


@pytest.mark.parametrize(
    ("aangeboden", "gezag", "op", "meelezen", "verwacht"),
    [
        (Inzagerecht.GEZAG, True, date(2026, 11, 22), False, True),
        (Inzagerecht.GEZAG, False, date(2026, 11, 22), False, False),
        (Inzagerecht.ZONDER_GEZAG, False, date(2026, 11, 22), False, True),
        (Inzagerecht.GEZAG, True, date(2031, 3, 5), False, False),
        (Inzagerecht.GEZAG, True, date(2031, 3, 5), True, True),
    ],
)
def test_who_is_told_what_happens(aangeboden: Inzagerecht, gezag: bool, op: date, meelezen: bool, verwacht: bool):
    rij = {"id": MOEDER, "achternaam": "Haddou", "relatietotkind": "2", "wettigevertegenwoordiger": gezag}
    inhoud = {"verzorgers": (rij,), "geboortedatum": date(2015, 3, 5), "achternaam": "Haddou"}
    meelezen_op = op if meelezen else None
    assert verwacht is krijgt_bericht(inhoud, UUID(MOEDER), aangeboden, meelezen_op=meelezen_op, op=op)
    assert not krijgt_bericht(inhoud, UUID(VADER), aangeboden, meelezen_op=None, op=op)
    assert krijgt_bericht(inhoud, LEERLING, Inzagerecht.LEERLING, meelezen_op=None, op=op) is (op.year == 2031)


def test_a_mail_that_comes_back_is_believed_only_when_it_can_be_so():
    verzonden = datetime(2027, 3, 1, 9, tzinfo=UTC)
    kan = {"verzonden_op": verzonden, "aangekomen_op": None, "geopend_op": None, "at": verzonden + timedelta(days=7)}
    assert kan_terugkomen(**kan)
    for anders in (
        {"at": verzonden + timedelta(days=7, seconds=1)},
        {"at": verzonden - timedelta(seconds=1)},
        {"verzonden_op": None},
        {"geopend_op": verzonden},
        {"aangekomen_op": verzonden},
    ):
        assert not kan_terugkomen(**{**kan, **anders})


def test_a_forged_bounce_shows_at_once_and_the_school_undoes_it_for_good(wereld: Wereld, geval: Geval):
    moeder, vader = geval.ouders
    geval.teken(1, dagen_terug(18))

    def stap(at: datetime = AT) -> Volgende:
        with als(wereld.a.directeur) as by:
            return regel_for(by, dossier_for(by, geval.dossier_id), at).volgende

    assert stap() is Volgende.MAAK_DEFINITIEF
    neem_teruggekomen_in(moeder.inzage_id, wereld.a.id, AT)
    assert stap() is Volgende.MAAK_DEFINITIEF, "twenty days after it left no mail server says so"
    neem_teruggekomen_in(moeder.inzage_id, wereld.a.id, dagen_terug(15))
    assert stap() is Volgende.STUUR_OPNIEUW
    with als(wereld.a.leerkracht) as by:
        actions.meld_mail_aangekomen(**ids(geval, 0), by=by, at=AT)
    assert stap() is Volgende.MAAK_DEFINITIEF
    neem_teruggekomen_in(moeder.inzage_id, wereld.a.id, dagen_terug(15))
    assert stap() is Volgende.MAAK_DEFINITIEF
    with als(vader.actor) as by:
        actions.open_rapport(by=by, at=AT)
    neem_teruggekomen_in(vader.inzage_id, wereld.a.id, dagen_terug(15))
    assert logboek(geval).count("ouders.mail_mislukt") == logboek(geval).count("ouders.mail_aangekomen") == 1


def test_a_request_on_paper_counts_from_the_day_it_was_given(wereld: Wereld, geval: Geval):
    wat = {**ids(geval, 0), "tekst": "Zijn naam is Sem, niet Sam."}
    with als(wereld.a.leerkracht) as by:
        for dag in (dagen_terug(30), AT + timedelta(days=1)):
            with pytest.raises(InzageGeweigerd, match="Vul de dag in"):
                actions.leg_correctie_op_papier_vast(**wat, gegeven_op=dag.date(), by=by, at=AT)
        with pytest.raises(InzageGeweigerd, match="Schrijf eerst"):
            actions.leg_correctie_op_papier_vast(
                **{**wat, "tekst": " "}, gegeven_op=dagen_terug(12).date(), by=by, at=AT
            )
        verzoek_id = actions.leg_correctie_op_papier_vast(**wat, gegeven_op=dagen_terug(12).date(), by=by, at=AT)
        dossier = dossier_for(by, geval.dossier_id)
        assert regel_for(by, dossier, AT).volgende is Volgende.BEANTWOORD
        with pytest.raises(InzageGeweigerd, match="eerste maand"):
            actions.verleng_correctie(
                dossier_id=dossier.id, verzoek_id=verzoek_id, reden="Druk.", by=by, at=AT + timedelta(days=20)
            )
        actions.beantwoord_correctie(
            dossier_id=dossier.id, verzoek_id=verzoek_id, besluit=Correctiebesluit.GECORRIGEERD, uitleg="", by=by,
            at=AT,
        )  # fmt: skip
    with als(geval.ouders[0].actor) as by:
        (tekst,) = correcties_for(by, dossier, slot_for(by, dossier))
        assert (tekst.tekst, tekst.op_papier, tekst.antwoord_voor) == (wat["tekst"], True, date(2026, 12, 10))
    with als(geval.ouders[1].actor) as by:
        assert correcties_for(by, dossier, slot_for(by, dossier)) == ()
    scan = actions.Aangeleverd("brief.pdf", "application/pdf", [b"%PDF-1.7 brief"])
    with als(wereld.a.leerkracht) as by:
        zonder_tekst = {**wat, "tekst": " ", "gegeven_op": dagen_terug(12).date()}
        actions.leg_correctie_op_papier_vast(**zonder_tekst, scan=scan, by=by, at=AT)
        slot = slot_for(by, dossier)
        laatste, (stuk,) = correcties_for(by, dossier, slot)[-1], stukken_for(by, dossier, slot)
        assert (laatste.tekst, stuk.hoort_bij(laatste)) == ("Het verzoek staat in de scan.", True)
        assert meegaande_stukken_for(by, dossier, slot) == (), "a scan of a request stays at school"
    with als(geval.ouders[0].actor) as by:
        assert stukken_for(by, dossier, slot) == (stuk,)
    with als(wereld.a.administratie) as by, pytest.raises(GeenRecht):
        actions.leg_correctie_op_papier_vast(**wat, gegeven_op=dagen_terug(12).date(), by=by, at=AT)
    assert replace(tekst, besluit="").te_laat(date(2026, 12, 11))


def test_parents_read_no_version_in_which_somebody_wrote_a_personal_number(wereld: Wereld, geval: Geval):
    with als(wereld.a.leerkracht) as by:
        dossier = dossier_for(by, geval.dossier_id)
        sla_sectie_op(
            dossier_id=dossier.id, sectie="leerresultaten", waarden={"opvallend": "Haar nummer is 999990019."},
            revisie=concept_for(by, dossier).revisie, by=by, at=AT,
        )  # fmt: skip
        with pytest.raises(InzageGeweigerd, match="Het staat bij: Opvallend in de resultaten"):
            actions.bied_nieuwe_versie_aan(dossier_id=dossier.id, by=by, at=AT)
        assert versies_for(by, dossier).count() == 1
