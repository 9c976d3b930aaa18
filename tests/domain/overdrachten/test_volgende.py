"""Does every state of a report lead to exactly the step that people expect?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from overstap.domain.adviezen.enums import Niveau, Toetsadvies, Toetsstand
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.overdrachten.enums import Rijstatus, Volgende
from overstap.domain.overdrachten.rules import (
    NA_DEFINITIEF,
    STAPPEN,
    Feiten,
    Inzagestand,
    bepaal,
    eerst_doen,
    zin_ouders,
)
from overstap.domain.rapporten.rules.aanvullen import Aanvulstand

VANDAAG = date(2027, 3, 16)
LEEG = Feiten(staat=Staat.CONCEPT, klaar=0, bezig=0, totaal=8, vandaag=VANDAAG, uitslag_vanaf=date(2027, 3, 15))
ADVIES = replace(LEEG, klaar=7, voorlopig=Niveau.HAVO)
VOL = replace(
    LEEG,
    klaar=8,
    voorlopig=Niveau.HAVO,
    definitief=Niveau.HAVO,
    toetsstand=Toetsstand.GEMAAKT,
    toets=Toetsadvies.VMBO_GT_HAVO,
)
EEN_DAG_TERUG = VANDAAG - timedelta(days=1)
GEVRAAGD = Inzagestand(aangeboden=2, eerste_aanbod=EEN_DAG_TERUG, op=EEN_DAG_TERUG, laatste_bewijs=EEN_DAG_TERUG)
GETEKEND = replace(GEVRAAGD, geopend=2, beantwoord=2)


@pytest.mark.parametrize(
    ("feiten", "status", "volgende"),
    [
        (LEEG, "bij_u", "begin"),
        (replace(LEEG, klaar=3), "bij_u", "vul_in"),
        (replace(LEEG, klaar=7), "bij_u", "geef_voorlopig"),
        (replace(ADVIES, vandaag=date(2027, 2, 1)), "bij_u", "wacht_op_toets"),
        (ADVIES, "bij_u", "leg_toets_vast"),
        (replace(ADVIES, toetsstand=Toetsstand.NIET_GEMAAKT), "bij_u", "geef_definitief"),
        (replace(ADVIES, toetsstand=Toetsstand.GEMAAKT, toets=Toetsadvies.HAVO_VWO), "bij_u", "stel_bij"),
        (replace(ADVIES, toetsstand=Toetsstand.GEMAAKT, toets=Toetsadvies.VMBO_KGT), "bij_u", "geef_definitief"),
        (VOL, "bij_u", "nodig_uit"),
        (replace(VOL, ouders=GEVRAAGD), "bij_ouders", "wacht_op_ouders"),
        (replace(VOL, ouders=replace(GEVRAAGD, eerste_aanbod=VANDAAG - timedelta(days=7))), "bij_ouders", "herinner"),
        (replace(VOL, ouders=GETEKEND), "kan_definitief", "maak_definitief"),
        (
            replace(VOL, ouders=replace(GEVRAAGD, laatste_bewijs=VANDAAG - timedelta(days=15))),
            "kan_definitief",
            "maak_definitief",
        ),
        # The term of somebody whose mail came back has not begun, however long ago the other parent was invited.
        (
            replace(VOL, ouders=replace(GEVRAAGD, laatste_bewijs=VANDAAG - timedelta(days=15), onbewezen=1, mislukt=1)),
            "bij_u",
            "stuur_opnieuw",
        ),
        (replace(VOL, ouders=replace(GETEKEND, te_bieden=3)), "bij_u", "nodig_uit"),
        (replace(VOL, ouders=replace(GETEKEND, te_bieden=2)), "kan_definitief", "maak_definitief"),
        (replace(VOL, ouders=replace(GEVRAAGD, onbewezen=1)), "bij_ouders", "wacht_op_ouders"),
        (replace(VOL, staat=Staat.GELEZEN, aanvullingen=(Aanvulstand.BIJ_OUDERS,)), "bij_ouders", "lezen_aanvulling"),
        (replace(VOL, staat=Staat.GELEZEN, aanvullingen=tuple(Aanvulstand)[:2]), "bij_u", "stuur_aanvulling"),
        (replace(VOL, staat=Staat.DEFINITIEF, aanvullingen=(Aanvulstand.KAN_MEE,)), "definitief", "draag_over"),
        (replace(VOL, ouders=GETEKEND, nieuwe_zienswijzen=1), "bij_u", "lees_zienswijze"),
        (replace(VOL, ouders=GETEKEND, nieuwe_zienswijzen=1, open_correcties=1), "bij_u", "beantwoord"),
        (replace(VOL, staat=Staat.DEFINITIEF), "definitief", "draag_over"),
        # While the report is open its own page says it; afterwards nobody looks there, so it is the next step.
        (replace(VOL, geweigerde_bijlagen=1), "bij_u", "nodig_uit"),
        (replace(VOL, staat=Staat.GELEZEN, geweigerde_bijlagen=1), "bij_u", "bekijk_bijlage"),
        (replace(VOL, geweigerde_stukken=1), "bij_u", "bekijk_stuk"),
        (replace(VOL, staat=Staat.GELEZEN, geweigerde_stukken=1), "bij_u", "bekijk_stuk"),
        (replace(VOL, staat=Staat.GELEZEN, open_correcties=1), "bij_u", "beantwoord"),
        (replace(VOL, staat=Staat.GELEZEN, nieuwe_zienswijzen=1), "bij_u", "lees_zienswijze"),
        (replace(VOL, staat=Staat.INGETROKKEN), "definitief", "draag_over"),
        (replace(VOL, staat=Staat.OVERGEDRAGEN), "definitief", "bij_het_vo"),
        (replace(VOL, staat=Staat.OPGEHAALD), "definitief", "opgehaald"),
        (replace(VOL, staat=Staat.GELEZEN), "definitief", "gelezen"),
        (replace(VOL, staat=Staat.HEROPEND, ouders=GETEKEND), "kan_definitief", "maak_definitief"),
    ],
)
def test_the_step_that_follows(feiten, status, volgende):
    assert bepaal(feiten) == (Rijstatus(status), Volgende(volgende))


def test_every_step_of_the_table_is_reachable_and_says_something_to_who_may_not_do_it():
    assert {volgende for _geldt, _status, volgende in STAPPEN} | {Volgende.WACHT_OP_OUDERS} == set(Volgende)
    assert all(stap.wacht for stap in Volgende)
    assert all((stap.recht is None) == (not stap.label) for stap in Volgende)


@pytest.mark.parametrize(
    ("stand", "zin"),
    [
        (Inzagestand(), "Nog niet uitgenodigd"),
        (GEVRAAGD, "Uitgenodigd"),
        (replace(GEVRAAGD, geopend=1), "Gelezen"),
        (replace(GEVRAAGD, geopend=1, beantwoord=1), "1 van 2 getekend"),
        (replace(GEVRAAGD, te_bieden=3), "2 van 3 uitgenodigd"),
        (replace(GEVRAAGD, mislukt=1), "E-mail kwam niet aan"),
        (GETEKEND, "Getekend"),
        (replace(GETEKEND, zienswijzen=1), "Zienswijze"),
    ],
)
def test_how_far_the_parents_are(stand, zin):
    assert zin_ouders(stand) == zin


def test_at_most_three_things_come_first_and_parents_before_paper():
    stappen = [
        Volgende.NODIG_UIT,
        Volgende.STEL_BIJ,
        Volgende.BEANTWOORD,
        Volgende.STEL_BIJ,
        Volgende.DRAAG_OVER,
        Volgende.VUL_IN,
    ]
    assert eerst_doen(stappen) == ((Volgende.BEANTWOORD, 1), (Volgende.STEL_BIJ, 2), (Volgende.DRAAG_OVER, 1))


def test_every_frozen_state_says_how_far_it_is_also_when_something_else_waits_for_the_school():
    from overstap.domain.overdrachten.queries import Regel
    from overstap.web.po.taken import _definitieftaak, _overdrachttaak

    assert set(NA_DEFINITIEF) == BEVROREN
    feiten = replace(VOL, staat=Staat.GELEZEN, nieuwe_zienswijzen=1)
    regel = Regel(uuid4(), "Noa", "Bakker", "8A", feiten, *bepaal(feiten))
    assert _definitieftaak(regel.dossier_id, regel, ())["status"] == "Klaar"
    assert _overdrachttaak(regel.dossier_id, regel)["hint"] == "Gelezen door het vo"
