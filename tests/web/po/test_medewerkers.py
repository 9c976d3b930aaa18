"""Does the directeur see who works here, invite, give a teacher groups and another function, and end a role?"""

from __future__ import annotations

import re

from django.test import Client

from overstap.domain.medewerkers.queries import uitnodigingen_for
from overstap.domain.scholen.models import Aanstelling
from overstap.foundation.rls import als
from overstap.jobs.medewerkers import beginadres
from overstap.jobs.taak import systeem_voor
from tests.web.po.klas import gelezen, neem_over

LIJST = "/medewerkers/"


def test_the_list_names_everybody_with_function_and_groups(klas, ingelogd):
    joris = ingelogd(klas.als_joris)
    assert f'href="{LIJST}"' in joris.get("/mijn-account/").content.decode()
    html = joris.get(LIJST).content.decode()
    for woord in ("Marije Vonk", "marije@voorbeeld.nl", "leerkracht", "hele school", "dat bent u"):
        assert woord in html
    assert ingelogd(klas.als_marije).get(LIJST).status_code == 403
    elders = ingelogd(klas.als_bas).get(LIJST).content.decode()
    assert "Bas Verhoef" in elders
    assert "Marije" not in elders


def test_a_teacher_gets_groups_and_then_meets_only_those(klas, ingelogd):
    neem_over(klas, gelezen())
    joris, marije = ingelogd(klas.als_joris), ingelogd(klas.als_marije)
    adres = f"/po{LIJST}{klas.als_marije.id}/groepen/"
    vraag = joris.get(adres).content.decode()
    assert "Groepen van Marije Vonk" in vraag
    assert "Groep 8A" in vraag
    assert joris.post(adres, {"groepen": ["9Z"]}).status_code == 422
    assert "Haddou" in marije.get("/po/").content.decode()
    assert joris.post(adres, {"groepen": ["8A"]}).status_code == 303
    assert "groep 8A" in joris.get(LIJST).content.decode()
    assert "Haddou" in marije.get("/po/").content.decode()
    neem_over(klas, gelezen(1, "Bo", "Elders", schoolloopbaan=_in_groep("8B")))
    assert "Elders" not in marije.get("/po/").content.decode()
    assert "Elders" in joris.get("/po/").content.decode()
    assert joris.post(f"/po{LIJST}{klas.als_joris.id}/groepen/", {"groepen": ["8A"]}).status_code == 422


def test_a_role_ends_after_a_question(klas, ingelogd):
    joris, marije = ingelogd(klas.als_joris), ingelogd(klas.als_marije)
    adres = f"{LIJST}{klas.als_marije.id}/beeindigen/"
    assert "Marije Vonk kan meteen niets meer openen" in joris.get(adres).content.decode()
    assert marije.get("/po/").status_code == 200
    assert joris.post(adres).status_code == 303
    assert marije.get("/po/").status_code == 302
    assert joris.get(adres).status_code == 404
    zelf = joris.post(f"{LIJST}{klas.als_joris.id}/beeindigen/")
    assert zelf.status_code == 422
    assert "eigen aanstelling" in zelf.content.decode()


def _in_groep(groep: str) -> tuple:
    from tests.web.po.klas import _schooljaar

    return (_schooljaar("2026-2027", groep, "8"),)


def test_a_colleague_is_invited_and_the_invitation_sent_again_and_withdrawn(klas, ingelogd):
    joris = ingelogd(klas.als_joris)
    leeg = joris.post(f"{LIJST}uitnodigen/", {"naam": "Nina Nieuw", "email": "nina"})
    assert leeg.status_code == 422
    for woord in ("Fout: ", "Kies een functie", "zoals naam@school.nl", 'value="Nina Nieuw"'):
        assert woord in leeg.content.decode()
    velden = {"naam": "Nina Nieuw", "email": "nina@school.example", "rol": "leerkracht"}
    assert joris.post(f"{LIJST}uitnodigen/", velden).status_code == 303
    dubbel = joris.post(f"{LIJST}uitnodigen/", velden)
    assert dubbel.status_code == 422
    assert "staat al een uitnodiging open" in dubbel.content.decode()
    html = joris.get(LIJST).content.decode()
    assert "nina@school.example" in html
    assert "Wacht op antwoord" in html
    [opnieuw] = re.findall(rf'action="({LIJST}uitnodigingen/\S+/opnieuw/)"', html)
    assert joris.post(opnieuw).status_code == 303
    assert ingelogd(klas.als_marije).post(opnieuw).status_code == 403
    assert ingelogd(klas.als_bas).post(opnieuw).status_code == 404
    assert joris.post(opnieuw.replace("opnieuw/", "intrekken/")).status_code == 303
    assert "nina@school.example" not in joris.get(LIJST).content.decode()


def test_another_function_and_the_groups_of_who_leaves(klas, ingelogd):
    joris = ingelogd(klas.als_joris)
    vraag = f"{LIJST}{klas.als_marije.id}/functie/"
    assert 'value="leerkracht" checked' in joris.get(vraag).content.decode()
    assert joris.post(vraag, {"rol": "zorgcoordinator"}).status_code == 422
    klas.als_marije.groepen = ["8A"]
    klas.als_marije.save(update_fields=["groepen"])
    bas = Aanstelling.objects.create(account=klas.bas, organisatie=klas.po, rol="leerkracht", groepen=["8B"])
    weg = f"{LIJST}{klas.als_marije.id}/beeindigen/"
    assert "Wie neemt de groepen over?" in joris.get(weg).content.decode()
    assert joris.post(weg, {"naar": str(klas.als_joris.id)}).status_code == 422
    assert joris.post(weg, {"naar": str(bas.id)}).status_code == 303
    bas.refresh_from_db()
    assert bas.groepen == ["8A", "8B"]


def test_who_has_an_account_logs_in_and_accepts(klas, ingelogd):
    joris = ingelogd(klas.als_joris)
    joris.post(f"{LIJST}uitnodigen/", {"naam": "B.", "email": "bas@voorbeeld.nl", "rol": "directeur"})
    with als(systeem_voor(klas.po.id)) as by:
        adres = beginadres(by, uitnodigingen_for(by).get()).removeprefix("http://localhost:8000")
    vreemde, bas = Client(), ingelogd(klas.als_bas)
    assert "/account/inloggen/?next=/account/uitnodiging/" in vreemde.get(adres, follow=True).content.decode()
    assert "Neem de uitnodiging aan" not in vreemde.post("/account/uitnodiging/").content.decode()
    assert "ander account" in joris.get(adres, follow=True).content.decode()
    assert joris.post("/account/uitnodiging/").status_code == 422
    assert "Neem de uitnodiging aan" in bas.get(adres, follow=True).content.decode()
    assert bas.post("/account/uitnodiging/").headers["Location"] == "/kies-organisatie/"
    assert "directeur" in bas.get("/kies-organisatie/").content.decode()
