"""Does each parent get the mails that are due, once, and none after the answer or the withdrawal?"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest
from django.core import mail

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.inzages.actions import beantwoord_correctie, trek_uitnodiging_in
from overstap.domain.inzages.enums import Correctiebesluit
from overstap.domain.inzages.models import Inzage
from overstap.domain.inzages.queries import inzage_for
from overstap.foundation.rls import als
from overstap.jobs.mail import mail_herinnering, mail_link_opnieuw, mail_nieuwe_versie, mail_uitnodiging
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, Wereld, dagen_terug, logboek, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio().leg_klaar(Staat.CONCEPT, Staat.TER_INZAGE)


@pytest.fixture
def wereld(opnieuw: None, begin: Wereld) -> Wereld:
    return deepcopy(begin)


def test_the_mail_says_nothing_about_anybody_and_is_sent_once(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)
    geval.nodig_uit(dagen_terug(20))
    moeder = geval.ouders[0]
    for _ in range(2):
        with als(systeem_voor(wereld.a.id)) as by:
            mail_uitnodiging(inzage_id=moeder.inzage_id, dossier_id=geval.dossier_id, by=by, at=AT)
    assert len(mail.outbox) == 1
    bericht = mail.outbox[0]
    assert bericht.to == [f"moeder.{4000 + geval.kind.nummer}@ouders.example"]
    assert f"/ouders/{moeder.ouder_id}/" in bericht.body
    verboden = (moeder.code, moeder.naam, *moeder.naam.split(), geval.kind.roepnaam, wereld.a.gegevens.naam, "rapport")
    for woord in verboden:
        assert woord not in bericht.subject + bericht.body
    with als(wereld.a.leerkracht) as by:
        inzage = inzage_for(by, dossier_for(by, geval.dossier_id), moeder.inzage_id)
        assert inzage.mail_verzonden_op == AT
    assert logboek(geval).count("ouders.mail_verzonden") == 1


def test_the_same_news_twice_is_one_mail_and_a_newer_version_is_news(wereld: Wereld):
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    ids = {"inzage_id": geval.ouders[0].inzage_id, "dossier_id": geval.dossier_id}

    def meld() -> int:
        with als(systeem_voor(wereld.a.id)) as by:
            mail_nieuwe_versie(**ids, by=by, at=AT)
        return len(mail.outbox)

    assert [meld(), meld()] == [1, 1]
    geval.heropen(AT)
    geval.maak_definitief(AT)
    assert [meld(), meld()] == [2, 2]
    # The mail server was away, and the parent came by himself.
    geval.heropen(AT)
    geval.maak_definitief(AT)
    geval.open(0, AT)
    assert meld() == 2


def test_a_mail_that_could_not_leave_is_not_said_to_have_left(wereld: Wereld, settings):
    geval = wereld.dossier_in(Staat.CONCEPT)
    geval.nodig_uit(dagen_terug(20))
    settings.EMAIL_BACKEND = "tests.jobs.kapotte_post.KapottePost"
    with pytest.raises(OSError, match="geen verbinding"), als(systeem_voor(wereld.a.id)) as by:
        mail_uitnodiging(inzage_id=geval.ouders[0].inzage_id, dossier_id=geval.dossier_id, by=by, at=AT)
    assert "ouders.mail_verzonden" not in logboek(geval)


def test_who_answered_since_is_not_reminded_but_gets_the_link_when_the_school_sends_it(wereld: Wereld):
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    ids = {"inzage_id": geval.ouders[1].inzage_id, "dossier_id": geval.dossier_id}

    def stuur(taak: Callable[..., None]) -> int:
        with als(systeem_voor(wereld.a.id)) as by:
            taak(**ids, by=by, at=AT)
        return len(mail.outbox)

    # Asked for in the morning, done when the mail server is back: meanwhile the parent said what is wrong, or signed.
    verzoek_id = geval.vraag_correctie(1, "Het adres klopt niet.", AT)
    assert stuur(mail_herinnering) == 0
    with als(wereld.a.leerkracht) as by:
        beantwoord_correctie(
            dossier_id=geval.dossier_id, verzoek_id=verzoek_id, besluit=Correctiebesluit.NIET_GECORRIGEERD,
            uitleg="Dit klopt.", by=by, at=AT,
        )  # fmt: skip
    assert stuur(mail_herinnering) == 1
    geval.teken(1, AT)
    assert stuur(mail_herinnering) == 1
    with als(wereld.a.leerkracht):
        Inzage.objects.filter(id=ids["inzage_id"]).update(herinnerd_op=dagen_terug(3))
    assert stuur(mail_herinnering) == 1
    assert stuur(mail_link_opnieuw) == 2


def test_a_withdrawn_invitation_is_mailed_no_more(wereld: Wereld):
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    ids = {"inzage_id": geval.ouders[0].inzage_id, "dossier_id": geval.dossier_id}
    with als(wereld.a.leerkracht) as by:
        trek_uitnodiging_in(**ids, by=by, at=AT)
    with als(systeem_voor(wereld.a.id)) as by:
        mail_uitnodiging(**ids, by=by, at=AT)
        mail_nieuwe_versie(**ids, by=by, at=AT)
    assert mail.outbox == []
