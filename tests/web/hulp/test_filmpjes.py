"""Is every clip of the help about the pages and steps of today, and do its captions say them from begin to end?

That a browser plays them is in `tests/web/test_beelden.py`.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

import pytest

from overstap.web.hulp.boek import FILMPJES, Taak, boek, lees
from overstap.web.hulp.opmaak import kaal
from tests.web.hulp.schermwoorden import filmafdruk

GROOTSTE_FILMPJE = 200_000
_OPNIEUW = "Draai ./dev beelden (voor één ervan: ./dev beelden -k NAAM), en bekijk ze"
_ONDERTITEL = re.compile(r"(\d+):(\d+\.\d+) --> (\d+):(\d+\.\d+).*\n(.+)")
# EBML: how long it is, as a float of eight bytes in milliseconds.
_DUUR = b"\x44\x89\x88"


def filmpjes() -> Iterator[Taak]:
    return (taak for _handleiding, taak in boek().taken() if taak.film)


def ondertitels(naam: str) -> list[tuple[float, float, str]]:
    """What is said from when to when, in seconds."""
    regels = _ONDERTITEL.findall((FILMPJES / f"{naam}.vtt").read_text(encoding="utf-8"))
    return [(int(m1) * 60 + float(s1), int(m2) * 60 + float(s2), unescape(zin)) for m1, s1, m2, s2, zin in regels]


def test_no_clip_shows_other_words_than_its_pages_and_steps() -> None:
    oud = [
        naam
        for naam, film in lees("filmpjes").items()
        if film["woorden"] != filmafdruk(film["schermen"], boek().taak(naam)[1].stappen)
    ]
    assert not oud, f"De woorden van deze filmpjes zijn veranderd. {_OPNIEUW}: {', '.join(oud)}"


def test_the_fingerprint_sees_a_changed_step_and_another_page() -> None:
    eerst = filmafdruk(["vo/inbox.html"], ["Kies [Neem over]."])
    assert eerst == filmafdruk(["vo/inbox.html"], ["Kies [Neem over]."])
    assert eerst != filmafdruk(["vo/inbox.html"], ["Kies [Gooi weg]."])
    assert eerst != filmafdruk(["vo/aanmelden.html"], ["Kies [Neem over]."])


def test_every_clip_has_its_files_and_every_file_its_clip() -> None:
    namen = set(lees("filmpjes"))
    bestanden = {pad.name: pad.stat().st_size for pad in FILMPJES.iterdir()}
    assert set(bestanden) == {f"{naam}.{soort}" for naam in namen for soort in ("webm", "vtt")}
    assert {taak.naam for taak in filmpjes()} == namen
    # Before it plays, and where it cannot, the picture of the task is there.
    assert [taak.naam for taak in filmpjes() if not taak.beeld] == []
    assert {naam: bytes_ for naam, bytes_ in bestanden.items() if bytes_ > GROOTSTE_FILMPJE} == {}


@pytest.mark.parametrize("naam", sorted(lees("filmpjes")))
def test_the_captions_say_the_steps_in_their_order_from_begin_to_end(naam: str) -> None:
    gezegd, bytes_ = ondertitels(naam), (FILMPJES / f"{naam}.webm").read_bytes()
    [duur] = struct.unpack_from(">d", bytes_, bytes_.index(_DUUR) + len(_DUUR))
    assert [gezegd[0][0], *(volgende[0] for volgende in gezegd[1:])] == [0, *(deze[1] for deze in gezegd[:-1])]
    assert gezegd[-1][1] == pytest.approx(duur / 1000, abs=0.1)
    _handleiding, taak = boek().taak(naam)
    assert round(gezegd[-1][1]) == taak.film.seconden
    assert 8 <= taak.film.seconden <= 35
    stappen = " ".join(map(kaal, taak.stappen))
    plaatsen = [stappen.find(zin) for _begin, _einde, zin in gezegd]
    assert min(plaatsen) >= 0, "een zin die niet in de stappen staat"
    assert all(eerst <= dan for eerst, dan in pairwise(plaatsen)), "de stappen staan in een andere volgorde"
    # Nobody can read a sentence that is gone at once.
    assert [zin for begin, einde, zin in gezegd if einde - begin < 1.5] == []
