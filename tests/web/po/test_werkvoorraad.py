"""Does the werkvoorraad show every pupil with the right next step, with the same queries for any number?"""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.po.klas import NU, gelezen, neem_over, volle_klas


def test_every_pupil_stands_in_the_list_with_a_next_step(klas, ingelogd):
    volle_klas(klas)
    tekst = ingelogd(klas.als_marije).get("/po/").content.decode()
    for naam, stap in (
        ("Noor Haddou", "Stel advies bij"),
        ("Ilias Boukhari", "Nodig ouders uit"),
        ("Lotte Bakker", "Vul verder in"),
    ):
        assert f'{stap}<span class="govuk-visually-hidden"> voor {naam}</span>' in tekst
    assert tekst.index("Aksoy") < tekst.index("Bakker") < tekst.index("Kuipers")


def test_the_list_takes_the_same_queries_for_one_pupil_and_for_three(klas):
    from overstap.domain.overdrachten.queries import werkvoorraad_for
    from overstap.foundation.rls import als

    def tel():
        with als(klas.leerkracht) as actor, CaptureQueriesContext(connection) as gesteld:
            assert werkvoorraad_for(actor, "2026-2027", "", NU)
        return len(gesteld)

    neem_over(klas, gelezen(0))
    een = tel()
    neem_over(klas, gelezen(1, "Ilias", "Boukhari"))
    neem_over(klas, gelezen(2, "Mei", "Cheung"))
    assert een == tel() == 2


def test_the_address_keeps_the_choice(klas, ingelogd):
    volle_klas(klas)
    client = ingelogd(klas.als_marije)
    bij_ouders = client.get("/po/?status=bij_ouders").content.decode()
    assert "Aksoy" in bij_ouders
    assert "Haddou" not in bij_ouders
    assert "Haddou" in client.get("/po/?stap=stel_bij").content.decode()
    assert "Geen leerling gevonden" in client.get("/po/?q=nergens").content.decode()
    assert "Bakker" in client.get("/po/?q=lotte+bak").content.decode()
    assert client.get("/po/?groep=8Z&status=x&stap=y").status_code == 200


def test_two_groups_can_be_chosen_apart(klas, ingelogd):
    neem_over(klas, gelezen(0))
    jaar = {"schooljaar": "2026-2027", "groepscode": "8B", "jaargroep": "8", "brincode": "00YY", "vestigingscode": "00"}
    neem_over(klas, gelezen(1, "Ilias", "Boukhari", schoolloopbaan=(jaar,)))
    client = ingelogd(klas.als_marije)
    tekst = client.get("/po/?groep=8B").content.decode()
    assert "Werkvoorraad groep 8B" in tekst
    assert "Boukhari" in tekst
    assert "Haddou" not in tekst


def test_who_may_not_do_the_step_reads_who_does(klas, ingelogd):
    volle_klas(klas)
    tekst = ingelogd(klas.bas_po).get("/po/").content.decode()
    assert "Stel advies bij" not in tekst
    assert "Advies wordt bijgesteld" in tekst


def test_an_empty_school_is_told_what_to_do(klas, ingelogd):
    assert "Importeer een leerling" in ingelogd(klas.als_joris).get("/po/").content.decode()
    leraar = ingelogd(klas.als_marije).get("/po/").content.decode()
    assert "De directeur of de administratie haalt" in leraar


def test_a_vo_school_has_no_such_page(klas, ingelogd):
    assert ingelogd(klas.als_bas).get("/po/").status_code == 404
