"""Does who coordinates a region see in time what another samenwerkingsverband means?"""

from __future__ import annotations

from django.test import Client

from overstap.domain.dossiers.enums import Staat
from overstap.domain.scholen.queries import bestand_for, regiowijzigingen_for
from overstap.domain.scholen.rules.regioschrijven import schrijf_regio
from overstap.domain.zorgroutes.actions import begin_zorgroute
from overstap.domain.zorgroutes.enums import Routesoort
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from tests.web.regio.lezen import gelezen
from tests.wereld import AT, Wereld

GEGEVENS = "/regio/beheer/swv/VO9901/gegevens/"
ANDERS = {"code": "VO9909", "naam": "Nieuw verband", "plaats": "Meerdorp"}
NIEMAND = "Bij VO9909 kan nog niemand een zorgaanmelding ontvangen"


def test_another_number_is_asked_about_before_it_holds(client: Client, streek: Wereld) -> None:
    fout = client.post(GEGEVENS, {**ANDERS, "code": "9909"})
    assert "VO en vier cijfers" in gelezen(fout)
    gevraagd = client.post(GEGEVENS, ANDERS)
    blad = gelezen(gevraagd)
    assert gevraagd.status_code == 422
    assert all(
        zin in blad for zin in ("ander samenwerkingsverband dan VO9901", NIEMAND, "Ja, VO9909 is", 'value="VO9909"')
    )
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        assert not regiowijzigingen_for(by)
    assert client.post(GEGEVENS, {**ANDERS, "zeker": "on"}).status_code == 303
    assert all(
        NIEMAND in gelezen(client.get(adres))
        for adres in ("/regio/beheer/swv/", "/regio/beheer/swv/VO9909/", "/regio/beheer/")
    )
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        [een] = regiowijzigingen_for(by)
        bestand = schrijf_regio(bestand_for(by))
    terug = gelezen(client.get(f"/regio/beheer/wijzigingen/{een.id}/terug/"))
    assert "VO9901 is een ander samenwerkingsverband dan VO9909" in terug
    assert "kan nog niemand" not in terug
    client.post(f"/regio/beheer/wijzigingen/{een.id}/terug/")
    assert NIEMAND in gelezen(client.post("/regio/beheer/bestand/", {"tekst": bestand}))


def test_no_box_helps_while_routes_run(client: Client, streek: Wereld) -> None:
    geval = streek.dossier_in(Staat.CONCEPT)
    with als(streek.a.ib) as by:
        begin_zorgroute(dossier_id=geval.dossier_id, soort=Routesoort.PRO, by=by, at=AT)
    blad = gelezen(client.post(GEGEVENS, ANDERS))
    assert "Er lopen nog zorgroutes naar VO9901" in blad
    assert "Ja, VO9909" not in blad
    assert 'value="Nieuw verband"' in blad
    verkeerd = gelezen(client.post(GEGEVENS, {**ANDERS, "code": "XX"}))
    assert "VO en vier cijfers" in verkeerd
    assert "Er lopen nog zorgroutes" not in verkeerd
