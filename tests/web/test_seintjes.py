"""Does a colleague hear that something waits, as often as chosen, once, without a name, and what if mail comes back?"""

from __future__ import annotations

import html
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from smtplib import SMTPRecipientsRefused
from typing import ClassVar
from uuid import UUID

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import override_settings

from overstap.domain.dossiers.enums import Staat
from overstap.domain.gebruikers.models import Account
from overstap.domain.overdrachten.queries import kijkers_for
from overstap.domain.scholen.actions import eindig_aanstelling
from overstap.domain.scholen.queries import medewerkers_for
from overstap.domain.seintjes.actions import kies_seintjes
from overstap.domain.seintjes.enums import Seintjesoort
from overstap.domain.seintjes.models import Seintje
from overstap.domain.seintjes.queries import onbereikbaar_for, telling_for
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.foundation.access import Actor, Rol
from overstap.foundation.queue import opvangen
from overstap.foundation.rls import als
from overstap.foundation.weigering import Weigering
from overstap.integrations.mail import NietNu
from overstap.jobs.collegas import schrijf_collegas
from overstap.jobs.mail import neem_teruggekomen_in
from overstap.jobs.seintjes import kijk_tussendoor, wek
from overstap.jobs.taak import systeem_voor, voer_uit
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Wereld, regio
from tests.zorggang import Zorggang

# The mornings of a Monday and of the days after it, and that Monday a little later.
MAANDAG, DINSDAG = datetime(2026, 11, 23, 5, 11, tzinfo=UTC), datetime(2026, 11, 24, 5, 11, tzinfo=UTC)
STRAKS = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
VOOR_ADVIES = datetime(2027, 1, 25, 5, 11, tzinfo=UTC)
GEWEIGERD = "tests.web.test_seintjes.Weigeraar"


class Weigeraar(EmailBackend):
    """A mail server that says of some addresses with which code it refuses them."""

    codes: ClassVar[dict[str, int]] = {}

    def send_messages(self, messages):
        for adres in (adres for een in messages for adres in een.to if adres in self.codes):
            raise SMTPRecipientsRefused({adres: (self.codes[adres], b"nee")})
        return super().send_messages(messages)


@pytest.fixture(scope="module")
def streek(samen: None) -> Wereld:
    """Parents who gave a reaction, a report at the vo school, and a case of nobody at the samenwerkingsverband."""
    wereld = regio()
    wereld.dossier_in(Staat.TER_INZAGE).geef_zienswijze(0, "Ik zie het anders.", AT)
    wereld.dossier_in(Staat.OVERGEDRAGEN)
    Zorggang(wereld.dossier_in(Staat.CONCEPT, bijzonder=frozenset({"lwoo"})), wereld.swv, at=AT).tot(
        Routestaat.AANGEMELD
    )
    return wereld


type_rij = list[tuple[str, dict[str, str]]]


def gevraagd(vraag: Callable[[], object]) -> type_rij:
    rij: type_rij = []
    with opvangen(lambda taak, ids: rij.append((taak, ids))):
        vraag()
    return rij


def werk_af(rij: type_rij, at: datetime, *mensen: Actor) -> None:
    """What the worker does with the mails that were asked for; each job twice, for it must be harmless."""
    van = {str(rij_id) for wie in mensen for rij_id in _rijen(wie)}
    for taak, args in rij:
        if args["seintje_id"] in van:
            for _keer in range(2):
                voer_uit(taak, args["organisatie_id"], {"seintje_id": args["seintje_id"]}, at)


def _rijen(wie: Actor) -> list[UUID]:
    with als(wie):
        return list(Seintje.objects.filter(account_id=wie.id).values_list("id", flat=True))


def doe(vraag: Callable[[], object], at: datetime, *mensen: Actor) -> None:
    werk_af(gevraagd(vraag), at, *mensen)


def ochtend(at: datetime, *mensen: Actor) -> None:
    """Everybody is looked after; the worker comes round to these."""
    doe(lambda: wek(at), at, *mensen)


def kies(wie: Actor, **keuzes: str) -> None:
    with als(wie) as by:
        kies_seintjes(keuzes=keuzes, by=by, at=AT)


def adres_van(wie: Actor) -> str:
    return Account.objects.get(id=wie.id).email


