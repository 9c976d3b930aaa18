"""Is a picture true to its numbers, whole within its frame, and safe to put in a page?"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from overstap.domain.rapporten.snapshot.reeksen import DLE, NIVEAU_IV, SCHALEN, VAARDIGHEID, Punt, Reeks
from overstap.integrations.grafiek import lijngrafiek, tredegrafiek
from overstap.integrations.grafiek.lijn import BREEDTE, HOOGTE

_NS = {"s": "http://www.w3.org/2000/svg"}


def teken(schaal, *punten: Punt) -> etree._Element:
    return etree.fromstring(lijngrafiek(Reeks("Rekenen", schaal, punten)))


def punt(dag: int, hoogte: float, moment: str = "M7", **rest: Decimal) -> Punt:
    return Punt(date(2026, 1, 1) + timedelta(days=dag), moment, str(hoogte), Decimal(str(hoogte)), **rest)


def hoogten(svg: etree._Element) -> list[float]:
    return [float(stip.get("cy")) for stip in svg.iterfind(".//s:circle", _NS)]


def plekken(svg: etree._Element) -> list[float]:
    return [float(stip.get("cx")) for stip in svg.iterfind(".//s:circle", _NS)]


def woorden(svg: etree._Element) -> list[str]:
    return [str(tekst.text) for tekst in svg.iterfind(".//s:text", _NS)]


def test_a_higher_level_stands_higher_and_in_the_middle_of_its_band() -> None:
    laag, hoog = hoogten(teken(NIVEAU_IV, punt(0, 0), punt(140, 4)))
    assert (laag, hoog) == (118, 22)


def test_time_runs_to_the_right_in_proportion() -> None:
    eerste, tweede, derde = plekken(teken(NIVEAU_IV, punt(0, 1), punt(100, 2), punt(400, 2)))
    assert round((tweede - eerste) / (derde - eerste), 2) == 0.25


def test_moments_too_close_for_two_labels_keep_the_last() -> None:
    svg = teken(NIVEAU_IV, punt(0, 1, "M6"), punt(395, 2, "B8"), punt(400, 2, "M8"))
    assert [woord for woord in woorden(svg) if woord[0] in "MB"] == ["M6", "M8"]


def test_numbers_stand_between_round_figures() -> None:
    svg = teken(VAARDIGHEID, punt(0, 209), punt(100, 252.5))
    assert [woord for woord in woorden(svg) if woord.isdigit()] == ["200", "220", "240", "260"]


def test_the_dl_is_a_dashed_line_beside_the_dle() -> None:
    svg = teken(DLE, punt(0, 30, verwacht=Decimal(35)), punt(100, 44, verwacht=Decimal(40)))
    assert len(svg.findall(".//s:polyline[@stroke-dasharray]", _NS)) == 1


def test_text_of_a_file_cannot_become_markup() -> None:
    svg = teken(NIVEAU_IV, punt(0, 1, "<b onload='x'>&"), punt(100, 2))
    assert "<b onload='x'>&" in woorden(svg)


_HOOGTE = st.decimals(-999, 9999, places=2)


@given(st.sampled_from(SCHALEN), st.lists(st.tuples(st.integers(0, 900), _HOOGTE), min_size=2, max_size=8))
def test_every_point_stays_within_the_frame(schaal, getallen) -> None:
    if schaal.banden:
        getallen = [(dag, Decimal(abs(int(hoogte)) % len(schaal.banden))) for dag, hoogte in getallen]
    svg = teken(schaal, *(punt(dag, float(hoogte)) for dag, hoogte in sorted(getallen)))
    assert all(0 < y < HOOGTE for y in hoogten(svg))
    assert all(0 < x < BREEDTE for x in plekken(svg))


def test_the_reached_step_is_the_dark_one() -> None:
    svg = etree.fromstring(tredegrafiek(("lager dan 1F", "1F", "2F"), 1))
    assert [vak.get("class") for vak in svg.iterfind(".//s:rect", _NS)] == ["ov-trede", "ov-trede--vol", "ov-trede"]
    assert woorden(svg) == ["lager dan 1F", "1F", "2F"]
