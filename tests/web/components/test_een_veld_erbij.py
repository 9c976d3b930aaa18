"""Is one declaration enough to add a veld, for every place where a report is filled in, read or stored?"""

from dataclasses import replace

import pytest
from django.http import QueryDict
from django.template import engines

from overstap.domain.rapporten.catalogue import Catalogus, Privacyklasse, Publiek, Sectie, Veld, catalogus
from overstap.domain.rapporten.catalogue.grondslag import ART_5_2
from overstap.domain.rapporten.catalogue.overzicht import overzicht
from overstap.domain.rapporten.catalogue.typen import Alinea
from overstap.domain.rapporten.rules import Sectiestand, controleer_waarden, volledigheid_rapport
from overstap.domain.rapporten.snapshot import Inhoud, vergelijk_versies, weergave
from overstap.web.components.formulier import indeling, sectieformulier
from tests.domain.rapporten.voorbeeld import VOLLEDIG

NIEUW = Veld(
    naam="gedrag_pauze",
    label="Wat doet de leerling in de pauze?",
    lezers="De pauze",
    type=Alinea(40),
    grondslag=ART_5_2,
    privacy=Privacyklasse.GEVOELIG,
    waarom="De mentor kent dan de vrije tijd op school.",
    ouders="Wat uw kind doet in de pauze",
    zichtbaar_voor=frozenset({Publiek.VO, Publiek.OUDERS}),
    verplicht=True,
    bij_leeg="Schrijf op wat de leerling doet in de pauze.",
)


@pytest.fixture(name="lijst")
def _lijst() -> Catalogus:
    """The catalogue with one veld more: the only edit."""
    return Catalogus(tuple(_met_nieuw(sectie) for sectie in catalogus().secties))


def _met_nieuw(sectie: Sectie) -> Sectie:
    return replace(sectie, velden=(*sectie.velden, NIEUW)) if sectie.naam == "gedrag" else sectie


def test_it_can_be_filled_in_and_says_why_it_is_asked(lijst: Catalogus):
    form = sectieformulier(lijst.sectie("gedrag"), VOLLEDIG, QueryDict("gedrag_pauze=voetbal"), lijst=lijst)
    assert form.waarden()["gedrag_pauze"] == "voetbal"
    bron = "{% from 'components/formulier.html' import sectievragen %}{{ sectievragen(blokken) }}"
    bladzijde = str(engines["jinja2"].from_string(bron).render({"blokken": indeling(form)}))
    for woorden in (NIEUW.label, NIEUW.waarom, "Artikel 5, lid 2", "voetbal"):
        assert woorden in bladzijde


def gedrag(inhoud: Inhoud, lijst: Catalogus) -> Sectiestand:
    """How far the sectie with the new veld is."""
    return next(stand for stand in volledigheid_rapport(inhoud, lijst).secties if stand.sectie == "gedrag")


def test_it_is_missing_until_it_is_filled_in(lijst: Catalogus):
    [melding] = gedrag(VOLLEDIG, lijst).ontbrekend
    assert (melding.veld, melding.artikel) == ("gedrag_pauze", "art. 5, lid 2")
    assert volledigheid_rapport(VOLLEDIG.met({"gedrag_pauze": "voetbal"}), lijst).volledig


def test_it_is_judged_like_every_other_text(lijst: Catalogus):
    te_lang = VOLLEDIG.met({"gedrag_pauze": "x" * 41})
    assert "1 teken korter" in gedrag(te_lang, lijst).fouten[0].zin
    nummer = VOLLEDIG.met({"gedrag_pauze": "999990019"})
    assert controleer_waarden(nummer, nummer["verzuim_vanaf"], lijst)[-1].veld == "gedrag_pauze"


def test_each_reader_sees_it_or_not(lijst: Catalogus):
    inhoud = Inhoud({"gedrag_pauze": "voetbal"})
    assert "Wat uw kind doet in de pauze" in repr(weergave(inhoud, Publiek.OUDERS, lijst))
    assert "label='De pauze', alineas=('voetbal',)" in repr(weergave(inhoud, Publiek.VO, lijst))
    assert "voetbal" not in repr(weergave(inhoud, Publiek.SWV, lijst))


def test_it_is_stored_compared_and_listed(lijst: Catalogus):
    inhoud = Inhoud({"gedrag_pauze": "voetbal"})
    assert Inhoud.uit_json(inhoud.naar_json(lijst), lijst) == inhoud
    [anders] = vergelijk_versies(Inhoud(), inhoud, Publiek.VO, lijst=lijst)
    assert [wijziging.veld for wijziging in anders.wijzigingen] == ["gedrag_pauze"]
    assert "gedrag_pauze" in {regel["naam"] for regel in overzicht(lijst)["velden"]}


def test_a_name_that_exists_already_is_refused(lijst: Catalogus):
    with pytest.raises(ValueError, match="dezelfde naam"):
        Catalogus(tuple(_met_nieuw(sectie) for sectie in lijst.secties))
