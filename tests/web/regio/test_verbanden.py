"""Does a region with two samenwerkingsverbanden say on its pages which vo schools are of each, and back?"""

from __future__ import annotations

from datetime import timedelta

from django.test import Client

from overstap.domain.scholen.actions import zet_terug
from overstap.domain.scholen.queries import bestand_for, regiowijzigingen_for
from overstap.domain.scholen.rules import lees_regio
from overstap.domain.scholen.rules.regioschrijven import schrijf_regio
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from tests.web.regio.lezen import gelezen, tekst
from tests.wereld import AT, Wereld

SWV = "/regio/beheer/swv/"
TWEEDE = {"code": "VO9902", "naam": "Verband Stuwmeer", "plaats": "Stuwdorp"}


def geweigerd(client: Client, adres: str, velden: dict[str, object]) -> str:
    antwoord = client.post(adres, velden)
    assert antwoord.status_code == 422
    return gelezen(antwoord)


def bewaard(client: Client, adres: str, velden: dict[str, object]) -> None:
    antwoord = client.post(adres, velden)
    assert antwoord.status_code == 303, gelezen(antwoord)


def test_a_second_one_is_added_gets_its_schools_and_leaves_again(client: Client, streek: Wereld) -> None:
    school = f"/regio/beheer/scholen/{streek.vo.id}/"
    assert "Kies de vo-scholen" not in tekst(client, f"{SWV}VO9901/"), "with one there is nothing to choose"
    assert 'name="swv"' not in tekst(client, school)
    bewaard(client, f"{SWV}nieuw/", TWEEDE)
    lijst = tekst(client, SWV)
    assert "Bij VO9902 kan nog niemand een zorgaanmelding ontvangen" in lijst
    assert "Vink deze scholen aan bij hun samenwerkingsverband: Meerdorp College." in lijst
    assert "Dit samenwerkingsverband staat er al" in geweigerd(client, f"{SWV}nieuw/", {**TWEEDE, "code": "vo9902"})
    assert "VO met vier cijfers, zoals VO9901. Zoek" in geweigerd(client, f"{SWV}nieuw/", {**TWEEDE, "code": "VO99"})
    bewaard(client, f"{SWV}VO9902/scholen/", {"scholen": ["99XV-00"]})
    assert "Vink deze scholen aan" not in tekst(client, SWV)
    assert "(nu bij VO9902)" in tekst(client, f"{SWV}VO9901/scholen/")
    assert 'value="VO9902" selected' in tekst(client, school)
    # Its routes are its own.
    bewaard(client, f"{SWV}VO9902/pro/", {"deskundigen": "0", "weken": "3", "open": "on"})
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        nu = bestand_for(by)
        assert [swv.routes for swv in nu.verbanden] == [{}, {"pro": {"commissie": False, "weken": 3}}]
        assert lees_regio(schrijf_regio(nu)) == nu
    # While a school is of it, it stays: what to do is said of each school.
    fout = geweigerd(client, f"{SWV}VO9902/weg/", {})
    assert "hoort bij VO9902, en dat staat dan niet in deze regio" in fout
    bewaard(client, f"{SWV}VO9901/scholen/", {"scholen": ["99XV-00"]})
    bewaard(client, f"{SWV}VO9902/weg/", {})
    assert tekst(client, f"{SWV}VO9902/", 404)
    assert "VO9902" not in tekst(client, SWV)
    # The one that is left gets another number once no school names it; until then nothing is asked that is refused.
    anders = {**TWEEDE, "code": "VO9907"}
    fout = geweigerd(client, f"{SWV}VO9901/gegevens/", anders)
    assert "hoort bij VO9901, en dat staat dan niet" in fout
    assert "is het juiste nummer" not in fout
    assert 'value="VO9901" selected' in tekst(client, school)
    assert "Kies de vo-scholen" in tekst(client, f"{SWV}VO9901/")
    # Who opened the page before a school was ticked, does not untick it; who saw it ticked does.
    bewaard(client, f"{SWV}VO9901/scholen/", {})
    assert 'value="VO9901" selected' in tekst(client, school)
    assert 'name="initial-scholen" value="99XV-00"' in tekst(client, f"{SWV}VO9901/scholen/")
    bewaard(client, f"{SWV}VO9901/scholen/", {"initial-scholen": ["99XV-00"]})
    bewaard(client, f"{SWV}VO9901/gegevens/", {**anders, "zeker": "on"})


def test_every_step_goes_back_in_the_other_order(client: Client, streek: Wereld) -> None:
    bewaard(client, f"{SWV}nieuw/", TWEEDE)
    bewaard(client, f"{SWV}VO9902/scholen/", {"scholen": ["99XV-00"]})
    wijzigingen = tekst(client, "/regio/beheer/wijzigingen/")
    assert "VO9902: naam" in wijzigingen
    assert "99XV 00: samenwerkingsverband" in wijzigingen
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        per_onderwerp = {rij.onderwerp: rij for rij in regiowijzigingen_for(by)}
        laatste, eerste = per_onderwerp["scholen"], per_onderwerp["swv"]
        terug = tekst(client, f"/regio/beheer/wijzigingen/{eerste.id}/terug/")
        assert "Naar VO9902 kunnen geen nieuwe zorgaanmeldingen meer" in terug
        for nummer, wijziging in enumerate((laatste, eerste), start=1):
            zet_terug(wijziging_id=wijziging.id, by=by, at=AT + timedelta(hours=nummer))
        assert [swv.code for swv in bestand_for(by).verbanden] == ["VO9901"]


def test_what_was_said_of_another_since_then_stays(client: Client, streek: Wereld) -> None:
    """A route of the first is put back after a second came, with a route of its own: both of these stay."""
    route = {"deskundigen": "0", "weken": "3", "open": "on"}
    bewaard(client, f"{SWV}VO9901/pro/", route)
    bewaard(client, f"{SWV}nieuw/", TWEEDE)
    bewaard(client, f"{SWV}VO9902/pro/", route)
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        [eerste] = [een for een in regiowijzigingen_for(by) if "VO9902" not in een.naar["swv"]]
        assert "VO9902" not in tekst(client, f"/regio/beheer/wijzigingen/{eerste.id}/terug/")
        zet_terug(wijziging_id=eerste.id, by=by, at=AT + timedelta(hours=1))
        assert [swv.routes for swv in bestand_for(by).verbanden] == [{}, {"pro": {"commissie": False, "weken": 3}}]


def test_a_region_has_one_at_least_and_a_basisschool_is_of_none(client: Client, streek: Wereld) -> None:
    assert "Er is geen samenwerkingsverband" in geweigerd(client, f"{SWV}VO9901/weg/", {})
    bewaard(client, f"{SWV}nieuw/", TWEEDE)
    assert 'name="swv"' not in tekst(client, f"/regio/beheer/scholen/{streek.a.id}/")
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        bestand = schrijf_regio(bestand_for(by)).replace('soort = "po"', 'soort = "po"\nswv = "VO9902"', 1)
    assert "De Klaproos is geen vo-school" in geweigerd(client, "/regio/beheer/bestand/", {"tekst": bestand})
    oud = bestand.replace('\nswv = "VO9902"', "").replace("[swv.VO9902]", "[swv]", 1)
    assert "is VO met vier cijfers, zoals in [swv.VO9901]" in geweigerd(
        client, "/regio/beheer/bestand/", {"tekst": oud}
    )