def post_van(wie: Actor) -> list[str]:
    return [een.body for een in mail.outbox if een.to == [adres_van(wie)]]


def test_a_morning_says_once_how_much_waits_and_no_name(opnieuw: None, streek: Wereld) -> None:
    mensen = (streek.a.leerkracht, streek.a.ib, streek.a.directeur, streek.vo.toelating, streek.swv[Rol.SWV_LOKET])
    anderen = (streek.a.administratie, streek.b.leerkracht)
    ochtend(MAANDAG, *mensen, *anderen)
    for wie in mensen:
        assert len(post_van(wie)) == 1, wie.rol
    assert "1 reactie van ouders wacht op u." in post_van(streek.a.leerkracht)[0]
    assert "ouders" not in post_van(streek.vo.toelating)[0]
    alles = " ".join(een.subject + een.body for een in mail.outbox)
    assert not [naam for naam in ("Deniz", "Zofia", "Dogan", "Doğan", "Klaproos", "Vonk") if naam in alles]
    assert alles.count(f"{settings.OVERSTAP_ADRES}/mijn-account/mail/") == len(mail.outbox)
    # Who may not read what parents write is not told of it; who has nothing to do gets nothing.
    assert not [een for een in post_van(streek.a.administratie) if "ouders" in een]
    assert post_van(streek.b.leerkracht) == []
    eerst = len(mail.outbox)
    ochtend(DINSDAG, *mensen)
    assert len(mail.outbox) == eerst, "the same again"


def test_somebody_is_told_what_this_person_can_do(opnieuw: None, streek: Wereld) -> None:
    """As the own first page counts it: of another group or of another function it is not."""

    def geteld(wie: Actor, soort: str, at: datetime = MAANDAG) -> dict[Seintjesoort, int]:
        with als(wie) as by:
            return dict(telling_for(by, soort, at))

    van_elders = Actor(Rol.LEERKRACHT, streek.a.leerkracht.id, streek.a.id, frozenset({"bestaat niet"}))
    assert geteld(van_elders, "po") == {}
    assert Seintjesoort.DATUM not in geteld(streek.a.leerkracht, "po")
    assert geteld(streek.a.leerkracht, "po", VOOR_ADVIES)[Seintjesoort.DATUM] == 1
    assert Seintjesoort.DATUM not in geteld(streek.a.administratie, "po", VOOR_ADVIES)
    assert geteld(streek.vo.toelating, "vo")[Seintjesoort.TE_DOEN] == 1
    assert geteld(streek.swv[Rol.SWV_LOKET], "swv")[Seintjesoort.TE_DOEN] == 1


def test_as_often_as_somebody_chose(opnieuw: None, streek: Wereld) -> None:
    nooit, meteen, week = streek.a.leerkracht, streek.a.ib, streek.a.directeur
    kies(nooit, te_doen="nooit", ouders="nooit")
    kies(meteen, te_doen="nooit", ouders="meteen")
    kies(week, te_doen="week", ouders="week")
    drie = (nooit, meteen, week)
    with override_settings(EMAIL_BACKEND="tests.jobs.kapotte_post.KapottePost"):
        kijk_tussendoor(MAANDAG)
    for _keer in range(2):
        kijk_tussendoor(MAANDAG)
    assert [len(post_van(wie)) for wie in drie] == [0, 1, 0]
    ochtend(DINSDAG, *drie)
    assert [len(post_van(wie)) for wie in drie] == [0, 1, 0]
    ochtend(MAANDAG + timedelta(days=7), *drie)
    assert [len(post_van(wie)) for wie in drie] == [0, 2, 1]


def _vertel_het_vo(streek: Wereld) -> None:
    with als(systeem_voor(streek.a.id)) as by, override_settings(EMAIL_BACKEND=GEWEIGERD):
        brieven = [(mens, "Lees het na inloggen.") for mens in kijkers_for(by, streek.vo.id)]
        schrijf_collegas("Er is iets veranderd", brieven * 2, at=MAANDAG)


