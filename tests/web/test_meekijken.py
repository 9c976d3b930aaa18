"""Does a helper see what a school allowed and nothing else, and do both sides read that it happens?"""

from __future__ import annotations

import re
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import resolve, reverse

from overstap.domain.dossiers.enums import Staat
from overstap.domain.gebruikers.models import Account
from overstap.foundation.access import Actor, Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from overstap.web.components.meekijken import is_meekijkbaar
from overstap.web.components.publiek import IEDEREEN, INGELOGD, publiek_van
from tests.access_matrix.verzoek import VASTE_WOORDEN, adressen
from tests.wereld import Geval, Wereld, regio

# Written by hand: a page that is added here was looked at by somebody, word for word.
OPEN = {
    "algemeen:start", "algemeen:meekijken_uit", "po:werkvoorraad", "po:dossier", "po:ouders_lijst",
    "po:overdracht_lijst",
}  # fmt: skip


@pytest.fixture(scope="module")
def school(samen: None) -> tuple[Wereld, Geval]:
    """A region with one pupil who needs support and whose parents were invited."""
    wereld = regio()
    return wereld, wereld.dossier_in(Staat.TER_INZAGE, bijzonder=frozenset({"dyslexie"}))


def binnen(wie: Actor) -> Client:
    client = Client()
    client.force_login(Account.objects.get(id=wie.id))
    return client


def laat_meekijken(wereld: Wereld, settings: SimpleNamespace) -> tuple[Client, Client]:
    """(the directeur, the helper who looks along now), by the pages themselves."""
    settings.OVERSTAP_DEMO = True  # nobody is asked for a password
    directeur, helper = binnen(wereld.a.directeur), binnen(wereld.regio[Rol.REGIOCOORDINATOR])
    wie = str(wereld.regio[Rol.REGIOCOORDINATOR].id)
    assert directeur.post(reverse("po:meekijken"), {"helper_id": wie, "minuten": "30"}).status_code == 303
    pagina = helper.get(reverse("regio:meekijken")).content.decode()
    (actie,) = {deel.split('"')[0] for deel in pagina.split('action="') if deel.startswith("/regio/meekijken/")}
    assert helper.post(actie).status_code == 303
    return directeur, helper


def test_the_helper_sees_lists_and_states_and_both_sides_read_that_it_happens(
    opnieuw: None, school: tuple[Wereld, Geval], settings: SimpleNamespace
) -> None:
    wereld, geval = school
    directeur, helper = laat_meekijken(wereld, settings)
    dossier = reverse("po:dossier", args=[geval.dossier_id])
    for adres in (dossier, *(reverse(naam) for naam in ("po:werkvoorraad", "po:ouders_lijst", "po:overdracht_lijst"))):
        antwoord = helper.get(adres)
        tekst = antwoord.content.decode()
        assert antwoord.status_code == 200, adres
        assert "U kijkt mee bij" in tekst
        assert geval.kind.roepnaam in tekst
        for geheim in (geval.kind.bsn, geval.kind.bsn[-3:] + "<", "yslexie", "orgroute", "@"):
            assert geheim not in tekst, (adres, geheim)
        # What is offered on it is open: no link of the page itself ends at a no.
        inhoud = tekst.partition("<main")[2].partition("</main>")[0]
        paden = set(re.findall(r'<a [^>]*href="(/[^"?#]*)', inhoud))
        dicht = [pad for pad in paden if not is_meekijkbaar(resolve(pad).func)]
        assert paden, adres
        assert not dicht, (adres, dicht)
        assert "<button" not in inhoud
    # Also where nobody would look for it, such as on a page that says no.
    assert "U kijkt mee bij" in helper.get(reverse("po:import")).content.decode()
    wie = binnen(wereld.a.leerkracht).get(reverse("po:werkvoorraad")).content.decode()
    assert "kijkt mee" in wie
    assert "kijkt mee" not in binnen(wereld.b.leerkracht).get(reverse("po:werkvoorraad")).content.decode()
    lijst = directeur.get(reverse("po:meekijken")).content.decode()
    assert lijst.count("een lijst</li>") == 3
    assert f"{geval.kind.roepnaam} " in lijst
    with als(wereld.a.directeur):
        gezien = AuditEvent.objects.filter(dossier_id=geval.dossier_id, rol=Rol.MEEKIJKER.value)
        assert [een.wat for een in gezien] == ["dossier.bekeken"]
    logboek = directeur.get(reverse("po:logboek", args=[geval.dossier_id])).content.decode()
    assert "Willemijn" in logboek


def test_every_other_page_stays_closed_and_nothing_can_be_sent(
    opnieuw: None, school: tuple[Wereld, Geval], settings: SimpleNamespace
) -> None:
    """Asked of every address of a school, reading one and sending to the next: nothing is looked up before the no.

    What is for other kinds of people only is closed by that as well: of each kind one address is asked. Which pages
    were opened to a helper is read of every address there is.
    """
    _directeur, helper = laat_meekijken(school[0], settings)
    open_, gevraagd = set(), set()
    for nummer, (naam, plaatsen) in enumerate(adressen().items()):
        waarden = {p: VASTE_WOORDEN.get(p, school[1].dossier_id if p == "dossier_id" else uuid4()) for p in plaatsen}
        adres = reverse(naam, kwargs=waarden)
        view = resolve(adres).func
        voor_wie = publiek_van(view)
        if is_meekijkbaar(view):
            open_.add(naam)
        elif IEDEREEN not in voor_wie and (voor_wie & {"po", INGELOGD} or voor_wie not in gevraagd):
            gevraagd.add(voor_wie)
            antwoord = helper.get(adres) if nummer % 2 else helper.post(adres)
            assert antwoord.status_code == 403, (naam, antwoord.status_code)
    assert open_ == OPEN
    assert {frozenset({een}) for een in ("vo", "swv", "regio", "ouder")} <= gevraagd
    for naam in OPEN - {"algemeen:meekijken_uit", "po:dossier"}:
        assert helper.post(reverse(naam)).status_code == 405


def test_it_is_over_at_once_when_the_school_says_so_and_when_the_helper_does(
    opnieuw: None, school: tuple[Wereld, Geval], settings: SimpleNamespace
) -> None:
    wereld, geval = school
    _directeur, helper = laat_meekijken(wereld, settings)
    dossier = reverse("po:dossier", args=[geval.dossier_id])
    assert helper.get(dossier).status_code == 200
    assert binnen(wereld.a.leerkracht).post(reverse("po:meekijken_stoppen")).status_code == 303
    weg = helper.get(dossier)
    assert (weg.status_code, weg.headers["Location"]) == (302, f"{reverse('regio:meekijken')}?voorbij=ja")
    assert "gestopt" in helper.get(weg.headers["Location"]).content.decode()
    assert helper.get(dossier).status_code == 404
    _directeur, helper = laat_meekijken(wereld, settings)
    assert helper.post(reverse("algemeen:meekijken_uit")).status_code == 303
    assert helper.get(dossier).status_code == 404
    # The leave runs on until the school or the clock ends it, and nobody else can use it.
    anders = binnen(wereld.b.directeur)
    sessie = anders.session
    sessie["meekijken_id"] = str(uuid4())
    sessie.save()
    assert anders.get(dossier).status_code in {302, 404}
