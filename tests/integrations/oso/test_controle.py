"""`overstap oso controleer` says per file whether it is good and what to do, and never shows a value of a pupil."""

import json

import pytest

from overstap.commands import main
from overstap.integrations.oso import controleer
from overstap.integrations.oso.v2019.profielen import Profiel
from tests.integrations.oso.kleinste import CAT, L, als_bytes, kleinste
from tests.integrations.oso.leerling import WAARDEN, opgesteld

GEHEIM = "Zonneschijn-van-der-Meulen"


@pytest.fixture
def schrijf(tmp_path):
    """Write a smallest dossier with these changes to a file."""

    def maak(naam, anders=None, profiel=Profiel.POVO):
        pad = tmp_path / naam
        pad.write_bytes(als_bytes(kleinste(profiel, anders)))
        return pad

    return maak


def gekeurd(capsys, *paden):
    code = main(["oso", "controleer", "--json", *map(str, paden)])
    return code, json.loads(capsys.readouterr().out)


def test_good_file_has_exit_code_zero(capsys, schrijf):
    pad = schrijf("goed.xml", profiel=Profiel.VOSWV)
    assert gekeurd(capsys, pad) == (0, {"bestand": str(pad), "profiel": "VOSWV", "geldig": True, "meldingen": []})


def test_warning_leaves_a_file_good(capsys, schrijf):
    code, keuring = gekeurd(capsys, schrijf("let_op.xml", {f"{L}/overstapadvies/advies": None}))
    assert code == 0
    assert keuring["geldig"] is True
    assert [(m["regel"], m["ernst"], m["pad"]) for m in keuring["meldingen"]] == [
        ("OVa.OA02", "waarschuwing", f"/dossier/{L}/overstapadvies/advies")
    ]
    assert keuring["meldingen"][0]["tekst"].startswith(
        "Het schooladvies ontbreekt. Vul dit in uw leerlingadministratie"
    )


def test_fout_has_exit_code_one(capsys, schrijf):
    code, keuring = gekeurd(capsys, schrijf("fout.xml", {f"{L}/leerlingid": None}))
    assert (code, keuring["geldig"]) == (1, False)
    assert [m["regel"] for m in keuring["meldingen"]] == ["OVa.LL13"]


def test_unreadable_file_has_exit_code_two_and_a_list_for_more_files(capsys, schrijf, tmp_path):
    leeg = tmp_path / "leeg.xml"
    leeg.write_bytes(b"")
    code, keuringen = gekeurd(capsys, schrijf("goed.xml"), leeg, tmp_path / "weg.xml")
    assert code == 2
    assert [(k["geldig"], [m["regel"] for m in k["meldingen"]]) for k in keuringen] == [
        (True, []),
        (False, ["leeg"]),
        (False, ["geen_bestand"]),
    ]


def test_folder_means_the_files_in_it(capsys, schrijf, tmp_path):
    schrijf("a.xml")
    schrijf("b.xml", {CAT: None})
    code, keuringen = gekeurd(capsys, tmp_path)
    assert (code, [k["geldig"] for k in keuringen]) == (1, [True, False])


def test_people_read_sentences(capsys, schrijf):
    goed, fout = schrijf("goed.xml"), schrijf("fout.xml", {f"{L}/leerlingid": None})
    assert main(["oso", "controleer", str(goed), str(fout)]) == 1
    uit = capsys.readouterr().out
    assert f"{goed}: geldig (POVO)" in uit
    assert f"{fout}: NIET geldig (POVO)" in uit
    assert f"  fout [OVa.LL13] /dossier/{L}/leerlingid" in uit


def test_no_value_of_the_pupil_is_shown(capsys, schrijf):
    anders = {
        f"{L}/achternaam": GEHEIM,
        f"{L}/leerlinggewicht": GEHEIM,
        f"{L}/geboortedatum": GEHEIM,
        f"{L}/bsn": GEHEIM,
        f"{L}/communicatielijst": {"communicatie": {"soort": "e-mail", "nummer": GEHEIM, "geheim": "true"}},
        f"{L}/overigdocumentlijst": {"document": {"bestandsnaam": f"{GEHEIM}.pdf"}},
        f"{L}/adresgeheim": "true",
    }
    _, keuring = gekeurd(capsys, schrijf("geheim.xml", anders))
    regels = {m["regel"] for m in keuring["meldingen"]}
    assert {"codelijst 15", "structuur", "nummer", "OG.01", "OVa.LL08", "OVa.LL06", "bijlage"} <= regels
    assert GEHEIM not in json.dumps(keuring)


def test_broken_attachment_is_a_warning_when_read(schrijf):
    keuring = controleer(schrijf("bijlage.xml", {f"{L}/overigdocumentlijst": {"document": {"bestandsnaam": "a.pdf"}}}))
    assert [(m.regel, m.ernst, m.pad) for m in keuring.meldingen] == [
        ("bijlage", "waarschuwing", f"/dossier/{L}/overigdocumentlijst/document")
    ]
    assert keuring.geldig


def test_what_we_write_is_good(tmp_path):
    pad = tmp_path / "eigen.xml"
    pad.write_bytes(opgesteld().xml)
    assert controleer(pad).meldingen == ()
    assert WAARDEN["achternaam"] not in repr(controleer(pad))


def test_official_examples_are_good(capsys, povo_bestand):
    code, keuringen = gekeurd(capsys, povo_bestand.parent)
    assert code == 0
    assert {k["profiel"] for k in keuringen} == {"POVO", "POSWV"}
    assert {m["regel"] for k in keuringen for m in k["meldingen"]} == {"bijlage"}
