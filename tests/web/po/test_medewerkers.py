"""Does the directeur see who works here, give a teacher groups, and end somebody's role?"""

from __future__ import annotations

from tests.web.po.klas import gelezen, neem_over

LIJST = "/po/medewerkers/"


def test_the_list_names_everybody_with_function_and_groups(klas, ingelogd):
    joris = ingelogd(klas.als_joris)
    assert f'href="{LIJST}"' in joris.get("/mijn-account/").content.decode()
    html = joris.get(LIJST).content.decode()
    for woord in ("Marije Vonk", "marije@voorbeeld.nl", "leerkracht", "hele school", "dat bent u"):
        assert woord in html
    assert ingelogd(klas.als_marije).get(LIJST).status_code == 403
    assert ingelogd(klas.als_bas).get(LIJST).status_code == 404


def test_a_teacher_gets_groups_and_then_meets_only_those(klas, ingelogd):
    neem_over(klas, gelezen())
    joris, marije = ingelogd(klas.als_joris), ingelogd(klas.als_marije)
    adres = f"{LIJST}{klas.als_marije.id}/groepen/"
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
    assert joris.post(f"{LIJST}{klas.als_joris.id}/groepen/", {"groepen": ["8A"]}).status_code == 422


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
