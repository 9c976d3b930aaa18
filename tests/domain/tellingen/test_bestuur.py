"""Do the numbers of a board agree with those of each school, and does nobody count where this person may not?"""

from __future__ import annotations

import html
from collections import Counter

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from overstap.domain.dossiers.enums import Staat
from overstap.domain.gebruikers.models import Account
from overstap.domain.overdrachten.queries import werkvoorraad_for
from overstap.domain.plaatsingen.queries import standen_for
from overstap.domain.scholen.models import Aanstelling
from overstap.domain.tellingen.queries import Bestuursvoortgang, bestuursvoortgang_for, schoolvoortgang_for
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.foundation.access import Actor, GeenRecht, Rol
from overstap.foundation.rls import als, huidige_actor
from overstap.web.components.actor import AANSTELLING_SLEUTEL
from tests.twee_scholen import onder_bestuur, werkt_ook_bij
from tests.wereld import AT, VANDAAG, Plek, Wereld, regio
from tests.zorggang import Zorggang

JAAR, VORIG = "2026-2027", "2025-2026"


@pytest.fixture(scope="module")
def bestuur(samen: None) -> Wereld:
    """At school A a pupil in every state, at B four of whom one waits for a decision; the director of A leads both."""
    wereld = regio()
    for staat in Staat:
        wereld.dossier_in(staat)
    for staat in (Staat.CONCEPT, Staat.TER_INZAGE, Staat.DEFINITIEF):
        wereld.dossier_in(staat, school=wereld.b)
    lwoo = wereld.dossier_in(Staat.CONCEPT, school=wereld.b, bijzonder=frozenset({"lwoo"}))
    Zorggang(lwoo, wereld.swv, at=AT).tot(Routestaat.AANGEMELD)
    for plek in (wereld.a, wereld.b):
        onder_bestuur("99950", plek)
    werkt_ook_bij(wereld.b, wereld.a.directeur, Rol.DIRECTEUR)
    return wereld


def geteld(wie: Actor, *plekken: Plek) -> Bestuursvoortgang:
    with als(wie) as by:
        return bestuursvoortgang_for(by, JAAR, VORIG, VANDAAG, binnen=[plek.id for plek in plekken])


def test_each_number_is_that_of_the_school_and_all_together_are_their_sum(opnieuw: None, bestuur: Wereld) -> None:
    a, b = bestuur.a, bestuur.b
    alles = geteld(a.directeur, a, b)
    per_school = {regel.school.id: regel for regel in alles.scholen}
    assert per_school.keys() == {a.id, b.id}
    for plek in (a, b):
        with als(plek.directeur) as by:
            eigen = schoolvoortgang_for(by, JAAR, VORIG)
            standen = standen_for(by, [een.dossier_id for een in werkvoorraad_for(by, JAAR, "", AT)])
        regel = per_school[plek.id]
        assert regel.voortgang == eigen
        assert regel.stil == Counter(stand.stilstand for stand in standen.values() if stand.is_stil(VANDAAG))
    assert (per_school[a.id].zorg, per_school[b.id].zorg, alles.zorg) == (0, 1, 1)
    assert alles.samen.delen == tuple(
        een + ander for een, ander in zip(*(regel.voortgang.delen for regel in alles.scholen), strict=True)
    )
    assert alles.samen.verloop.op(VANDAAG) == alles.samen.klaar == sum(r.voortgang.klaar for r in alles.scholen)
    # B has one of four, all together six of twelve: it is behind, and stands first.
    assert [(regel.school.id, regel.achter) for regel in alles.scholen] == [(b.id, True), (a.id, False)]
    assert huidige_actor() is None


@pytest.mark.parametrize("geval", ["ander bestuur", "geen recht", "functie voorbij", "inlogdienst van A"])
def test_it_reaches_no_school_where_this_person_may_not_count(opnieuw: None, bestuur: Wereld, geval: str) -> None:
    a, b = bestuur.a, bestuur.b
    daar = Aanstelling.objects.filter(account_id=a.directeur.id, organisatie_id=b.id)
    if geval == "ander bestuur":
        onder_bestuur("99951", b)
    elif geval in {"geen recht", "functie voorbij"}:
        daar.update(tot=AT)
        if geval == "geen recht":
            werkt_ook_bij(b, a.directeur, Rol.LEERKRACHT)
    binnen = [a] if geval == "inlogdienst van A" else [a, b]
    assert [regel.school.id for regel in geteld(a.directeur, *binnen).scholen] == [a.id]
    with pytest.raises(GeenRecht):
        geteld(a.leerkracht, a, b)


def test_a_school_costs_the_same_queries_with_more_pupils(opnieuw: None, bestuur: Wereld) -> None:
    def vragen() -> int:
        with CaptureQueriesContext(connection) as gevraagd:
            geteld(bestuur.a.directeur, bestuur.a, bestuur.b)
        return len(gevraagd)

    voor = vragen()
    for _ in range(3):
        bestuur.dossier_in(Staat.DEFINITIEF, school=bestuur.b)
    assert vragen() == voor


def test_the_page_leads_to_the_names_of_each_school_and_gives_a_file(opnieuw: None, bestuur: Wereld) -> None:
    client, a, b = Client(), bestuur.a, bestuur.b
    client.force_login(Account.objects.get(id=a.directeur.id))
    hier, daar = (Aanstelling.objects.get(account_id=a.directeur.id, organisatie_id=plek.id) for plek in (a, b))
    sessie = client.session
    sessie[AANSTELLING_SLEUTEL] = str(hier.id)
    sessie.save()
    assert "/po/bestuur/" in client.get("/po/overzicht/").content.decode()
    tekst = html.unescape(client.get("/po/bestuur/").content.decode())
    assert tekst.index(b.gegevens.naam) < tekst.index("Loopt achter") < tekst.rindex(a.gegevens.naam)
    assert "6 van 12 leerlingen" in tekst
    assert "Deniz" not in tekst
    rijen = client.get("/po/bestuur.csv").content.decode("utf-8-sig").splitlines()
    assert [rij.split(";")[2] for rij in rijen[1:]] == ['"4"', '"8"', '"12"']
    assert client.get("/po/bestuur.doc").status_code == 404
    naar = client.post("/kies-organisatie/", {"aanstelling": str(daar.id), "next": "/po/overzicht/"})
    assert naar["Location"] == "/po/overzicht/"
    assert b.gegevens.naam in html.unescape(client.get("/po/overzicht/").content.decode())


def test_who_works_at_one_school_hears_how_it_becomes_more(opnieuw: None, bestuur: Wereld) -> None:
    client = Client()
    client.force_login(Account.objects.get(id=bestuur.b.directeur.id))
    assert "/po/bestuur/" not in client.get("/po/overzicht/").content.decode()
    assert "U ziet nu één school" in client.get("/po/bestuur/").content.decode()
