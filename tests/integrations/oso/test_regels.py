"""Every rule of OSO 2019.1 finds the dossier that breaks it, and only that rule, in every profile where it counts."""

import csv
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules.toetsen import oudste_toetsdag
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels import REGELS, controleer, oordeelprofiel, regels_van
from overstap.integrations.oso.v2019.regels.regel import ALLE
from overstap.integrations.xml import ontleed
from tests.integrations.oso import gevallen, gevallen_inhoud
from tests.integrations.oso.conftest import OSO_MAP
from tests.integrations.oso.kleinste import CAT, L, als_bytes, kleinste

DATUM = date(2026, 11, 20)
GEVALLEN = [
    *(
        geval
        for lijst in (gevallen.ALGEMEEN, gevallen.BESTAND, gevallen.LEERLING, gevallen.GEMEENTE)
        for geval in lijst
    ),
    *(gevallen_inhoud.PERSONEN + gevallen_inhoud.RESULTATEN + gevallen_inhoud.VERBODEN + gevallen_inhoud.CATEGORIEEN),
]
EIGEN = {"nummer", "matrix"}


def _profielen(geval):
    """(number, profile) of every profile in which this case is tried."""
    for nummer in geval.nummers.split():
        geldt = {profiel for regel in REGELS if regel.nummer == nummer for profiel in regel.profielen}
        for profiel in sorted(geldt & set(geval.uit)):
            yield nummer, profiel


PROEVEN = [(nummer, profiel, geval) for geval in GEVALLEN for nummer, profiel in _profielen(geval)]
NAMEN = [f"{nummer}-{profiel}-{n}" for n, (nummer, profiel, _) in enumerate(PROEVEN)]


def gevonden(profiel, anders, *, schrijven=False):
    wortel = ontleed(als_bytes(kleinste(profiel, anders)))
    return controleer(wortel, profiel, peildatum=DATUM, schrijven=schrijven)


@pytest.mark.parametrize("profiel", list(Profiel))
def test_smallest_dossier_breaks_nothing(profiel, xsd):
    wortel = ontleed(als_bytes(kleinste(profiel)))
    assert controleer(wortel, peildatum=DATUM, schrijven=True) == []
    assert oordeelprofiel(wortel) is profiel
    xsd.assertValid(wortel)


@pytest.mark.parametrize(("nummer", "profiel", "geval"), PROEVEN, ids=NAMEN)
def test_broken_dossier_is_found_by_its_rule_alone(nummer, profiel, geval):
    meldingen = gevonden(profiel, geval.breekt)
    andere = {melding.regel for melding in meldingen} - {nummer}
    assert {regel.split(".")[-1] for regel in andere} <= geval.mee
    van_regel = [melding for melding in meldingen if melding.regel == nummer]
    assert van_regel
    zacht = geval.stil and not nummer.startswith("PaO")
    for melding in van_regel:
        assert melding.ernst is (Ernst.WAARSCHUWING if zacht else Ernst.FOUT)
        assert melding.pad.startswith("/dossier")
    schrijvend = gevonden(profiel, geval.breekt, schrijven=True)
    assert {melding.ernst for melding in schrijvend} == {Ernst.FOUT}


@pytest.mark.parametrize(("nummer", "profiel", "geval"), PROEVEN, ids=NAMEN)
def test_nearest_dossier_that_keeps_the_rule_is_let_through(nummer, profiel, geval):
    assert nummer not in {melding.regel for melding in gevonden(profiel, geval.houdt, schrijven=True)}


def test_every_rule_has_a_case_in_every_profile():
    geprobeerd = {(nummer, profiel) for nummer, profiel, _ in PROEVEN}
    for regel in REGELS:
        # Of a category each profile says the same; it is tried where it may be switched on and off.
        te_proberen = {Profiel.BB} if regel.nummer.startswith("OS.cat") else regel.profielen
        if regel.nummer == "nummer":
            te_proberen = regel.profielen - gevallen.SWV
        assert {(regel.nummer, profiel) for profiel in te_proberen} <= geprobeerd


def _rijen(pad: Path, teken: str):
    with pad.open(encoding="utf-8") as bestand:
        return {rij["regel"]: (rij["profielen"], rij["status"]) for rij in csv.DictReader(bestand, delimiter=teken)}


EIGEN_LIJST = _rijen(Path(__file__).with_name("regelnummers.csv"), ";")


def test_rules_are_exactly_those_of_the_list():
    van_lijst = {deel.strip() for rij in EIGEN_LIJST for deel in rij.split(" (")[0].replace("=", "/").split("/")}
    van_ons = {nummer for regel in REGELS for nummer in (regel.nummer, regel.ook) if nummer} - EIGEN
    assert van_ons == van_lijst
    assert len(EIGEN_LIJST) == 117


