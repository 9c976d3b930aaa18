"""Does the login service of a school let in who is known and works there, and nobody else? Against a real one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from django.test import Client

from overstap.domain.scholen.actions import eindig_aanstelling
from overstap.domain.schoollogins.actions import beeindig_schoollogin, zet_schoollogin
from overstap.domain.schoollogins.enums import Schoolloginsoort
from overstap.domain.schoollogins.models import Schoollogin
from overstap.domain.schoollogins.queries import gegevens_for, schoollogin_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from tests.inlogdienst import CLIENT, GEHEIM, inlogdienst, log_daar_in
from tests.tweede_stap import code_van
from tests.wereld import AT

SCHOOL = UUID("0197a000-0000-7000-8000-000000000043")
ADRES = "http://localhost:8000"
BEGIN, TERUG = f"/account/school/{SCHOOL}/", f"/account/school/{SCHOOL}/terug/"
STAP = "/account/tweestaps/authenticate/"
DEUR = "/account/inloggen/"


@pytest.fixture(scope="module")
def dienst() -> Iterator[str]:
    with inlogdienst(f"{ADRES}{TERUG}", f"{ADRES}/account/school/terug/") as adres:
        yield adres


@pytest.fixture
def school(wereld: SimpleNamespace, dienst: str, settings: Any) -> SimpleNamespace:
    """The invented world, and a school in it where Marije teaches and Joris leads, with a login service."""
    from overstap.domain.scholen.models import Aanstelling, Organisatie

    settings.OVERSTAP_INLOGDIENST_BINNEN = True
    settings.OVERSTAP_ADRES = ADRES
    plek = Organisatie.objects.create(id=SCHOOL, regio=wereld.po.regio, soort="po", naam="De Inlogboom", brin="00IN")
    als_joris = Aanstelling.objects.create(account=wereld.joris, organisatie=plek, rol=Rol.DIRECTEUR)
    als_marije = Aanstelling.objects.create(account=wereld.marije, organisatie=plek, rol=Rol.LEERKRACHT)
    directeur = Actor(Rol.DIRECTEUR, wereld.joris.id, SCHOOL)
    with als(directeur) as by:
        zet_schoollogin(soort=Schoolloginsoort.EIGEN, uitgever=dienst, client_id=CLIENT, geheim=GEHEIM, by=by, at=AT)
    return SimpleNamespace(**vars(wereld), plek=plek, directeur=directeur, hier=als_marije, joris_hier=als_joris)


def binnen(account: Any) -> Client:
    """Somebody who came in with the own password, and works at the school with the login service now."""
    from overstap.domain.scholen.models import Aanstelling

    client = Client()
    client.force_login(account)
    sessie = client.session
    sessie["aanstelling_id"] = str(Aanstelling.objects.get(account=account, organisatie_id=SCHOOL).id)
    sessie.save()
    return client


def ga(client: Client, wie: str) -> Any:
    """Press the button of the school, log in there as `wie`, and come back."""
    naar = client.get(BEGIN).headers["Location"]
    return client.get(log_daar_in(naar, wie, ADRES).removeprefix(ADRES))


def koppel(client: Client, wie: str) -> Any:
    pagina = client.post("/account/school/koppelen/").content.decode()
    naar = re.search(r'href="(http://127[^"]+)"', pagina)[1].replace("&amp;", "&")
    return client.get(log_daar_in(naar, wie, ADRES).removeprefix(ADRES))


def zin(antwoord: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", antwoord.content.decode()).split())


def is_buiten(client: Client) -> bool:
    return client.get("/mijn-account/").status_code == 302


def test_a_colleague_links_the_login_and_comes_in_with_it_and_the_second_step(
    school: SimpleNamespace, settings: Any
) -> None:
    assert koppel(binnen(school.marije), "m.vonk").headers["Location"] == "/mijn-account/"

    client = Client()
    assert "Log in via uw school" in zin(client.get(DEUR))
    assert "De Inlogboom" in zin(client.get("/account/school/"))
    assert ga(client, "m.vonk").headers["Location"] == STAP
    assert is_buiten(client), "the service is the first step only"
    assert client.post(STAP, {"code": code_van(school.marije)}).headers["Location"] == "/"

    pagina = zin(client.get("/mijn-account/"))
    assert "Marije Vonk" in pagina
    assert "U logt ook in via uw school" in pagina
    assert "De Inlogboom" in pagina
    assert "De Voorbeeldboom" not in pagina, "a school speaks for itself, not for where somebody works too"

    client.post("/account/uitloggen/")
    uit = client.get(DEUR)
    assert "Bij de inlogdienst van uw school bent u nog ingelogd" in zin(uit)
    assert "/session/end" in uit.content.decode()
    assert "nog ingelogd" not in zin(client.get(DEUR)), "said once"

    # By the own password everything is there, as it was.
    assert "De Voorbeeldboom" in zin(binnen(school.marije).get("/mijn-account/"))


def test_nothing_of_what_the_service_tells_is_kept(school: SimpleNamespace) -> None:
    from allauth.socialaccount.models import SocialAccount, SocialToken

    koppel(binnen(school.marije), "m.vonk@school.example")

    (rij,) = SocialAccount.objects.all()
    assert (rij.user_id, rij.extra_data) == (school.marije.id, {})
    assert "vonk" not in rij.uid
    assert not SocialToken.objects.exists()
    client = Client()
    ga(client, "m.vonk@school.example")
    wacht = str(dict(client.session.items()))
    assert school.marije.password not in wacht, "nor is the account, while the second step is awaited"
    assert "access_token" not in wacht


def test_who_is_unknown_gets_no_account_and_hears_what_to_do(school: SimpleNamespace) -> None:
    from overstap.domain.gebruikers.models import Account

    voor = Account.objects.count()
    client = Client()
    # This is the address of an account here: a service that claims it opens nothing.
    antwoord = ga(client, "marije@voorbeeld.nl")

    assert antwoord.status_code == 403
    assert "hoort nog bij geen account in Overstap" in zin(antwoord)
    assert "Log in met uw wachtwoord. Koppel daarna bij Mijn account" in zin(antwoord)
    assert Account.objects.count() == voor
    assert is_buiten(client)


def test_who_works_there_no_longer_or_has_no_second_step_stays_out(school: SimpleNamespace) -> None:
    from allauth.mfa.models import Authenticator

    koppel(binnen(school.marije), "m.vonk")
    stappen = list(Authenticator.objects.filter(user=school.marije))
    Authenticator.objects.filter(user=school.marije).delete()
    assert "nog geen tweede stap" in zin(ga(Client(), "m.vonk"))
    Authenticator.objects.bulk_create(stappen)

    with als(school.directeur) as by:
        eindig_aanstelling(aanstelling_id=school.hier.id, by=by, at=AT)
    client = Client()
    antwoord = ga(client, "m.vonk")
    assert antwoord.status_code == 403
    assert "geen functie meer bij De Inlogboom" in zin(antwoord)
    assert is_buiten(client)


def test_a_token_in_which_something_is_wrong_opens_nothing(school: SimpleNamespace) -> None:
    """Each signed by the service itself; the last is right, so it was what was wrong that kept the others out."""
    client = binnen(school.marije)
    for fout in ("uitgever", "publiek", "verlopen", "nonce", "geen-termijn", "handtekening", "geheim-ondertekend"):
        antwoord = koppel(client, f"fout-{fout}")
        assert antwoord.status_code == 502, fout
        assert "lukte nu niet" in zin(antwoord)
    assert koppel(client, "fout-geen").headers["Location"] == "/mijn-account/"
    client.post("/account/school/los/")
    assert koppel(client, "nieuwe-sleutel").headers["Location"] == "/mijn-account/"
    assert ga(Client(), "nieuwe-sleutel").headers["Location"] == STAP, "signed with a key that was not there before"


def test_an_answer_counts_once_and_in_one_browser(school: SimpleNamespace) -> None:
    koppel(binnen(school.marije), "m.vonk")
    client, ander = Client(), Client()
    naar = client.get(BEGIN).headers["Location"]
    gevraagd = parse_qs(urlsplit(naar).query)
    assert gevraagd["code_challenge_method"] == ["S256"]
    assert {"state", "nonce", "code_challenge"} <= gevraagd.keys()
    assert gevraagd["scope"] == ["openid"]
    terug = log_daar_in(naar, "m.vonk", ADRES).removeprefix(ADRES)

    assert ander.get(terug).status_code == 400, "another browser did not ask"
    verdraaid = re.sub(r"iss=[^&]+", "iss=https%3A%2F%2Feen.ander.example", terug)
    assert client.get(verdraaid).status_code == 502, "somebody else answers"
    assert client.get(terug).status_code == 400, "a state counts once, also after a wrong answer"
    assert is_buiten(client)

    goed = log_daar_in(client.get(BEGIN).headers["Location"], "m.vonk", ADRES).removeprefix(ADRES)
    assert client.get(goed).headers["Location"] == STAP
    assert client.get(goed).status_code == 400
    assert "U brak het inloggen" in zin(client.get(f"{TERUG}?error=access_denied&state={staat(client)}"))


def staat(client: Client) -> str:
    return parse_qs(urlsplit(client.get(BEGIN).headers["Location"]).query)["state"][0]


def test_a_link_is_made_only_by_its_owner_who_is_inside(school: SimpleNamespace) -> None:
    assert Client().post("/account/school/koppelen/").status_code == 403

    client = binnen(school.marije)
    pagina = client.post("/account/school/koppelen/").content.decode()
    naar = re.search(r'href="(http://127[^"]+)"', pagina)[1].replace("&amp;", "&")
    terug = log_daar_in(naar, "m.vonk", ADRES).removeprefix(ADRES)
    # Somebody else sits down at the same browser in between.
    sessie = client.session
    staten = sessie["socialaccount_states"]
    client.force_login(school.joris)
    sessie = client.session
    sessie["socialaccount_states"], sessie["aanstelling_id"] = staten, str(school.joris_hier.id)
    sessie.save()
    assert "Begin opnieuw" in zin(client.get(terug))

    koppel(binnen(school.marije), "m.vonk")
    assert "hoort al bij een ander account" in zin(koppel(binnen(school.joris), "m.vonk"))
    assert "U koppelde al een schoollogin" in zin(koppel(binnen(school.marije), "een.ander"))
    client = binnen(school.marije)
    client.post("/account/school/los/")
    assert "hoort nog bij geen account" in zin(ga(Client(), "m.vonk"))


def test_a_service_that_is_down_leaves_the_password(school: SimpleNamespace, settings: Any) -> None:
    """Before anything was asked of it, and after: between the two the service broke down."""
    from django.core.cache import cache

    client = Client()
    with inlogdienst(f"{ADRES}{TERUG}") as kort:
        with als(school.directeur) as by:
            zet_schoollogin(soort=Schoolloginsoort.EIGEN, uitgever=kort, client_id=CLIENT, geheim=GEHEIM, by=by, at=AT)
        terug = log_daar_in(client.get(BEGIN).headers["Location"], "m.vonk", ADRES).removeprefix(ADRES)
    antwoord = client.get(terug)
    assert antwoord.status_code == 502
    assert "Log in met uw wachtwoord, of probeer het later" in zin(antwoord)
    cache.clear()
    assert client.get(BEGIN).status_code == 502
    assert "lukte nu niet" in zin(client.get(BEGIN))


def test_setting_it_up_is_tried_and_what_is_wrong_is_said(school: SimpleNamespace, dienst: str, settings: Any) -> None:
    client = binnen(school.joris)
    goed = {"soort": "eigen", "uitgever": dienst, "client_id": CLIENT, "geheim": GEHEIM}

    def bewaar(**anders: str) -> tuple[int, str]:
        antwoord = client.post("/schoollogin/", {**goed, **anders})
        return antwoord.status_code, zin(antwoord)

    for anders, verwacht in (
        ({"uitgever": "ftp://school.example"}, "Gebruik een adres dat met https:// begint"),
        ({"uitgever": ""}, "Vul het adres (issuer) in"),
        ({"uitgever": ""}, "Typ het dan opnieuw"),
        ({"uitgever": f"{dienst}/"}, "noemt zichzelf anders dan dit adres"),
        ({"uitgever": "http://127.0.0.1:9"}, "geeft geen inlogdienst antwoord"),
        ({"uitgever": f"{dienst}/{'a' * 200}"}, "hoogstens 200 tekens"),
        ({"geheim": GEHEIM + "x" * 190}, "hoogstens 190 tekens"),
        ({"client_id": ""}, "Vul de naam (client id) in"),
        ({"client_id": "een-andere", "geheim": ""}, "Vul het geheim (client secret) in"),
        ({"soort": "entree"}, "Kies welke inlogdienst u gebruikt"),
    ):
        status, tekst = bewaar(**anders)
        assert status == 422
        assert verwacht.lower() in tekst.lower(), tekst
        assert GEHEIM not in tekst
    settings.OVERSTAP_INLOGDIENST_BINNEN = False
    assert bewaar()[0] == 422, "outside a demo only https, and nothing inside our own network"
    settings.OVERSTAP_INLOGDIENST_BINNEN = True

    koppel(binnen(school.marije), "m.vonk")
    assert bewaar(geheim="")[0] == 303
    rij = schoollogin_for(None, SCHOOL)
    assert gegevens_for(None, rij) == (dienst, CLIENT, GEHEIM), "an empty answer keeps the secret"
    assert GEHEIM.encode() not in bytes(rij.geheim)
    assert ga(Client(), "m.vonk").headers["Location"] == STAP, "the same service: who linked stays linked"
    assert f"{ADRES}{TERUG}" in zin(client.get("/schoollogin/"))

    with als(school.directeur) as by:
        beeindig_schoollogin(by=by, at=AT)
    assert Schoollogin.objects.filter(beeindigd_op=None).count() == 0
    assert Client().get(BEGIN).status_code == 404
    assert "via uw school" not in zin(Client().get(DEUR))


def test_entree_is_a_setting_of_the_server(school: SimpleNamespace, dienst: str, settings: Any) -> None:
    settings.OVERSTAP_ENTREE = (dienst, CLIENT, GEHEIM)
    joris = binnen(school.joris)
    assert joris.post("/schoollogin/", {"soort": "entree"}).status_code == 303
    assert "Bewaard. De inlogdienst antwoordt" in zin(joris.get("/schoollogin/"))
    assert koppel(binnen(school.marije), "entree-marije").headers["Location"] == "/mijn-account/"
    assert ga(Client(), "entree-marije").headers["Location"] == STAP
    assert Client().get("/account/school/terug/").status_code == 400

    settings.OVERSTAP_ENTREE = None
    assert Client().get(BEGIN).status_code == 404
