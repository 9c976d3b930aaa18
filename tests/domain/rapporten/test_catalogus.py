"""Is every veld declared as the law and the parents need it?"""

import re
from collections.abc import Iterator
from itertools import chain

import pytest

from overstap.domain.rapporten.catalogue import ELDERS, GEWEIGERD, Bron, Categorie, Deel, Publiek, Veld, catalogus
from overstap.domain.rapporten.catalogue.grondslag import TOETSBESLUIT_8_3
from overstap.domain.rapporten.catalogue.overzicht import overzicht
from overstap.domain.rapporten.catalogue.typen import Groep, Rijen, Veldtype

VELDEN = list(catalogus().velden.values())
per_veld = pytest.mark.parametrize("veld", VELDEN, ids=lambda veld: veld.naam)

# Every place of the Besluit (digest §2) on which a veld may rest.
TOEGESTAAN = {
    *("2", "3-a", "3-b", "3-c", "3-d", "4-1-a", "4-1-b", "4-1-c", "4-1-d", "4-2"),
    *("5-1", "5-2", "5-3", "6-a", "6-b", "6-c", "6-d", "6-e", "7"),
}


def delen_van(soort: Veldtype) -> Iterator[Deel]:
    if isinstance(soort, Groep | Rijen):
        for deel in soort.delen:
            yield deel
            yield from delen_van(deel.type)


@per_veld
def test_a_veld_rests_on_an_article_of_the_closed_list(veld: Veld):
    assert veld.grondslag.artikel in TOEGESTAAN or veld.grondslag == TOETSBESLUIT_8_3


@per_veld
def test_parents_read_short_sentences(veld: Veld):
    assert veld.ouders, "a parent must be told what this is"
    for zin in re.split(r"[.?]\s*", veld.ouders):
        assert len(zin.split()) <= 12, zin


@per_veld
def test_a_label_for_readers_is_no_question_and_speaks_to_nobody(veld: Veld):
    for bij in (veld, *delen_van(veld.type)):
        label = bij.lezerslabel()
        assert not label.endswith(("?", ".")), label
        assert not re.search(r"\b(u|uw|wij)\b", label, re.IGNORECASE), label
        # A heading is put together with ": " (`Ouders: ouder 1`) and translated piece by piece.
        assert ": " not in label + veld.ouderlabel()


@per_veld
def test_parents_see_everything_that_travels(veld: Veld):
    assert Publiek.OUDERS in veld.zichtbaar_voor


@per_veld
def test_what_a_teacher_must_answer_says_why_and_what_to_do(veld: Veld):
    if veld.bron is Bron.SCHOOL and veld.verplicht:
        assert veld.bij_leeg != "Vul dit in."
        assert veld.waarom or veld.alleen_als, "an obligatory question says why it is asked"


@per_veld
def test_a_condition_points_at_a_question_that_can_give_that_answer(veld: Veld):
    for voorwaarde in filter(None, (veld.alleen_als, veld.alleen_als and veld.alleen_als.en, veld.verplicht_als)):
        soort = catalogus().velden[voorwaarde.veld].type
        if voorwaarde.deel:
            assert isinstance(soort, Groep)
            soort = soort.per_naam[voorwaarde.deel].type
        for waarde in filter(lambda waarde: waarde is not None, voorwaarde.waarden):
            assert not list(soort.controleer(waarde))
            assert soort.uit_json(soort.naar_json(waarde)) == waarde


@per_veld
def test_a_flag_that_closes_a_part_exists(veld: Veld):
    namen = {deel.naam for deel in delen_van(veld.type)} | catalogus().velden.keys()
    for ding in chain((veld,), delen_van(veld.type)):
        assert not ding.geheim_als or ding.geheim_als in namen


@per_veld
def test_parts_have_their_own_name(veld: Veld):
    soorten = [deel.type for deel in delen_van(veld.type)] + [veld.type]
    for soort in soorten:
        if isinstance(soort, Groep):
            assert len(soort.per_naam) == len(soort.delen)


@per_veld
def test_a_form_can_ask_every_part_that_people_fill_in(veld: Veld):
    """The form knows parts one level deep; a question hidden deeper would never be asked."""
    delen = veld.type.delen if isinstance(veld.type, Groep | Rijen) else ()
    for deel in delen:
        assert all(dieper.bron is not Bron.SCHOOL for dieper in delen_van(deel.type))
    if veld.bron is Bron.SCHOOL and delen:
        assert all(deel.bron is Bron.SCHOOL for deel in delen), "nobody could fill in the other parts"


def test_six_aspects_of_behaviour_are_obligatory():
    """Art. 5 lid 2 names six; each is described."""
    aspecten = [veld for veld in VELDEN if veld.grondslag.artikel == "5-2" and veld.verplicht]
    assert len(aspecten) == 6


def test_wishes_of_parents_and_pupil_must_be_answered_and_may_be_none():
    """Art. 4 lid 2: the wishes are described; 'no wish' is an answer of its own."""
    for naam in ("wens_leerling", "wens_ouders"):
        veld = catalogus().velden[naam]
        assert veld.verplicht
        assert not list(veld.type.controleer("geen_wens"))


@pytest.mark.parametrize("naam", ["bsn", "geboorteplaats", "nationaliteit", "huisarts", "iban", "banknummer", "vir"])
def test_what_the_law_does_not_name_is_no_veld(naam: str):
    namen = {deel.naam for veld in VELDEN for deel in delen_van(veld.type)} | catalogus().velden.keys()
    assert naam not in namen


def test_every_category_of_oso_that_a_report_may_deliver_is_used():
    assert {veld.categorie for veld in VELDEN} == set(Categorie)


def test_the_register_is_complete():
    alles = overzicht(catalogus())
    assert [regel["naam"] for regel in alles["velden"]] == [*catalogus().velden, *(elders.naam for elders in ELDERS)]
    assert all(regel["grondslag"].startswith("art. ") and regel["zichtbaar_voor"] for regel in alles["velden"])
    assert len(alles["geweigerd"]) == len(GEWEIGERD)


def test_the_personal_number_never_goes_to_the_samenwerkingsverband():
    nummer = next(elders for elders in ELDERS if elders.naam == "persoonsnummer")
    assert Publiek.SWV not in nummer.zichtbaar_voor


def test_an_article_reads_as_a_sentence():
    assert catalogus().velden["gedrag_contact"].grondslag.tekst.startswith("artikel 5, lid 2 van het Besluit ")
    assert TOETSBESLUIT_8_3.kort == "art. 8, lid 3, Toetsbesluit PO"
