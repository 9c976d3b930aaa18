"""Does who coordinates a region see which school year is to be made ready, and is that done in one go?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import time_machine
from django.test import Client

from overstap.domain.scholen.actions import wijzig_regio
from overstap.domain.scholen.enums import Regioonderwerp
from overstap.domain.scholen.queries import bestand_for
from overstap.domain.scholen.rules.regioschrijven import schooltabel
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from tests.web.regio.lezen import gelezen, tekst
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Wereld


def test_the_next_year_is_made_ready_in_one_go(client: Client, streek: Wereld) -> None:
    assert "2027-2028 staat nog niet klaar" in tekst(client, "/regio/beheer/datums/")
    blad = tekst(client, "/regio/beheer/datums/jaarwissel/")
    assert 'name="voorlopig_tot" value="28-1-2028"' in blad
    fout = client.post("/regio/beheer/datums/jaarwissel/", {"voorlopig_tot": "28-1-2027"})
    assert "valt niet in schooljaar 2027-2028" in fout.content.decode()
    # Two sentences that are alike say of which date each is; one alone says no more than needed.
    beide = gelezen(client.post("/regio/beheer/datums/jaarwissel/", {"toetsuitslag": "32", "besluit": "morgen"}))
    assert "De uitslag van de toets: Dit is geen dag." in beide
    assert ": Dit is geen dag." not in gelezen(client.post("/regio/beheer/datums/jaarwissel/", {"besluit": "morgen"}))
    assert client.post("/regio/beheer/datums/jaarwissel/", {"voorlopig_tot": "28-1-2028"}).status_code == 303
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        assert bestand_for(by).kalenders["2027-2028"] == {"voorlopig_tot": date(2028, 1, 28)}
    assert "staat nog niet klaar" not in tekst(client, "/regio/beheer/datums/")


def test_the_year_that_began_comes_first_and_one_date_set_apart_does_not_make_it_ready(
    client: Client, streek: Wereld
) -> None:
    """In the file of the example, 2026-2027 has its own last day of the preliminary advice; the year after has none."""
    eigen = {"2026-2027": {"voorlopig_tot": date(2027, 1, 29), "definitief": date(2027, 3, 22)}}
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        wijzig_regio(onderwerp=Regioonderwerp.DATUMS, waarden={"kalender": eigen}, by=by, at=AT)
        stopt = {"99XB-00": schooltabel(replace(streek.b.gegevens, laatste_dag=date(2027, 7, 31)))}
        wijzig_regio(onderwerp=Regioonderwerp.SCHOLEN, waarden=stopt, by=by, at=AT)
    with time_machine.travel(date(2027, 8, 20), tick=False):
        client = client_van(streek.regio[Rol.REGIOCOORDINATOR])
        wissel = "/regio/beheer/datums/jaarwissel/?jaar=2027-2028"
        assert "2027-2028 staat nog niet klaar" in tekst(client, "/regio/beheer/datums/")
        een = {"definitief": "23-3-2028"}
        assert client.post("/regio/beheer/datums/jaar/?jaar=2027-2028", een).status_code == 303
        assert "2027-2028 staat nog niet klaar" in tekst(client, "/regio/beheer/datums/")
        blad = tekst(client, wissel)
        assert ["staat al klaar" in blad, "staat hieronder al ingevuld" in blad] == [False, True]
        # Who ended last year is looked at once, and not every year after it.
        assert "Basisschool Het Kompas (99XB 00)" in blad
        assert "Geen school heeft een laatste dag" in tekst(client, wissel.replace("2027-2028", "2028-2029"))
        assert 'name="voorlopig_tot" value="28-1-2028"' in blad
        assert 'name="definitief" value="23-3-2028"' in blad
        # Who empties what was proposed chose the national date, and is not asked again.
        assert client.post(wissel, een).status_code == 303
        assert "2028-2029 staat nog niet klaar" in tekst(client, "/regio/beheer/datums/")
        blad = tekst(client, wissel)
        assert ["staat al klaar" in blad, "staat hieronder al ingevuld" in blad] == [True, False]
        assert 'name="voorlopig_tot"' in blad
        assert 'name="voorlopig_tot" value=' not in blad
        assert client.post("/regio/beheer/datums/jaar/?jaar=2027-2028", een).status_code == 303
        assert "2028-2029 staat nog niet klaar" in tekst(client, "/regio/beheer/datums/")
        assert client.get(wissel.replace("2027-2028", "2029-2030")).status_code == 404
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        assert bestand_for(by).kalender("2027-2028").voorlopig_tot == date(2028, 1, 31)


def test_a_date_on_29_february_moves_to_a_year_without_one(client: Client, streek: Wereld) -> None:
    eigen = {"2027-2028": {"duo_voorlopig": date(2028, 2, 29)}}
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        wijzig_regio(onderwerp=Regioonderwerp.DATUMS, waarden={"kalender": eigen}, by=by, at=AT)
    with time_machine.travel(date(2027, 11, 2), tick=False):
        anders = client_van(streek.regio[Rol.REGIOCOORDINATOR])
        assert "29 februari 2028" in tekst(anders, "/regio/beheer/datums/")
        assert 'name="duo_voorlopig" value="1-3-2029"' in tekst(anders, "/regio/beheer/datums/jaarwissel/")
