"""Is the tree of a file whose long texts flow by the one of the whole file, and is a bad one refused the same?"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from overstap.integrations.xml import Grenzen, Leesfout, ontleed, ontleed_groot
from overstap.integrations.xml.parser import STANDAARD
from tests.integrations.xml.test_parser import SLECHT

NAMEN = frozenset({"{urn:x}lang"})
LANG = "Zo lang is het. " * 5000
STUKJES = (
    "<a>", "</a>", "<lang>", "</lang>", "<y:lang xmlns:y='urn:x'>", "</y:lang>", "<lang xmlns=''>", LANG, "x" * 5000,
    " " * 5000, "<!-- c -->", "<![CDATA[" + "<&" * 3000 + "]]>", "<?p i?>", "&amp;", "&#233;", "é", "\r\n", "]]>", "<!",
    "&x;", "\x01",
)  # fmt: skip


def in_stukken(ruw: bytes, grenzen: Grenzen = STANDAARD) -> tuple[etree._Element, dict[str, str]]:
    """The slim tree, and what flowed out of it."""
    uit: dict[str, str] = {}

    def afvoer(merk: str) -> Callable[[str], None]:
        def neem(tekst: str) -> None:
            uit[merk] = uit.get(merk, "") + tekst

        return neem

    return ontleed_groot(io.BytesIO(ruw), NAMEN, afvoer, grenzen), uit


def uitkomst(lees: Callable[[], etree._Element]) -> object:
    """The tree as one text, or the refusal. White space around a text that may flow out means nothing to a reader."""
    try:
        wortel = lees()
    except Leesfout as fout:
        return fout.code, fout.zin
    for element in wortel.iter(*NAMEN):
        element.text = (element.text or "").strip()
    return hashlib.sha256(etree.tostring(wortel, method="c14n")).hexdigest()


def teruggelegd(ruw: bytes) -> etree._Element:
    wortel, uit = in_stukken(ruw)
    for element in wortel.iter():
        if element.text in uit:
            assert element.tag in NAMEN
            element.text = uit.pop(element.text)
    return wortel


def bestand(binnen: str, codering: str = "utf-8") -> bytes:
    kop = f'<?xml version="1.0" encoding="{codering}"?>'
    return f'{kop}<dossier xmlns="urn:x"><b>Zo</b>{binnen}<b>eind</b></dossier>'.encode(codering)


@pytest.mark.parametrize("ruw", [ruw for ruw, _code in SLECHT.values()], ids=SLECHT)
def test_a_bad_file_is_refused_with_the_same_words(ruw: bytes) -> None:
    assert uitkomst(lambda: in_stukken(ruw)[0]) == uitkomst(lambda: ontleed(ruw))


@pytest.mark.parametrize(
    "codering", ["utf-8", "utf-16", "utf-16-le", "iso-8859-1", "windows-1252", "shift_jis", "cp500"]
)
def test_every_encoding_gives_the_same_tree(codering: str) -> None:
    ruw = bestand(f"<lang>{LANG}{'ﾕ' if codering == 'shift_jis' else 'ë'}</lang>", codering)
    assert uitkomst(lambda: teruggelegd(ruw)) == uitkomst(lambda: ontleed(ruw))


def test_only_long_texts_of_named_elements_flow_out() -> None:
    ruw = bestand(f"<lang>kort</lang><lang>{LANG}</lang><kort>{LANG}</kort><lang xmlns=''>{LANG}</lang>")
    wortel, uit = in_stukken(ruw)
    assert list(uit.values()) == [LANG]
    assert [element.text for element in wortel[1:-1]] == ["kort", *uit, LANG, LANG]


@settings(max_examples=30)
@given(st.lists(st.sampled_from(STUKJES), max_size=9))
def test_whatever_stands_in_it_the_tree_or_the_refusal_is_the_same(delen: list[str]) -> None:
    ruw = bestand("<lang>" + "".join(delen) + "</lang>")
    assert uitkomst(lambda: teruggelegd(ruw)) == uitkomst(lambda: ontleed(ruw))


@pytest.mark.parametrize("grenzen", [Grenzen(bytes=2 * 1024 * 1024), Grenzen(tekens=100), Grenzen(attributen=40)])
def test_the_limits_are_the_same(grenzen: Grenzen) -> None:
    ruw = b"<a b='c'>" + b"<b d='e'/>" * 300 + b" " * 3_000_000 + b"</a>"
    assert uitkomst(lambda: in_stukken(ruw, grenzen)[0]) == uitkomst(lambda: ontleed(ruw, grenzen))


@pytest.mark.parametrize(
    "deel", [f"<!--{' ' * 3_000_000}-->", "<lang>" + "\n" * 1_000_000 + "</lang>", "\n" * 1_000_000]
)
def test_a_part_that_never_ends_costs_no_time_and_is_read_all_the_same(deel: str) -> None:
    ruw = bestand(f"{deel}<lang>{LANG}</lang>")
    begin = process_time()
    slank = uitkomst(lambda: teruggelegd(ruw))
    assert process_time() - begin < 5
    assert slank == uitkomst(lambda: ontleed(ruw))
