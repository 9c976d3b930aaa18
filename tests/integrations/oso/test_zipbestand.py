"""Does a ZIP give its dossiers one by one, and say in words what it may not be?"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest

from overstap.integrations.oso import Leesfout, Zipbestand, Zipgrenzen

MB = 1024 * 1024


def pak(*leden: tuple[str, bytes], methode: int = zipfile.ZIP_DEFLATED) -> bytes:
    uit = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(uit, "w", methode) as zip_:
        warnings.simplefilter("ignore")
        for naam, ruw in leden:
            zip_.writestr(naam, ruw)
    return uit.getvalue()


def open_(ruw: bytes, **grenzen: int) -> Zipbestand:
    return Zipbestand(io.BytesIO(ruw), Zipgrenzen(**grenzen))


def op_slot(ruw: bytes) -> bytes:
    """The same ZIP, which says that its first file has a password."""
    plek = ruw.index(b"PK\x01\x02")
    return ruw[:6] + b"\x01" + ruw[7 : plek + 8] + b"\x01" + ruw[plek + 9 :]


def test_the_dossiers_come_one_by_one_without_what_systems_add():
    rommel = (("__MACOSX/._een.xml", b"x"), (".DS_Store", b"x"))
    zip_ = open_(pak(("a/een.xml", b"<een/>"), *rommel, ("twee.XML", b"<twee/>")))
    assert [lid.naam for lid in zip_.leden] == ["een.xml", "twee.XML"]
    assert [zip_.open(plaats).read() for plaats in (1, 0)] == [b"<twee/>", b"<een/>"]


@pytest.mark.parametrize(
    ("naam", "woord"),
    [
        ("/etc/a.xml", "andere map"),
        ("../a.xml", "andere map"),
        ("C:\\a.xml", "andere map"),
        ("nog.zip", "ZIP-bestand in het ZIP-bestand"),
        ("brief.docx", "geen OSO-bestand"),
    ],
)
def test_what_is_no_dossier_says_so_and_the_rest_goes_on(naam: str, woord: str):
    zip_ = open_(pak((naam, b"<x/>"), ("goed.xml", b"<goed/>")))
    assert woord in zip_.leden[0].bezwaar
    assert zip_.leden[1].bezwaar == ""
    with pytest.raises(Leesfout, match="geen_dossier"):
        zip_.open(0)


def test_a_second_file_of_the_same_name_is_named_as_such():
    zip_ = open_(pak(("a.xml", b"<een/>"), ("a.xml", b"<twee/>")))
    assert [bool(lid.bezwaar) for lid in zip_.leden] == [False, True]
    assert "eigen naam" in zip_.leden[1].bezwaar


def test_a_number_in_a_name_is_masked():
    assert open_(pak(("jan-999990019.xml", b"<x/>"))).leden[0].naam == "jan-•••.xml"


@pytest.mark.parametrize(
    ("ruw", "code"),
    [
        (b"PK geen zip", "geen_zip"),
        (pak(("a.xml", b"<x/>"))[:-10], "geen_zip"),
        (pak(), "leeg"),
        (pak((".DS_Store", b"x")), "leeg"),
        (op_slot(pak(("a.xml", b"<x/>"))), "wachtwoord"),
    ],
)
def test_a_zip_that_cannot_be_read_as_a_whole_is_refused(ruw: bytes, code: str):
    with pytest.raises(Leesfout) as fout:
        open_(ruw)
    assert fout.value.code == code


def test_one_file_with_a_password_fails_alone():
    zip_ = open_(op_slot(pak(("a.xml", b"<x/>"), ("b.xml", b"<x/>"))))
    assert ["wachtwoord" in lid.bezwaar for lid in zip_.leden] == [True, False]


def test_too_many_files_or_bytes_are_refused_before_anything_is_unpacked():
    drie = pak(*((f"{n}.xml", bytes(1000)) for n in range(3)))
    for grenzen, code in (({"aantal": 2}, "te_veel"), ({"samen": 2999}, "te_groot")):
        with pytest.raises(Leesfout) as fout:
            open_(drie, **grenzen)
        assert fout.value.code == code
    assert "Er passen" in open_(drie, per_stuk=999).leden[0].bezwaar


def test_a_bomb_is_recognised_by_how_much_it_would_grow():
    assert "onwaarschijnlijk groot" in open_(pak(("bom.xml", bytes(8 * MB)))).leden[0].bezwaar


def test_what_lies_about_its_size_is_stopped_on_the_way():
    ruw = bytearray(pak(("a.xml", b"x" * 50_000)))
    plek = ruw.index(b"PK\x01\x02")
    struct.pack_into("<L", ruw, plek + 24, 10)
    zip_ = open_(bytes(ruw))
    with pytest.raises(Leesfout, match="beschadigd"):
        zip_.open(0)


def test_a_list_of_files_that_is_too_long_is_not_taken_into_memory():
    vol = pak(*((f"{n}.xml", b"") for n in range(200)))
    with pytest.raises(Leesfout, match="geen_zip"):
        open_(vol, inhoudsopgave=5000)


def test_a_damaged_file_fails_alone():
    ruw = bytearray(pak(("a.xml", b"<een>inhoud</een>"), ("b.xml", b"<twee/>"), methode=zipfile.ZIP_STORED))
    ruw[ruw.index(b"inhoud")] ^= 1
    zip_ = open_(bytes(ruw))
    with pytest.raises(Leesfout, match="beschadigd"):
        zip_.open(0)
    assert zip_.open(1).read() == b"<twee/>"
