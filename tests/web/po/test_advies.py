"""Does the page about the advice follow the law, and keep what was typed?"""

from __future__ import annotations

import pytest

from tests.web.po.klas import adviseer, gelezen, neem_over, vul

TOETS = {
    "stand": "gemaakt", "aanbieder": "iep", "afgenomen_op": "20-11-2026", "toetsadvies": "havo_vwo",
    "standaardscore": "88", "niveau_lezen": "2f", "niveau_taalverzorging": "1f", "niveau_rekenen": "1s",
}  # fmt: skip


@pytest.fixture
def dossier(klas):
    return neem_over(klas, gelezen())


@pytest.fixture
def client(klas, ingelogd):
    return ingelogd(klas.als_marije)


def adres(dossier, deel=""):
    return f"/po/dossiers/{dossier}/advies/{deel}"


def inhoud(klas, dossier_id):
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.domain.rapporten.queries import inhoud_for
    from overstap.foundation.rls import als

    with als(klas.leerkracht) as by:
        dossier = dossier_for(by, dossier_id)
        return inhoud_for(by, dossier, slot_for(by, dossier))


def test_voorlopig_and_the_talk_are_recorded(klas, client, dossier):
    assert client.post(adres(dossier, "voorlopig/"), {"niveau": "havo", "gegeven_op": "20-11-2026"}).status_code == 303
    assert client.post(adres(dossier, "gesprek/"), {"op": "21-11-2026", "met": "Moeder en Noor"}).status_code == 303
    nu = inhoud(klas, dossier)
    assert nu["advies_voorlopig"] == "havo"
    assert nu["adviesgesprek_met"] == "Moeder en Noor"


def test_a_day_that_is_still_to_come_is_refused_and_kept(client, dossier):
    antwoord = client.post(adres(dossier, "voorlopig/"), {"niveau": "havo", "gegeven_op": "1-2-2099"})
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "ligt nog in de toekomst" in tekst
    assert 'href="#voorlopig-gegeven_op"' in tekst
    assert "1-2-2099" in tekst


def test_the_result_of_the_test_stands_in_the_report_as_the_catalogue_wants_it(klas, client, dossier):
    adviseer(klas, dossier, "havo")
    assert client.post(adres(dossier, "toets/"), TOETS).status_code == 303
    toets = inhoud(klas, dossier)["doorstroomtoets"]
    assert toets["toetsadvies"] == "havo_vwo"
    assert toets["standaardscore"] == 88
    assert toets["onderdelen"][0]["domeinen"][0] == {"domein": "lezen", "referentieniveau": "2f"}
    assert toets["onderdelen"][1] == {"onderdeel": "rekenen", "referentieniveau": "1s"}
    pagina = client.get(adres(dossier)).content.decode()
    assert "Het leerlingrapport van de toets hoort bij het rapport." in pagina
    assert "Controleer de datum." in pagina, "a day in autumn is not in the weeks of the test"


def test_a_taken_test_needs_its_result(client, dossier):
    antwoord = client.post(adres(dossier, "toets/"), {"stand": "gemaakt"})
    assert antwoord.status_code == 422
    assert "Kies welke toets het was" in antwoord.content.decode()


def test_why_a_pupil_was_exempted_stays_at_school(klas, client, dossier):
    adviseer(klas, dossier, "pro")
    vrij = {"stand": "vrijgesteld", "grond": "zeer_moeilijk_lerend"}
    assert client.post(adres(dossier, "toets/"), vrij).status_code == 422
    assert client.post(adres(dossier, "toets/"), {**vrij, "ouders_op": "20-11-2026"}).status_code == 303
    nu = inhoud(klas, dossier)
    assert dict(nu["doorstroomtoets"]) == {"deelgenomen": False, "ontheffing": True}
    assert "ontheffing" not in nu
    pagina = client.get(adres(dossier)).content.decode()
    assert 'value="zeer_moeilijk_lerend" checked' in pagina


