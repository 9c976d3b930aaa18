"""Is a region file read whole, and does every mistake get its line and a sentence that helps?"""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overstap.domain.bijlagen.rules import bezwaar_tegen_standaardsoort
from overstap.domain.scholen.rules import (
    Kalender,
    RegiobestandFout,
    kalender_uit_instellingen,
    lees_regio,
)

VOORBEELD = (Path(__file__).parents[3] / "regio" / "voorbeeld.toml").read_text(encoding="utf-8")

KLEIN = """\
naam = "Regio Proef"

[swv.VO9902]
naam = "SWV Proef"
telefoon = "0000000004"

[[scholen]]
brin = "99XC"
naam = "De Proef"
soort = "po"
straat = "Proefstraat"
huisnummer = "3"
postcode = "9999XC"
plaats = "Proefdorp"
"""


def fouten(tekst: str) -> list[str]:
    with pytest.raises(RegiobestandFout) as gevangen:
        lees_regio(tekst)
    return [str(fout) for fout in gevangen.value.fouten]


def zinnen(tekst: str) -> list[str]:
    try:
        lees_regio(tekst)
    except RegiobestandFout as stuk:
        return [fout.zin for fout in stuk.fouten]
    return []


def test_example_region_reads() -> None:
    regio = lees_regio(VOORBEELD)
    assert (regio.naam, [swv.code for swv in regio.verbanden]) == ("Regio Meerdorp", ["VO9901"])
    assert [(school.brin, school.soort.value) for school in regio.scholen] == [
        ("99XA", "po"),
        ("99XB", "po"),
        ("99XV", "vo"),
    ]
    assert regio.kalender("2026-2027") == Kalender.landelijk("2026-2027").met({"voorlopig_tot": date(2027, 1, 29)})
    assert regio.kalender("2027-2028") == Kalender.landelijk("2027-2028")


def test_a_region_may_leave_its_contact_out_but_not_misspell_it() -> None:
    assert not any(lees_regio(KLEIN).instellingen()["contact"].values())
    assert fouten(KLEIN + '[contact]\ntelefoon = "0123"\n') == [
        "Regel 16, contact.telefoon: Dit klopt niet. Vul in: tien cijfers zonder streepje."
    ]


def test_example_region_names_existing_kinds_of_bijlage() -> None:
    def lees(soorten: str) -> object:
        tekst = VOORBEELD.replace('["leerlingrapport", "lvs_profiel"]', soorten)
        return lees_regio(tekst, keur_soort=bezwaar_tegen_standaardsoort).standaard_bijlagesoorten

    assert lees('["rapport"]') == ("rapport",)
    for soort in ("verklaring", "onderzoek", "opp", "overig", "zat"):
        with pytest.raises(RegiobestandFout, match=f"standaard_bijlagesoorten: “{soort}”"):
            lees(f'["{soort}"]')


def test_settings_survive_storage_as_json() -> None:
    regio = lees_regio(VOORBEELD)
    opgeslagen = json.loads(json.dumps(regio.instellingen()))
    assert opgeslagen["standaard_bijlagesoorten"] == ["leerlingrapport", "lvs_profiel"]
    assert opgeslagen["contact"]["naam"] == "Servicepunt Overstap Meerdorp"
    assert opgeslagen["woorden"] == {"rapport": "OKR", "rapport_lang": "onderwijskundig rapport"}
    for schooljaar in ("2026-2027", "2027-2028"):
        assert kalender_uit_instellingen(opgeslagen, schooljaar) == regio.kalender(schooljaar)
    assert kalender_uit_instellingen({}, "2026-2027") == Kalender.landelijk("2026-2027")


