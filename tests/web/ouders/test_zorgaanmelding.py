"""Does a parent read what goes to the samenwerkingsverband, give an own view, and read the decision?"""

from __future__ import annotations

import pytest
import time_machine

from overstap.domain.dossiers.enums import Staat
from overstap.domain.zorgroutes.enums import Geadresseerde, Routestaat
from overstap.domain.zorgroutes.queries import zaakblad_for
from overstap.foundation.rls import als
from tests.web.na_definitief import ouder_binnen
from tests.wereld import AT, regio
from tests.zorggang import ZIENSWIJZE, Zorggang

ADRES = "/ouders/zorgaanmelding/"


@pytest.fixture(scope="module")
def begin(samen: None) -> Zorggang:
    """A route for pro in preparation, of a pupil with two parents who may read."""
    wereld = regio()
    return Zorggang(wereld.dossier_in(Staat.TER_INZAGE, bijzonder=frozenset({"dyslexie"})), wereld.swv).tot(
        Routestaat.IN_VOORBEREIDING
    )


def test_a_parent_reads_beforehand_gives_a_view_and_never_reads_the_other(opnieuw, begin):
    with time_machine.travel(AT, tick=False):
        ouder, ander = ouder_binnen(begin.geval, 0), ouder_binnen(begin.geval, 1)
        assert ouder.get(ADRES).status_code == 404
        assert "Lees de aanvraag" not in ouder.get("/ouders/rapport/").content.decode()
        begin.bereid_voor()
        begin.leg_voor()
        assert "Lees de aanvraag" in ouder.get("/ouders/rapport/").content.decode()
        pagina = ouder.get(ADRES).content.decode()
        for deel in (
            "Praktijkonderwijs",
            "IQ: 72",
            "leerachterstand 0,58",
            "moet uw mening op papier",
            "Groeidocument",
        ):
            assert deel in pagina
        assert ZIENSWIJZE not in pagina
        leeg = ouder.post(f"{ADRES}mening/", {"tekst": " "})
        assert leeg.status_code == 422
        assert "Schrijf eerst uw tekst op." in leeg.content.decode()
        assert ouder.post(f"{ADRES}mening/", {"tekst": "Wij kozen deze school zelf."}).status_code == 302
        assert "Wij kozen deze school zelf." in ouder.get(ADRES).content.decode()
        assert "Wij kozen deze school zelf." not in ander.get(ADRES).content.decode()
        begin.verstuur()
        with als(begin.loket) as by:
            formulier = zaakblad_for(by, begin.route_id, AT).formulier
        assert formulier.zienswijzen == ("Wij kozen deze school zelf.",)
        te_laat = ouder.post(f"{ADRES}mening/", {"tekst": "Nog een gedachte."})
        assert te_laat.status_code == 422
        assert "al verstuurd" in te_laat.content.decode()


def test_a_parent_reads_the_question_and_the_decision_in_the_own_language(opnieuw, begin):
    with time_machine.travel(AT, tick=False):
        begin.verder(Routestaat.IN_VOORBEREIDING, Routestaat.AANGEMELD)
        begin.vraag(Geadresseerde.OUDERS)
        ouder = ouder_binnen(begin.geval, 0)
        assert "Geef uw antwoord aan de school." in ouder.get(ADRES).content.decode()
        begin.verder(Routestaat.VRAAG_GESTELD, Routestaat.BESLUIT)
        assert "nog niet beslist" in ouder.get(ADRES).content.decode()
        assert "Lees het besluit" not in ouder.get("/ouders/rapport/").content.decode()
        begin.koppel_terug()
        assert "Lees het besluit" in ouder.get("/ouders/rapport/").content.decode()
        assert "Dit is een advies." in ouder.get(ADRES).content.decode()
        pagina = ouder.get(f"{ADRES}?taal=pl").content.decode()
        assert "Decyzja" in pagina
        assert "Porada" in pagina
        assert "Praktijkonderwijs past het best." in pagina
