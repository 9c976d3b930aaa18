"""No damaged file crashes the reader, and whatever was read either becomes a valid file again or is refused."""

import contextlib
from copy import deepcopy
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from overstap.domain.importen.snapshot import Gelezen
from overstap.integrations.oso import Leesfout, Schrijffout, lees, stel_op
from overstap.integrations.oso.v2019.naam import q
from overstap.integrations.oso.v2019.structuur import paden
from tests.fuzz.naspelen import naspelen
from tests.integrations.oso.conftest import PROJECT
from tests.integrations.oso.leerling import DATUM, INZAGE, opgesteld

XML = opgesteld().xml
NAMEN = sorted({pad.naam for pad in paden().values()})
WAARDEN = st.sampled_from(
    ["", " ", "true", "1", "-1", "2026-01-01", "999999999999999999999", "9" * 5000, "1e5", "NaN", "٣", "\u202e", "Ja"]
) | st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=30)
TRAAG = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@st.composite
def verminkt(draw: st.DrawFn) -> bytes:
    """The example with up to eight elements taken away, doubled, moved, renamed, filled or emptied."""
    wortel = etree.fromstring(XML)
    for _ in range(draw(st.integers(1, 8))):
        elementen = list(wortel.iter(etree.Element))[1:]
        if not elementen:
            break
        element = draw(st.sampled_from(elementen))
        ouder = element.getparent()
        match draw(st.sampled_from(["weg", "dubbel", "elders", "anders", "waarde", "leeg"])):
            case "weg":
                ouder.remove(element)
            case "dubbel":
                ouder.insert(draw(st.integers(0, len(ouder))), deepcopy(element))
            case "elders":
                draw(st.sampled_from(list(wortel.iter(etree.Element)))).append(deepcopy(element))
            case "anders":
                element.tag = q(draw(st.sampled_from(NAMEN)))
            case "waarde":
                element.text = draw(WAARDEN)
            case _:
                element.clear()
    return etree.tostring(wortel)


@settings(max_examples=250, deadline=None, suppress_health_check=TRAAG)
@given(verminkt())
def test_damaged_structure_is_read_and_written_validly_or_refused(xsd, ruw):
    try:
        gelezen = lees(ruw, vandaag=date(2026, 11, 22))
    except Leesfout as fout:
        assert fout.zin  # noqa: PT017  # either outcome is right, as long as it is one of the two
        return
    assert gelezen.inhoud.uit_bytes(gelezen.inhoud.naar_bytes()) == gelezen.inhoud
    with contextlib.suppress(Schrijffout):
        xsd.assertValid(etree.fromstring(_geschreven(gelezen)))


def _geschreven(gelezen: Gelezen) -> bytes:
    return stel_op(
        gelezen.inhoud,
        nummer=gelezen.nummer,
        inzage=gelezen.inzage or INZAGE,
        bestanden=gelezen.bestanden,
        datum=gelezen.datum or DATUM,
    ).xml


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(XML) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_damaged_bytes_never_raise_anything_but_leesfout(plekken):
    ruw = bytearray(XML)
    for plek, waarde in plekken:
        ruw[plek] = waarde
    with contextlib.suppress(Leesfout):
        assert lees(bytes(ruw)).standaardversie is not None


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(XML) - 1))
def test_cut_off_file_is_refused(lengte):
    with contextlib.suppress(Leesfout):
        lees(XML[:lengte])
        # Only the line feed at the end may be missing.
        assert lengte >= len(XML.rstrip())


@pytest.mark.parametrize(("doel", "aantal"), [("xml", 120), ("stroom", 60), ("zip", 60)])
def test_slice_of_the_fuzzer_crashes_nothing_and_reaches_the_mapper(doel, aantal):
    bewaard = sorted((PROJECT / "tests" / "fuzz" / "corpus" / ("zip" if doel == "zip" else "xml")).glob("*"))
    assert bewaard
    telling = naspelen(doel, [pad.read_bytes() for pad in bewaard], aantal, zaad=1)
    assert telling.invoer == len(bewaard) + aantal
    assert not telling.traag
    if doel != "zip":
        assert telling.uitkomsten["gelezen"] > telling.invoer * 0.9
    assert telling.uitkomsten["gelezen"] > aantal // 10