def test_news_goes_at_once_to_who_wants_it_and_one_bad_address_stops_nobody(
    opnieuw: None, streek: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    nooit, weg, ander = streek.vo.toelating, streek.vo.zorg, streek.vo.administratie
    kies(nooit, nieuws="nooit")
    monkeypatch.setattr(Weigeraar, "codes", {adres_van(weg): 450})
    with pytest.raises(NietNu):
        _vertel_het_vo(streek)
    assert [post_van(wie) for wie in (nooit, weg, ander)] == [[], [], ["Lees het na inloggen."]]
    mail.outbox.clear()
    monkeypatch.setattr(Weigeraar, "codes", {adres_van(weg): 550})
    _vertel_het_vo(streek)
    assert [post_van(wie) for wie in (nooit, weg, ander)] == [[], [], ["Lees het na inloggen."]]
    with als(streek.vo.toelating) as by:
        assert [een.account_id for een in onbereikbaar_for(by)] == [weg.id]


def test_who_left_hears_nothing(opnieuw: None, streek: Wereld) -> None:
    wie = streek.a.leerkracht
    rij = gevraagd(lambda: wek(MAANDAG))
    van = [een for een in rij if een[1]["seintje_id"] in {str(rij_id) for rij_id in _rijen(wie)}]
    assert len(van) == 1
    with als(streek.a.directeur) as by:
        eindig_aanstelling(aanstelling_id=medewerkers_for(by, by.werkt_bij).get(account_id=wie.id).id, by=by, at=AT)
    werk_af(van, MAANDAG, wie)
    assert post_van(wie) == []


@time_machine.travel(STRAKS, tick=False)
def test_mail_that_comes_back_stops_and_is_tried_again_from_a_page(
    opnieuw: None, streek: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    wie, directeur = streek.a.leerkracht, client_van(streek.a.directeur)
    ochtend(MAANDAG, wie)
    with als(wie):
        rij = Seintje.objects.get(account_id=wie.id)
    neem_teruggekomen_in(rij.id, streek.b.id, STRAKS)
    assert "Mail komt niet aan" not in directeur.get("/medewerkers/").content.decode()
    neem_teruggekomen_in(rij.id, streek.a.id, STRAKS)
    assert "Mail komt niet aan" in directeur.get("/medewerkers/").content.decode()
    assert "mail komt bij 1 collega niet aan" in directeur.get("/mijn-account/").content.decode()
    assert "Onze mail komt niet bij u aan" in client_van(wie).get("/mijn-account/mail/").content.decode()
    ochtend(MAANDAG + timedelta(days=8), wie)
    assert len(post_van(wie)) == 1
    nog_eens = f"/mijn-account/mail/{rij.id}/opnieuw/"
    monkeypatch.setattr(Weigeraar, "codes", {adres_van(wie): 550})
    with override_settings(EMAIL_BACKEND=GEWEIGERD):
        doe(lambda: directeur.post(nog_eens, {"van": "medewerkers"}), STRAKS, wie)
    assert "Mail komt niet aan" in directeur.get("/medewerkers/").content.decode(), "refused at once"
    doe(lambda: client_van(wie).post(nog_eens), STRAKS, wie)
    assert len(post_van(wie)) == 2
    dubbel = html.unescape(client_van(wie).post(nog_eens, follow=True).content.decode())
    assert "geen mail meer die terugkwam" in dubbel
    assert client_van(streek.a.ib).post(nog_eens).status_code == 403


@time_machine.travel(STRAKS, tick=False)
def test_the_page_shows_what_a_mail_would_say_and_keeps_what_was_chosen(opnieuw: None, streek: Wereld) -> None:
    client = client_van(streek.a.leerkracht)
    assert "1 reactie van ouders wacht op u." in client.get("/mijn-account/mail/").content.decode()
    keuzes = {"te_doen": "week", "ouders": "nooit", "datum": "nooit", "nieuws": "nooit"}
    assert client.post("/mijn-account/mail/", keuzes).status_code == 303
    blad = client.get("/mijn-account/mail/").content.decode()
    assert "1 reactie van ouders" not in blad
    with als(streek.a.leerkracht):
        assert Seintje.objects.get(account_id=streek.a.leerkracht.id).keuzes == keuzes
    # A day that comes near is no news of one moment; the vo school has no parents.
    assert client.post("/mijn-account/mail/", {**keuzes, "datum": "meteen"}).status_code == 422
    with als(streek.vo.toelating) as by, pytest.raises(Weigering):
        kies_seintjes(keuzes={"ouders": "dag"}, by=by, at=AT)