def test_a_higher_test_asks_for_a_decision_and_for_reasons(klas, client, dossier):
    vul(klas, dossier)
    adviseer(klas, dossier, "havo", "havo_vwo")
    tekst = client.get(adres(dossier)).content.decode()
    assert "De toets komt hoger uit dan uw advies" in tekst
    blijft = {"keuze": "havo", "motivatie": "", "gegeven_op": "22-11-2026"}
    antwoord = client.post(adres(dossier, "definitief/"), blijft)
    assert antwoord.status_code == 422
    assert "Schrijf op waarom bijstellen niet in het belang" in antwoord.content.decode()
    goed = {**blijft, "motivatie": "Noor kiest zelf voor havo."}
    assert client.post(adres(dossier, "definitief/"), goed).status_code == 303
    nu = inhoud(klas, dossier)
    assert (nu["advies_definitief"], nu["bijstelling_uitkomst"]) == ("havo", "niet_bijgesteld")
    # The reasons for another choice do not stay behind, and that is said.
    assert nu["bijstelling_motivatie"] == "Noor kiest zelf voor havo."
    anders = client.post(adres(dossier, "definitief/"), {**goed, "keuze": "havo_vwo"}, follow=True)
    assert "is niet bewaard. Bij dit advies hoort geen motivatie." in anders.content.decode()
    assert "bijstelling_motivatie" not in inhoud(klas, dossier)
    client.post(adres(dossier, "definitief/"), goed)
    # A test result that makes the advice lapse takes its reasons along.
    assert client.post(adres(dossier, "toets/"), {**TOETS, "toetsadvies": "vwo"}).status_code == 303
    assert not {"advies_definitief", "bijstelling_motivatie"} & set(inhoud(klas, dossier))


def test_every_act_counts_the_sections_again(klas, client, dossier):
    from overstap.domain.rapporten.models import Concept

    vul(klas, dossier)
    adviseer(klas, dossier, "havo", "havo_vwo")
    voor = Concept.objects.get(dossier_id=dossier).klaar
    client.post(adres(dossier, "definitief/"), {"keuze": "havo_vwo", "gegeven_op": "22-11-2026"})
    assert Concept.objects.get(dossier_id=dossier).klaar == voor + 1


def test_without_the_right_nothing_changes_and_a_stranger_sees_nothing(klas, ingelogd, dossier):
    lezer = ingelogd(klas.bas_po)
    assert "Leg het voorlopige" not in lezer.get(adres(dossier)).content.decode()
    assert lezer.post(adres(dossier, "voorlopig/"), {"niveau": "havo"}).status_code == 403
    assert ingelogd(klas.als_bas).get(adres(dossier)).status_code == 404


def test_the_page_shows_and_says_how_the_test_lies_beside_the_advice(klas, client, dossier):
    adviseer(klas, dossier, "havo", toets="havo_vwo")
    tekst = client.get(adres(dossier)).content.decode()
    assert 'role="img" aria-label="Voorlopig advies: havo. Toetsadvies: havo/vwo, hoger dan het advies."' in tekst
    assert tekst.count("ov-vergelijk__rij--") == 2
    assert "U gaf het voorlopige advies op 22 november 2026. De afgesproken tijd is van 10 januari" in tekst


def test_the_test_is_recorded_before_the_definitief_advies(klas, client, dossier):
    from overstap.domain.adviezen.actions import AdviesGeweigerd, geef_definitief
    from overstap.domain.adviezen.enums import Niveau
    from overstap.foundation.rls import als
    from tests.web.po.klas import NU

    adviseer(klas, dossier, "havo")
    wat = {"niveau": Niveau.HAVO, "uitkomst": None, "motivatie": "", "gegeven_op": NU.date()}
    with als(klas.leerkracht) as by, pytest.raises(AdviesGeweigerd) as reden:
        geef_definitief(dossier_id=dossier, by=by, at=NU, **wat)
    assert [fout.code for fout in reden.value.fouten] == ["eerst_toets"]


def test_a_definitief_advies_before_the_voorlopig_is_refused(klas, client, dossier):
    adviseer(klas, dossier, "havo", toets="havo_vwo")
    vroeg = {"keuze": "havo_vwo", "motivatie": "", "gegeven_op": "2-11-2026"}
    antwoord = client.post(adres(dossier, "definitief/"), vroeg)
    assert antwoord.status_code == 422
    assert "Het definitieve advies komt daarna." in antwoord.content.decode()


def test_a_day_of_the_wrong_year_and_a_score_outside_the_scale_are_refused_and_kept(client, dossier):
    fout = client.post(adres(dossier, "voorlopig/"), {"niveau": "havo", "gegeven_op": "20-1-2026"})
    assert fout.status_code == 422
    assert "20 januari 2026 ligt voor schooljaar 2026-2027" in fout.content.decode()
    fout = client.post(adres(dossier, "toets/"), {**TOETS, "standaardscore": "1001"})
    assert fout.status_code == 422
    assert 'value="1001"' in fout.content.decode()
    fout = client.post(adres(dossier, "toets/"), {**TOETS, "afgenomen_op": "2-2-2099"})
    assert "ligt nog in de toekomst" in fout.content.decode()