def test_what_is_left_out_has_a_safe_default() -> None:
    regio = lees_regio(KLEIN)
    assert regio.standaard_bijlagesoorten == ()
    assert regio.pro_besluit_vragen is True
    assert regio.reactietermijn_dagen == 14
    assert regio.woorden.rapport == "OKR"
    assert regio.kleuren == {}
    assert regio.scholen[0].vestiging == "00"
    assert regio.scholen[0].postcode == "9999 XC"


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ('naam = "Regio Proef"', "naam = Regio Proef", "Regel 1: Deze regel is niet te lezen."),
        ('naam = "Regio Proef"\n', "", "Bestand, naam: Dit ontbreekt. Vul in: de naam van de regio."),
        (
            "[swv.VO9902]",
            "[swv.9902]",
            "Regel 3, swv.9902: Het nummer van een samenwerkingsverband is VO met vier cijfers, zoals in [swv.VO9901].",
        ),
        (
            '"99XC"',
            '"99xc"',
            "Regel 8, scholen[1].brin: Dit klopt niet. Vul in: twee cijfers en twee hoofdletters, zoals 99XA.",
        ),
        ('plaats = "', 'plats = "', "Regel 7, scholen[1].plaats: Dit ontbreekt. Vul in: de plaats."),
        ('"po"', '"havo"', "Regel 10, scholen[1].soort: Dit klopt niet. Vul in: po of vo."),
        (
            '"3"',
            "3",
            (
                "Regel 12, scholen[1].huisnummer: Dit klopt niet. "
                'Vul in: het huisnummer tussen aanhalingstekens, zoals "12a".'
            ),
        ),
        ("[[scholen]]", "[scholen]", "Regel 7, scholen: Er zijn geen scholen."),
        ("[swv.VO9902]", "[swf.VO9902]", "Bestand, swf: Dit woord is hier niet bekend. Bedoelt u swv?"),
        (
            "\n[swv.VO9902]",
            "reactietermijn_dagen = 0\n[swv.VO9902]",
            "Regel 2, reactietermijn_dagen: Dit klopt niet. Vul in: een getal van 1 tot en met 60.",
        ),
        (
            "\n[swv.VO9902]",
            'standaard_bijlagesoorten = ["OPP"]\n[swv.VO9902]',
            "Regel 2, standaard_bijlagesoorten: Dit klopt niet.",
        ),
        ("\n[swv.VO9902]", 'pro_besluit_vragen = "ja"\n[swv.VO9902]', "Regel 2, pro_besluit_vragen: Dit klopt niet."),
        (
            "\n[swv.VO9902]",
            'woorden = "OKR"\n[swv.VO9902]',
            "Regel 2, woorden: Hier hoort een blok dat begint met [woorden].",
        ),
        (
            "\n[swv.VO9902]",
            "kalender = 2027\n[swv.VO9902]",
            "Regel 2, kalender: Hier hoort een blok dat begint met [kalender].",
        ),
        ("[swv.VO9902]", '[kleuren]\nmerk = "blauw"\n[swv.VO9902]', "Regel 4, kleuren.merk: Dit klopt niet."),
        (
            "[swv.VO9902]",
            '[kleuren]\nmerk = "#ffdd00"\n[swv.VO9902]',
            (
                "Regel 4, kleuren.merk: Witte tekst hierop, of tekst in deze kleur op een bladzijde, haalt een"
                " contrast van 1,2. Nodig is 4,5. Kies een donkerder kleur."
            ),
        ),
        (
            "[swv.VO9902]",
            '[kalender."2026-2028"]\n[swv.VO9902]',
            "Regel 3, kalender.2026-2028: Dit is geen schooljaar.",
        ),
        (
            "[swv.VO9902]",
            '[kalender."2026-2027"]\ndefinitief = "24 maart"\n[swv.VO9902]',
            (
                "Regel 4, kalender.2026-2027.definitief: Dit klopt niet. "
                "Vul in: een datum zonder aanhalingstekens, zoals 2027-03-24."
            ),
        ),
        (
            "[swv.VO9902]",
            '[kalender."2026-2027"]\ndefinitief = 2026-03-24\n[swv.VO9902]',
            "Regel 4, kalender.2026-2027.definitief: Deze datum valt niet in schooljaar 2026-2027.",
        ),
        (
            "[swv.VO9902]",
            '[kalender."2026-2027"]\ntoetsuitslag = 2027-03-30\n[swv.VO9902]',
            "Regel 4, kalender.2026-2027.toetsuitslag: De uitslag van de toets (30 maart) ligt na de laatste dag",
        ),
        (
            "[swv.VO9902]",
            '[kalender."2026-2027"]\ndefinitef = 2027-03-22\n[swv.VO9902]',
            "Regel 4, kalender.2026-2027.definitef: Dit woord is hier niet bekend. Bedoelt u definitief?",
        ),
    ],
)
def test_mistake_gets_line_key_and_advice(oud: str, nieuw: str, verwacht: str) -> None:
    assert oud in KLEIN
    gevonden = fouten(KLEIN.replace(oud, nieuw, 1))
    assert [fout for fout in gevonden if fout.startswith(verwacht)] != [], gevonden


def test_all_mistakes_are_told_at_once_in_order_of_line() -> None:
    stuk = KLEIN.replace("VO9902", "X").replace('"99XC"', '"X"').replace('"9999XC"', '"X"')
    assert [fout.split(":")[0] for fout in fouten(stuk)] == [
        "Regel 3, swv.X",
        "Regel 8, scholen[1].brin",
        "Regel 13, scholen[1].postcode",
    ]


def test_same_school_twice_is_named_at_both_places() -> None:
    school = KLEIN[KLEIN.index("[[scholen]]") :]
    assert [fout.split(".", 1)[0] for fout in fouten(KLEIN + school)] == [
        "Regel 8, scholen[1]",
        "Regel 16, scholen[2]",
    ]


def test_two_vestigingen_of_one_brin_are_two_schools() -> None:
    school = KLEIN[KLEIN.index("[[scholen]]") :].replace('brin = "99XC"', 'brin = "99XC"\nvestiging = "01"')
    assert [rij.vestiging for rij in lees_regio(KLEIN + school).scholen] == ["00", "01"]


@given(st.text(max_size=80))
def test_any_text_gives_errors_and_never_a_crash(tekst: str) -> None:
    assert fouten(tekst) != []


@given(st.integers(0, len(VOORBEELD) - 1), st.sampled_from(["", '"', "[", "=", "x", "\n", "1"]))
def test_one_typing_slip_is_read_or_explained(plaats: int, teken: str) -> None:
    assert all(zin.endswith((".", "?")) for zin in zinnen(VOORBEELD[:plaats] + teken + VOORBEELD[plaats + 1 :]))
