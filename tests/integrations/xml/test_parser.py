"""Every file that is not a harmless, well-formed XML document is refused with its own sentence."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overstap.integrations.xml import Grenzen, Leesfout, ontleed

BOM = "\ufeff"
BOMMEN = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10 if n else "ha" * 20}">' for n in range(10))

SLECHT = {
    "leeg": (b"", "leeg"),
    "alleen witruimte": (b" \n\t", "leeg"),
    "gewone tekst": (b"Geachte mevrouw", "geen_xml"),
    "zip": (b"PK\x03\x04abc", "geen_xml"),
    "pdf": (b"%PDF-1.7\n", "geen_xml"),
    "json": (b'{"a": 1}', "geen_xml"),
    "afgekapt in een element": (b"<a><b>tekst", "afgekapt"),
    "afgekapt in een begin": (b"<a><b", "afgekapt"),
    "afgekapt in een attribuut": (b'<a b="c', "afgekapt"),
    "afgekapt in een einde": (b"<a><b>x</b></a", "afgekapt"),
    "verkeerd genest": (b"<a><b></a></b></a>", "fout_xml"),
    "doctype": (b"<!DOCTYPE a><a/>", "doctype"),
    "doctype in utf-16": ("<!DOCTYPE a><a/>".encode("utf-16"), "doctype"),
    "entiteit": (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "doctype"),
    "bestand van buiten": (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "doctype"),
    "entiteitenbom": (f"<!DOCTYPE a [{BOMMEN}]><a>&x9;</a>".encode(), "doctype"),
    "entiteit zonder doctype": (b"<a>&x;</a>", "fout_xml"),
    "foute bytes": (b"<a>caf\xe9</a>", "codering"),
    "onbekende codering": (b'<?xml version="1.0" encoding="klingon"?><a/>', "codering"),
    "geen utf-16": (b'<?xml version="1.0" encoding="utf-16"?><a>x</a>', "codering"),
    "stuurteken": (b"<a>\x01</a>", "verboden_teken"),
    "te diep": (b"<a>" * 300 + b"</a>" * 300, "te_diep"),
    "te diep en groot": (b"<a>" * 300 + b"x" * 10_100_000 + b"</a>" * 300, "te_diep"),
    "veel te diep en groot": (b"<a>" * 3000 + b"x" * 10_100_000 + b"</a>" * 3000, "te_diep"),
}


@pytest.mark.parametrize(("ruw", "code"), SLECHT.values(), ids=SLECHT.keys())
def test_bad_file_is_refused_with_its_own_code(ruw, code):
    with pytest.raises(Leesfout) as fout:
        ontleed(ruw)
    assert fout.value.code == code
    assert fout.value.zin.endswith(".")


def test_a_text_as_long_as_an_attachment_may_be_is_read():
    assert len(ontleed(b"<a><b>" + b"x" * 10_100_000 + b"</b></a>")[0].text) == 10_100_000


def test_big_file_names_the_limit():
    with pytest.raises(Leesfout) as fout:
        ontleed(b"<a>" + b" " * 3_000_000 + b"</a>", Grenzen(bytes=2 * 1024 * 1024))
    assert fout.value.code == "te_groot"
    assert "Er passen 2 MB" in fout.value.zin


@pytest.mark.parametrize("ruw", [b"<a>" + b"<b/>" * 100 + b"</a>", b"<a " + b'b="" ' * 50 + b"/>"])
def test_too_many_parts_are_refused_before_parsing(ruw):
    with pytest.raises(Leesfout) as fout:
        ontleed(ruw, Grenzen(tekens=100, attributen=40))
    assert fout.value.code == "te_veel"


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings_that_a_file_declares_are_read(codering):
    ruw = f'<?xml version="1.0" encoding="{codering.removesuffix("-sig")}"?><a>Zoë</a>'.encode(codering)
    assert ontleed(ruw).text == "Zoë"


def test_comment_inside_a_value_does_not_cut_it():
    assert ontleed(b"<a>Ja<!-- nee -->n<?pi x?>tje</a>").text == "Jantje"


@given(st.binary(max_size=200), st.sampled_from([b"", b"<a>", b"<?xml version='1.0'?><a>", b"<!DOCTYPE a [", b"<a/>"]))
def test_no_bytes_raise_anything_else(rest, begin):
    with contextlib.suppress(Leesfout):
        assert ontleed(begin + rest).tag
