"""Does each parent get the mails in the own language and rhythm, of which nobody else knows, and none for nothing?"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest
from django.core import mail

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.inzages.actions import open_rapport, trek_uitnodiging_in
from overstap.domain.mailkeuzes.actions import kies_mail, plan_dagpost
from overstap.domain.mailkeuzes.enums import Mailritme
from overstap.domain.mailkeuzes.models import Mailkeuze
from overstap.domain.mailkeuzes.queries import mailkeuze_for
from overstap.domain.mailkeuzes.rules import Keuze
from overstap.foundation.access import Actor, GeenRecht
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from overstap.foundation.weigering import Weigering
from overstap.integrations.mail.oudertalen import WOORDEN
from overstap.jobs.mail import (
    mail_bericht,
    mail_bericht_meteen,
    mail_dagpost,
    mail_herinnering,
    mail_link_opnieuw,
    mail_nieuwe_versie,
)
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, Geval, Wereld, dagen_terug, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio().leg_klaar(Staat.TER_INZAGE, Staat.DEFINITIEF)


@pytest.fixture
def wereld(opnieuw: None, begin: Wereld) -> Wereld:
    return deepcopy(begin)


def kies(geval: Geval, nummer: int = 0, **wat: object) -> Actor:
    ouder = geval.ouders[nummer].actor
    with als(ouder) as by:
        kies_mail(**wat, by=by, at=AT)
    return ouder


def stuur(geval: Geval, taak: Callable[..., None], nummer: int = 0) -> int:
    """Do one job about this parent; how many mails there are then."""
    with als(systeem_voor(geval.school.id)) as by:
        taak(inzage_id=geval.ouders[nummer].inzage_id, dossier_id=geval.dossier_id, by=by, at=AT)
    return len(mail.outbox)


def test_who_chose_a_language_is_mailed_in_it_with_dutch_below(wereld: Wereld):
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    kies(geval, taal="ar")
    assert stuur(geval, mail_bericht) == 1
    brief = mail.outbox[0]
    assert brief.subject == WOORDEN["ar"].onderwerp.format(nummer=brief.subject.split()[-1].rstrip(")"))
    arabisch, nederlands = brief.body.split("– – –")
    assert arabisch.startswith(WOORDEN["ar"].groet)
    assert "?taal=ar" in arabisch
    assert "?taal=ar&naar=e-mails" in arabisch
    assert "De basisschool wil u iets vertellen." in nederlands
    assert "taal=" not in nederlands
    # The other parent chose nothing: Dutch, with a line in each language, as in the invitation.
    assert stuur(geval, mail_bericht, 1) == 2
    assert mail.outbox[1].body.startswith("Goedendag,")
    assert "Türkçe:" in mail.outbox[1].body


def test_a_choice_is_the_parents_alone_and_dutch_leaves_nothing(wereld: Wereld):
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    ouder = kies(geval, taal="uk")
    for wie in (wereld.a.leerkracht, wereld.a.directeur, systeem_voor(wereld.a.id), geval.ouders[1].actor):
        with als(wie):
            assert not Mailkeuze.objects.exists()
    with pytest.raises(GeenRecht), als(wereld.a.directeur) as by:
        mailkeuze_for(by)
    with als(ouder) as by:
        rij = Mailkeuze.objects.get()
        assert b"uk" not in bytes(rij.geheim)
        assert mailkeuze_for(by) == Keuze("uk")
    with als(wereld.a.directeur):
        assert not AuditEvent.objects.filter(wat__startswith="mailkeuze").exists()
    with pytest.raises(Weigering, match="Kies een van de talen"):
        kies(geval, taal="fr")
    kies(geval, taal="nl")
    with als(ouder) as by:
        assert not Mailkeuze.objects.exists()
        assert mailkeuze_for(by) == Keuze()


def test_once_a_day_bundles_what_can_wait_and_nothing_else(wereld: Wereld):
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    kies(geval, ritme=Mailritme.DAG)
    for taak in (mail_bericht, mail_bericht, mail_nieuwe_versie):
        assert stuur(geval, taak) == 0
    # A talk that is coming, and what the school sends by hand.
    assert stuur(geval, mail_bericht_meteen) == 1
    assert stuur(geval, mail_link_opnieuw) == 2
    with als(systeem_voor(geval.school.id)) as by:
        assert plan_dagpost(by=by, at=AT) == 1
    assert stuur(geval, mail_dagpost) == 3
    assert "iets veranderd dat u eerder kon lezen" in mail.outbox[2].body
    # Told once, also when the same job is asked for again.
    assert stuur(geval, mail_nieuwe_versie) == 3
    assert stuur(geval, mail_dagpost) == 3
    with als(systeem_voor(geval.school.id)) as by:
        assert plan_dagpost(by=by, at=AT) == 0
    kies(geval, ritme=Mailritme.METEEN)
    assert stuur(geval, mail_bericht) == 4


def test_who_read_or_answered_meanwhile_gets_nothing_of_it(wereld: Wereld):
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    for nummer in range(2):
        kies(geval, nummer, ritme=Mailritme.DAG)
        for taak in (mail_bericht, mail_herinnering):
            stuur(geval, taak, nummer)
    # Opening the page tells the news; a reminder is about the answer.
    with als(geval.ouders[0].actor) as by:
        open_rapport(by=by, at=AT)
    assert stuur(geval, mail_dagpost) == 1
    assert "Wilt u reageren?" in mail.outbox[0].body
    with als(geval.ouders[1].actor) as by:
        open_rapport(by=by, at=AT)
    geval.teken(1, AT)
    assert stuur(geval, mail_dagpost, 1) == 1


def test_whose_way_in_ended_gets_nothing_that_waited(wereld: Wereld):
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    kies(geval, ritme=Mailritme.DAG)
    assert stuur(geval, mail_bericht) == 0
    with als(wereld.a.leerkracht) as by:
        assert dossier_for(by, geval.dossier_id)
        trek_uitnodiging_in(dossier_id=geval.dossier_id, inzage_id=geval.ouders[0].inzage_id, by=by, at=dagen_terug(0))
    assert stuur(geval, mail_dagpost) == 0


def test_when_the_mail_server_is_away_it_waits_on(wereld: Wereld, settings):
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    kies(geval, ritme=Mailritme.DAG)
    stuur(geval, mail_bericht)
    goed, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.jobs.kapotte_post.KapottePost"
    with pytest.raises(OSError, match="geen verbinding"):
        stuur(geval, mail_dagpost)
    settings.EMAIL_BACKEND = goed
    assert stuur(geval, mail_dagpost) == 1
