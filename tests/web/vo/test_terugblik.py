"""Does a basisschool ask, a vo school answer and the basisschool read, each on its own page and only in its months?"""

from __future__ import annotations

import html
from datetime import UTC, datetime

import time_machine

from overstap.domain.dossiers.enums import Staat
from overstap.domain.plaatsingen import actions
from overstap.domain.plaatsingen.enums import Aanmeldstatus
from overstap.domain.plaatsingen.queries import terugblik_for
from overstap.foundation.rls import als
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Wereld

JAAR = "2026-2027"


def tekst(response) -> str:
    return html.unescape(response.content.decode())


def op(jaar: int, maand: int) -> time_machine.travel:
    return time_machine.travel(datetime(jaar, maand, 2, 10, tzinfo=UTC), tick=False)


def test_asked_answered_and_read(wereld: Wereld) -> None:
    geval = wereld.dossier_in(Staat.GELEZEN)
    with als(wereld.vo.toelating) as by:
        klas = actions.bewaar_brugklas(
            schooljaar=JAAR, naam="1A", advies_van=None, advies_tot=None, capaciteit=None, by=by, at=AT
        )
        daad = {"overdracht_id": geval.overdracht_id, "by": by, "at": AT}
        actions.besluit(naar=Aanmeldstatus.TOELAATBAAR, **daad)
        actions.plaats(brugklas_id=klas, **daad)
    with op(2027, 11):
        po, vo = client_van(wereld.a.directeur), client_van(wereld.vo.toelating)
        assert "Vraag het de vo-scholen" in tekst(po.get("/po/terugblik/"))
        assert po.post("/po/terugblik/", {"schooljaar": JAAR}).status_code == 303
        assert "Gevraagd" in tekst(po.get("/po/terugblik/"))
        assert "Nu is er niets in te vullen" in tekst(vo.get("/vo/terugblik/"))
        assert vo.post("/vo/terugblik/").status_code == 422
    with op(2028, 6):
        vo = client_van(wereld.vo.toelating)
        with als(wereld.vo.toelating) as by:
            (rij,) = terugblik_for(by, JAAR)
        assert f'name="stand-{rij.plaatsing_id}"' in tekst(vo.get("/vo/terugblik/"))
        assert vo.post("/vo/terugblik/", {f"stand-{rij.plaatsing_id}": "zoals"}).status_code == 303
        assert '<option value="zoals" selected>' in tekst(vo.get("/vo/terugblik/"))
        # A list that holds less leaves alone what it does not hold.
        assert vo.post("/vo/terugblik/", {}).status_code == 303
        assert "1 ingevuld" in tekst(vo.get("/vo/terugblik/"))
    with op(2028, 10):
        pagina = tekst(client_van(wereld.a.directeur).get("/po/terugblik/"))
        assert "Daarom ziet u geen aantallen" in pagina
        assert "Zoals het advies" not in pagina
