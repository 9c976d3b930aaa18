"""Does a report go to one vo school, after an aanmelding, with everybody who will see it named beforehand?"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from types import SimpleNamespace
from uuid import uuid4

import pytest
import time_machine

from tests.web.po.klas import NU, maak_klas
from tests.web.po.test_ouders import inzages, schrijf
from tests.web.po.vol import bestand, leg_klaar, maak_dossier, nodig_iedereen_uit, verstuur


@pytest.fixture(scope="module")
def school(samen: None) -> SimpleNamespace:
    with time_machine.travel(NU, tick=False):
        return leg_klaar(maak_klas())


@pytest.fixture
def klas(opnieuw: None, school: SimpleNamespace) -> Iterator[SimpleNamespace]:
    """The school with one definitive dossier, of pupil 0, which a test may take."""
    with time_machine.travel(NU, tick=False):
        yield deepcopy(school)


def adres(dossier_id, rest=""):
    return f"/po/dossiers/{dossier_id}/overdracht/{rest}"


def bestemming(klas, dossier_id):
    from overstap.domain.overdrachten.queries import bestemmingen_for
    from overstap.foundation.rls import als

    with als(klas.directeur) as by:
        return bestemmingen_for(by, [dossier_id])[dossier_id][0]


def aanmelding(klas, **anders):
    return {"ontvanger_id": str(klas.vo.id), "aangemeld_op": "20-11-2026", "wijze": "ouders", **anders}


def test_from_aanmelding_to_sent(klas, ingelogd):
    dossier_id = maak_dossier(klas, "definitief", nummer=5, bestanden=(bestand(1, "verzuim", "verzuim.pdf"),))
    client = ingelogd(klas.als_joris)
    assert client.post(adres(dossier_id), aanmelding(klas)).status_code == 303
    gevonden = bestemming(klas, dossier_id)
    versturen = adres(dossier_id, f"{gevonden.aanmelding.id}/versturen/")
    html = client.get(versturen).content.decode()
    assert "Bas Verhoef" in html
    assert "toelatingscommissie" in html
    assert "Het rapport, versie 2" in html
    assert "verzuim.pdf" not in html
    assert "Er gaan geen bijlagen mee." in html
    assert client.post(versturen).status_code == 303
    html = client.get(adres(dossier_id)).content.decode()
    assert "Merenlandcollege opende het rapport nog niet." in html
    assert "Door Joris Tol." in html
    nog_eens = client.post(versturen)
    assert nog_eens.status_code == 422
    assert "al naar deze school gestuurd" in nog_eens.content.decode()


def test_what_goes_along_names_released_attachments_and_zienswijzen(klas, ingelogd):
    from overstap.domain.bijlagen.actions import bepaal_vrijgave
    from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
    from overstap.domain.inzages.actions import maak_definitief
    from overstap.foundation.rls import als
    from tests.web.po.test_bijlagen import rijen

    bestanden = (bestand(1, "verzuim", "verzuim.pdf"), bestand(2, "", "los.pdf"))
    dossier_id = maak_dossier(klas, "klaar", nummer=5, bestanden=bestanden)
    with als(klas.directeur) as by:
        bepaal_vrijgave(
            dossier_id=dossier_id, bijlage_id=rijen(klas, dossier_id)["verzuim.pdf"].id, soort=Bijlagesoort.VERZUIM,
            aan={Ontvanger.VO}, by=by, at=NU,
        )  # fmt: skip
    nodig_iedereen_uit(klas, dossier_id)
    for inzage in inzages(klas, dossier_id):
        schrijf(klas, dossier_id, inzage.id, "geef_zienswijze", "Onze mening.")
    with als(klas.directeur) as by:
        maak_definitief(dossier_id=dossier_id, by=by, at=NU)
    client = ingelogd(klas.als_joris)
    client.post(adres(dossier_id), aanmelding(klas))
    gevonden = bestemming(klas, dossier_id).aanmelding
    html = client.get(adres(dossier_id, f"{gevonden.id}/versturen/")).content.decode()
    assert "verzuim.pdf" in html
    assert "los.pdf" not in html
    assert "Zienswijze van Samira Haddou" in html
    assert "Zienswijze van Karim Haddou" in html


def test_an_aanmelding_that_is_not_right_is_kept_and_refused(klas, ingelogd):
    dossier_id = maak_dossier(klas, nummer=5)
    antwoord = ingelogd(klas.als_joris).post(adres(dossier_id), aanmelding(klas, aangemeld_op="1-1-2099"))
    html = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "De dag van de aanmelding ligt in de toekomst." in html
    assert 'value="1-1-2099"' in html
    leeg = ingelogd(klas.als_joris).post(adres(dossier_id), {})
    assert leeg.status_code == 422
    assert "Kies een vo-school." in leeg.content.decode()


def test_not_definitief_yet_is_explained(klas, ingelogd):
    dossier_id = maak_dossier(klas, "klaar", nummer=5)
    client = ingelogd(klas.als_joris)
    client.post(adres(dossier_id), aanmelding(klas))
    gevonden = bestemming(klas, dossier_id).aanmelding
    assert "nog niet definitief" in client.get(adres(dossier_id)).content.decode()
    versturen = adres(dossier_id, f"{gevonden.id}/versturen/")
    assert "nog niet definitief" in client.get(versturen).content.decode()
    antwoord = client.post(versturen)
    assert antwoord.status_code == 422
    assert "Maak het rapport eerst definitief." in antwoord.content.decode()


def test_reading_shows_when_and_in_which_function_but_no_name(klas, ingelogd):
    dossier_id = maak_dossier(klas, "gelezen")
    html = ingelogd(klas.als_marije).get(adres(dossier_id)).content.decode()
    assert "Door: toelatingscommissie." in html
    assert "Bas Verhoef" not in html


def test_withdrawing_asks_first_and_closes_the_door(klas, ingelogd):
    from overstap.domain.overdrachten.queries import inbox_for
    from overstap.foundation.rls import als

    dossier_id = maak_dossier(klas, "gelezen")
    client = ingelogd(klas.als_joris)
    terug = adres(dossier_id, f"{bestemming(klas, dossier_id).aanmelding.id}/terugtrekken/")
    assert "De vo-school las het rapport al" in client.get(terug).content.decode()
    assert client.post(terug).status_code == 303
    with als(klas.ontvanger) as by:
        assert not inbox_for(by).exists()
    assert "Teruggetrokken" in client.get(adres(dossier_id)).content.decode()
    assert client.get(terug).status_code == 404
    assert client.post(adres(dossier_id, f"{bestemming(klas, dossier_id).aanmelding.id}/versturen/")).status_code == 303


def test_rights(klas, ingelogd):
    dossier_id = maak_dossier(klas, "definitief")
    administratie, leerkracht, vreemde = map(ingelogd, (klas.bas_po, klas.als_marije, klas.als_bas))
    assert leerkracht.get(adres(dossier_id)).status_code == 200
    assert leerkracht.post(adres(dossier_id), aanmelding(klas)).status_code == 403
    assert administratie.post(adres(dossier_id), aanmelding(klas)).status_code == 303
    nummer = bestemming(klas, dossier_id).aanmelding.id
    assert administratie.get(adres(dossier_id, f"{nummer}/versturen/")).status_code == 200
    for rest in (f"{nummer}/versturen/", f"{nummer}/terugtrekken/"):
        assert leerkracht.get(adres(dossier_id, rest)).status_code == 403
        assert vreemde.get(adres(dossier_id, rest)).status_code == 404
    assert vreemde.get(adres(dossier_id)).status_code == 404
    assert administratie.get(adres(dossier_id, f"{uuid4()}/versturen/")).status_code == 404
    assert vreemde.get("/po/overdracht/").status_code == 404


def test_the_list_says_what_can_be_sent(klas, ingelogd):
    maak_dossier(klas, "klaar", nummer=5)
    maak_dossier(klas, "gelezen", nummer=1, roepnaam="Ilias", achternaam="Boukhari")
    client = ingelogd(klas.als_marije)
    html = client.get("/po/overdracht/").content.decode()
    assert "Merenlandcollege" in html
    gelezen = client.get("/po/overdracht/?stand=gelezen").content.decode()
    assert "Boukhari" in gelezen
    assert "<b>Noor</b> Haddou" not in gelezen


def test_the_list_asks_the_same_queries_for_one_pupil_as_for_three(klas, ingelogd, django_assert_num_queries):
    maak_dossier(klas, "overgedragen")
    client = ingelogd(klas.als_marije)
    with django_assert_num_queries(15):
        client.get("/po/overdracht/")
    for nummer in (1, 2):
        verstuur(klas, maak_dossier(klas, "definitief", nummer=nummer, roepnaam=f"Kind{nummer}"))
    with django_assert_num_queries(15):
        client.get("/po/overdracht/")


def test_a_report_that_cannot_become_an_oso_file_is_not_sent(klas, ingelogd):
    dossier_id = maak_dossier(klas, "definitief", nummer=5, adressen=())
    client = ingelogd(klas.als_joris)
    client.post(adres(dossier_id), aanmelding(klas))
    versturen = adres(dossier_id, f"{bestemming(klas, dossier_id).aanmelding.id}/versturen/")
    html = client.get(versturen).content.decode()
    assert "De leerling heeft geen adres" in html
    assert "Stuur nu naar" not in html
    assert client.post(versturen).status_code == 422
    assert bestemming(klas, dossier_id).overdracht is None


def test_an_aanmelding_is_withdrawn_with_a_reason_that_stays_to_be_read(klas, ingelogd):
    dossier_id = maak_dossier(klas, "definitief")
    client = ingelogd(klas.als_joris)
    client.post(adres(dossier_id), aanmelding(klas))
    intrekken = adres(dossier_id, f"{bestemming(klas, dossier_id).aanmelding.id}/intrekken/")
    assert "U stuurde nog niets naar deze school." in client.get(intrekken).content.decode()
    zonder = client.post(intrekken)
    assert zonder.status_code == 422
    assert "Kies waarom de aanmelding vervalt." in zonder.content.decode()
    assert client.post(intrekken, {"reden": "ouders"}).status_code == 303
    html = client.get(adres(dossier_id)).content.decode()
    assert "Merenlandcollege</b>: De ouders trokken de aanmelding in. Ingetrokken op " in html
    assert "door Joris Tol." in html
    assert client.get(intrekken).status_code == 404
    # The pupil may be applied there again.
    assert client.post(adres(dossier_id), aanmelding(klas)).status_code == 303


def test_an_error_stands_at_the_question_it_is_about(klas, ingelogd):
    dossier_id = maak_dossier(klas, "definitief")
    client = ingelogd(klas.als_joris)
    later = client.post(adres(dossier_id), aanmelding(klas, aangemeld_op="20-11-2030")).content.decode()
    assert 'href="#id_aangemeld_op"' in later
    client.post(adres(dossier_id), aanmelding(klas))
    assert 'href="#id_ontvanger_id"' in client.post(adres(dossier_id), aanmelding(klas)).content.decode()
