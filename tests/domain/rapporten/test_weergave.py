"""What does each reader see, and what stays hidden?"""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from overstap.domain.rapporten.catalogue import Publiek, catalogus
from overstap.domain.rapporten.snapshot import Inhoud, Regel, Tabel, stukken, weergave
from tests.domain.rapporten.strategieen import inhouden
from tests.domain.rapporten.voorbeeld import ADRES

BUITEN = [Publiek.OUDERS, Publiek.VO, Publiek.SWV]
# In these a row may hold nothing but the codes of administrations, which parents do not read.
MET_CODES = {
    naam
    for naam, veld in catalogus().velden.items()
    if "technisch=True" in repr(veld.type) or ": None" in repr(veld.type)
}


def tekst(inhoud: Inhoud, publiek: Publiek | None) -> str:
    return repr(weergave(inhoud, publiek))


def blokken(inhoud: Inhoud, publiek: Publiek | None = None) -> list[Regel | Tabel]:
    return [blok for sectie in weergave(inhoud, publiek) for blok in sectie.blokken]


def test_parents_read_their_own_words_and_staff_theirs():
    inhoud = Inhoud({"roepnaam": "Noor"})
    assert blokken(inhoud) == [Regel("roepnaam", "Roepnaam", ("Noor",))]
    assert blokken(inhoud, Publiek.OUDERS)[0].label == "De naam waarmee iedereen uw kind roept"
    assert weergave(inhoud, Publiek.OUDERS)[0].titel == "Wie uw kind is en wie u bent"


@given(inhoud=inhouden())
def test_parents_see_every_veld_that_travels_and_every_table_is_straight(inhoud: Inhoud):
    openbaar = inhoud.met({"adresgeheim": False, "verzorgers": None, "communicatie": None})
    gezien = {blok.veld for blok in blokken(openbaar, Publiek.OUDERS)}
    assert set(openbaar.geldend()) - gezien <= MET_CODES
    for blok in blokken(inhoud):
        if isinstance(blok, Tabel):
            assert all(len(rij) == len(blok.kolommen) for rij in blok.rijen)
        else:
            assert blok.label


@given(inhoud=inhouden())
def test_nothing_is_lost_in_putting_blocks_together(inhoud: Inhoud):
    for sectie in weergave(inhoud, None):
        plat = [blok for stuk in sectie.stukken for blok in (*stuk.regels, *((stuk.tabel,) if stuk.tabel else ()))]
        assert tuple(plat) == sectie.blokken


def test_paragraphs_are_kept():
    assert blokken(Inhoud({"opvallend": "een\n\ntwee\n"}))[0].alineas == ("een", "twee")


def test_rows_are_a_table_with_only_the_columns_that_are_used():
    inhoud = Inhoud({"handelingsplannen": ({"startdatum": date(2026, 9, 1), "gericht_op": "lezen"},)})
    assert blokken(inhoud) == [
        Tabel("handelingsplannen", "Handelingsplannen", ("Van", "Gericht op"), (("1 september 2026", "lezen"),))
    ]


def test_minor_parts_stand_together_at_the_end():
    rij = {"schooljaar": "2026-2027", "jaargroep": "8", "groepscode": "8A", "brincode": "99XX", "vestigingscode": "00"}
    tabel = blokken(Inhoud({"schoolloopbaan": (rij,)}))[0]
    assert isinstance(tabel, Tabel)
    assert tabel.kolommen == ("Schooljaar", "Groep", "Verder")
    assert tabel.rijen == (("2026-2027", "groep 8", "code van de groep: 8A; BRIN: 99XX; vestiging: 00"),)


def test_parents_do_not_read_the_codes_of_administrations():
    rij = {"schooljaar": "2026-2027", "jaargroep": "8", "groepscode": "8A", "brincode": "99XX", "vestigingscode": "00"}
    toets = {"toetscode": "T-REK", "leergebied": "Rekenen", "afnamedatum": date(2026, 1, 19)}
    school = {"naam": "De Klaproos", "brincode": "99XX", "vestigingscode": "00", "aanleverpunt": "AP1"}
    inhoud = Inhoud({"schoolloopbaan": (rij,), "toetsen": (toets,), "school": school})
    gelezen = tekst(inhoud, Publiek.OUDERS)
    assert "De Klaproos" in gelezen
    assert not [code for code in ("99XX", "8A", "T-REK", "AP1") if code in gelezen]
    assert all(code in tekst(inhoud, Publiek.VO) for code in ("99XX", "8A", "T-REK (betekenis niet openbaar)"))
    assert "AP1" not in tekst(inhoud, None)


def test_a_code_with_its_words_beside_it_is_shown_to_nobody():
    rij = {
        "schooljaar": "2026-2027",
        "jaargroep": "8",
        "groepscode": "8A",
        "groepsnaam": "De Uilen",
        "schoolsoort": "BO",
    }
    toets = {"toetscode": "T-REK", "toetsnaam": "Rekenen M8", "afnamedatum": date(2026, 1, 19)}
    gelezen = tekst(Inhoud({"schoolloopbaan": (rij,), "toetsen": (toets,)}), Publiek.VO)
    assert all(woorden in gelezen for woorden in ("De Uilen", "Rekenen M8", "basisonderwijs"))
    assert not [code for code in ("8A", "T-REK", "'BO'") if code in gelezen]


def test_a_group_shows_its_parts_under_its_name_once():
    inhoud = Inhoud({"thuissituatie": {"omschrijving": "druk", "relatie": "moe"}})
    (sectie,) = [sectie for sectie in weergave(inhoud, Publiek.VO) if sectie.blokken]
    assert [regel.alineas for regel in sectie.stukken[0].regels] == [("druk",), ("moe",)]
    assert sectie.stukken[0].kop == "Thuissituatie"
    assert len(stukken(sectie.blokken)) == 1