@pytest.mark.parametrize("rij", EIGEN_LIJST)
def test_rule_counts_in_the_profiles_of_the_list(rij):
    profielen, status = EIGEN_LIJST[rij]
    nummers = {deel.strip() for deel in rij.split(" (")[0].replace("=", "/").split("/")}
    van_rij = [regel for regel in REGELS if regel.nummer in nummers]
    geldt = ALLE if profielen == "alle" else {Profiel(naam) for naam in profielen.split()}
    assert {profiel for regel in van_rij for profiel in regel.profielen} == geldt
    # Silent in the official check: not looked at there, so a warning when we read.
    assert all(regel.stil for regel in van_rij) is (status in ("dood", "geen test"))
    assert any(regel.stil for regel in van_rij) is (status not in ("werkt", "onbereikbaar")) or rij == "OG.01"


def test_our_list_is_the_official_one():
    officieel = OSO_MAP / "bedrijfsregels.csv"
    if not officieel.exists():
        pytest.skip("the list of rules is not there; set OVERSTAP_OSO_MAP")
    assert _rijen(officieel, ",") == EIGEN_LIJST


def test_every_rule_says_what_is_wrong_and_what_to_do():
    for regel in REGELS:
        assert regel.tekst.endswith("."), regel
        assert regel.herstel.endswith("."), regel
        assert regel.plek.startswith("/"), regel
        assert regel.bron, regel


def test_no_two_rules_of_a_profile_share_a_sentence():
    for profiel in Profiel:
        zinnen = [regel.tekst for regel in regels_van(profiel)]
        assert len(set(zinnen)) == len(zinnen)


@pytest.mark.parametrize(
    ("soort", "overstap", "profiel"),
    [
        ("overstapdossier", "VOVO", Profiel.VOVO),
        ("overstapdossier", "POSWV", Profiel.POVO),
        ("overdrachtbinnenbrin", "OVERIG", Profiel.BB),
        ("swv-dossier", "VOSWV", Profiel.VOSWV),
        ("swv-dossier", "POVO", Profiel.POSWV),
        ("onzin", "VOSWV", Profiel.POVO),
    ],
)
def test_a_file_is_judged_by_what_it_says_it_is(soort, overstap, profiel):
    wortel = kleinste(Profiel.POVO, {"overdrachtsoort": soort, "metadata/overstap": overstap})
    assert oordeelprofiel(wortel) is profiel


@pytest.mark.parametrize(
    ("dag", "oudste"),
    [
        (date(2026, 7, 31), date(2023, 8, 1)),
        (date(2026, 8, 1), date(2024, 8, 1)),
        (date(2027, 3, 24), date(2024, 8, 1)),
    ],
)
def test_oldest_test_turns_on_the_first_of_august(dag, oudste):
    assert oudste_toetsdag(dag) == oudste


def test_place_counts_only_where_there_are_more():
    paden = [melding.pad for melding in gevonden(Profiel.POSWV, {f"{L}/verzorger": [{}, {"banknummer": "1"}]})]
    assert paden == [f"/dossier/{L}/verzorger[2]/banknummer"]


def test_rule_that_is_broken_very_often_speaks_fifty_times():
    verzorgers = [{"banknummer": "1"}] * 200
    assert len(gevonden(Profiel.POSWV, {f"{L}/verzorger": verzorgers})) == 50


def test_matrix_holds_the_content_whatever_the_file_says():
    peuters = gevonden(Profiel.POVO, {f"{L}/vanpeuterspeelzaal": "true", f"{CAT}/cat_vve": "OPTIONEEL"})
    assert [(melding.regel, melding.ernst) for melding in peuters] == [("matrix", Ernst.WAARSCHUWING)] * 2
    zonder = gevonden(
        Profiel.POSWV, {f"{L}/onderwijsondersteuning": None, f"{CAT}/cat_onderwijsondersteuning": "OPT-UIT"}
    )
    assert [melding.pad for melding in zonder][-1].endswith("/leerling/onderwijsondersteuning")


def test_dossier_without_pupil_is_judged_by_its_structure_only():
    wortel = kleinste(Profiel.POVO)
    school = wortel[-1]
    school.remove(school[-1])
    assert [melding.regel for melding in controleer(wortel, peildatum=DATUM, schrijven=False)] == ["structuur"]


def test_official_examples_break_no_rule(povo, poswv):
    for ruw in (povo, poswv):
        wortel = ontleed(ruw)
        assert controleer(wortel, peildatum=date(2016, 1, 2), schrijven=True) == []
        etree.indent(wortel)
        assert controleer(wortel, peildatum=None, schrijven=False) == []
