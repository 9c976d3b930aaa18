"""Is DUO's open list read, whatever its headers, encoding and separator; and does a wrong file get a sentence?"""

from __future__ import annotations

from datetime import date

import pytest

from overstap.integrations.duo import DuolijstGeweigerd, lees_duolijst

OUD = (
    "PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;"
    "POSTCODE;PLAATSNAAM;GEMEENTENAAM;TELEFOONNUMMER\n"
    "Nergens;99901;99XA;99XA01;Basisschool Café;Dorpsweide;1-A;9999XA;MEERDORP;Meerdorp;000-0000001\n"
)
NIEUW = (
    '"BEVOEGD GEZAG CODE","INSTELLINGSCODE","VESTIGINGSCODE","NAAM VESTIGING","STRAAT","HUISNUMMER TOEVOEGING",'
    '"POSTCODE","PLAATS","TELEFOON","DATUM EINDE","OPGEGAAN IN"\n'
    '"99901","99XA","1","Basisschool Café","Dorpsweide","1-A","9999 XA","Meerdorp","000000001","31-03-2027","99XB"\n'
)


@pytest.mark.parametrize("tekst", [OUD, NIEUW])
@pytest.mark.parametrize("schrift", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("regeleinde", ["\n", "\r\n"])
def test_every_year_of_the_list_says_the_same(tekst: str, schrift: str, regeleinde: str) -> None:
    [school] = lees_duolijst(tekst.replace("\n", regeleinde).encode(schrift)).scholen
    assert school.sleutel == "99XA-01"
    verwacht = {"naam": "Basisschool Café", "straat": "Dorpsweide", "huisnummer": "1-A", "postcode": "9999 XA",
                "plaats": "Meerdorp", "telefoon": "0000000001", "bestuur": "99901"}  # fmt: skip
    assert {veld: school.waarden[veld] for veld in verwacht} == verwacht
    einde = (date(2027, 3, 31), "99XB") if tekst is NIEUW else (None, "")
    assert (school.waarden["laatste_dag"], school.waarden["opgegaan_in"]) == einde


def test_a_header_below_a_title_is_found_and_empty_lines_do_not_count() -> None:
    lijst = lees_duolijst(("Vestigingen op 1 november;;\n\n" + OUD + ";;;\n").encode())
    assert [school.brin for school in lijst.scholen] == ["99XA"]
    assert lijst.opgevallen == ()


def test_two_schools_with_one_brin_are_two_vestigingen_or_one_row_too_many() -> None:
    rij = OUD.splitlines()[1]
    lijst = lees_duolijst("\n".join([OUD.strip(), rij.replace("99XA01", "99XA02"), rij, "x;y;z;;;"]).encode())
    assert [school.sleutel for school in lijst.scholen] == ["99XA-01", "99XA-02"]
    assert lijst.opgevallen == (
        "Regel 4: 99XA vestiging 01 staat ook op regel 2. De eerste telt.",
        "Regel 5: hier staat geen BRIN van vier tekens. Deze regel telt niet mee.",
    )


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "mist een kolom met het BRIN en de naam en de plaats. Gevonden kolommen: geen."),
        (b"Leerling;Klas\nA;8\n", "Gevonden kolommen: Leerling, Klas."),
        (OUD.replace("PLAATSNAAM", "WAAR").encode(), "mist een kolom met de plaats."),
        (OUD.splitlines()[0].encode(), "geen enkele school"),
        (b"PK\x03\x04", "geen CSV-bestand"),
        (b"\x00\xff\x13" * 40, "mist een kolom met het BRIN"),
    ],
)
def test_another_file_gets_a_sentence(inhoud: bytes, zin: str) -> None:
    with pytest.raises(DuolijstGeweigerd) as fout:
        lees_duolijst(inhoud)
    assert zin in fout.value.zin