def test_parts_that_read_as_one_line_do():
    school = {"naam": "x", "adressen": ({**ADRES, "toevoeging": "a"}, {"plaats": "Voorbeeldstad", "land": "6030"})}
    regels = [regel for regel in blokken(Inhoud({"school": school})) if regel.label == "Adressen"]
    assert isinstance(regels[0], Regel)
    assert regels[0].alineas == (
        "Dorpsstraat 1 a, 1234AB Voorbeeldstad, woonadres of bezoekadres",
        "Voorbeeldstad; landcode: Nederland",
    )


@pytest.mark.parametrize(("geheim", "kolommen"), [(False, ("Soort",)), (True, ("Soort", "Geheim"))])
def test_a_flag_speaks_only_when_it_says_yes(geheim: bool, kolommen: tuple[str, ...]):
    tabel = blokken(Inhoud({"communicatie": ({"soort": "telefoon", "geheim": geheim},)}))[0]
    assert isinstance(tabel, Tabel)
    assert tabel.kolommen == kolommen


def test_more_columns_than_fit_become_a_list_for_every_row():
    ouder = {"voornamen": ("P",), "voorletters": "P", "voorvoegsel": "de", "achternaam": "H", "roepnaam": "Piet"}
    vol = Inhoud(
        {"verzorgers": ({**ouder, "relatietotkind": "1", "wettigevertegenwoordiger": True}, {"achternaam": "V"})}
    )
    koppen = [stuk.kop for sectie in weergave(vol, None) for stuk in sectie.stukken]
    assert koppen == ["Ouders en verzorgers: ouder of verzorger 1", "Ouders en verzorgers: ouder of verzorger 2"]


def test_the_key_of_a_row_is_never_shown():
    assert "geheime-sleutel" not in tekst(Inhoud({"verzorgers": ({"id": "geheime-sleutel", "achternaam": "H"},)}), None)


def test_an_unpublished_meaning_is_said_to_be_so_and_parents_read_it_only_where_a_value_says_nothing_without_it():
    rij = {"codes": ("Z62", "F80"), "naam": "TOS", "relatie": "Rustig praten"}
    score = {"soort": "DQ", "vergelijkingsgroep": "Landelijk", "waarde": "87"}
    toets = {"toetsnaam": "Lezen", "afnamedatum": date(2026, 1, 19), "referentiescores": (score,)}
    inhoud = Inhoud({"diagnoses": (rij,), "toetsen": (toets,), "verzorgers": ({"relatietotkind": "6"},)})
    openbaar, ouders = tekst(inhoud, Publiek.VO), tekst(inhoud, Publiek.OUDERS)
    assert all(f"{code} (betekenis niet openbaar)" in openbaar for code in ("Z62", "DQ", "6"))
    assert ouders.count("niet openbaar") == 1
    assert all(woorden in ouders for woorden in ("taalontwikkelingsstoornis", "TOS"))
    assert "'DQ (betekenis niet openbaar): 87, Landelijk'" in ouders


VERZORGER = {"achternaam": "Haddou", "adressen": (ADRES,), "wettigevertegenwoordiger": True}


@pytest.mark.parametrize(
    "geheim",
    [
        {"adresgeheim": True, "adressen": (ADRES,)},
        {"adresgeheim": True, "adres_buitenland": ("Dorpsstraat 1", "Ver weg")},
        {"adresgeheim": True, "verzorgers": (VERZORGER,)},
        {"adresgeheim": True, "aansprakelijke_instelling": {"naam": "Voogdij", "adressen": (ADRES,)}},
        {"verzorgers": ({**VERZORGER, "adresgeheim": True},)},
        {"communicatie": ({"soort": "telefoon", "nummer": "Dorpsstraat", "geheim": True},)},
        {"verzorgers": ({"communicatie": ({"soort": "telefoon", "nummer": "Dorpsstraat", "geheim": True},)},)},
    ],
)
@pytest.mark.parametrize("publiek", BUITEN)
def test_a_secret_address_or_number_stays_inside_the_school(geheim: dict[str, Any], publiek: Publiek):
    assert "Dorpsstraat" not in tekst(Inhoud(geheim), publiek)
    assert "Dorpsstraat" in tekst(Inhoud(geheim), None)


@pytest.mark.parametrize("publiek", BUITEN)
def test_what_is_not_secret_is_shown(publiek: Publiek):
    assert "Dorpsstraat" in tekst(Inhoud({"adresgeheim": False, "adressen": (ADRES,)}), publiek)
    assert "Dorpsstraat" in tekst(Inhoud({"adresgeheim": True, "school": {"naam": "x", "adressen": (ADRES,)}}), publiek)
    twee = ({**VERZORGER, "adresgeheim": True}, {**VERZORGER, "achternaam": "Vonk"})
    assert tekst(Inhoud({"verzorgers": twee}), publiek).count("Dorpsstraat") == 1


def test_the_samenwerkingsverband_does_not_see_the_doorstroomtoets():
    toets = Inhoud({"doorstroomtoets": {"deelgenomen": True, "standaardscore": 201}})
    assert "201" not in tekst(toets, Publiek.SWV)
    assert "201" in tekst(toets, Publiek.VO)


def test_the_answer_under_a_closed_question_is_shown_to_nobody():
    inhoud = Inhoud({"ondersteuningsvraag": False, "ondersteuning_gekregen": "oude tekst"})
    assert all("oude tekst" not in tekst(inhoud, publiek) for publiek in (None, *BUITEN))


def test_every_sectie_is_there_also_when_empty():
    assert [sectie.naam for sectie in weergave(Inhoud(), Publiek.OUDERS)] == [s.naam for s in catalogus().secties]
