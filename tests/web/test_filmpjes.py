"""Is every clip of the help about the pages and words of today, and do its captions say them from begin to end?

That they show what the pages show is in `tests/hulpbeelden`, that a browser plays them in `tests/web/test_beelden.py`.
"""

from __future__ import annotations

import re
import struct
from html import unescape
from itertools import pairwise

import pytest
from django.utils import translation

from overstap.web.components.talen import TALEN
from overstap.web.hulp.opmaak import kaal
from overstap.web.ouders.filmpjes import FILMS, films_in
from overstap.web.ouders.hulp import STUKKEN
from tests.web.hulp.clips import Clip, clips
from tests.web.hulp.schermwoorden import filmafdruk

# On a phone with a slow line: two seconds.
GROOTSTE_FILMPJE = 260_000
_OPNIEUW = "Draai ./dev beelden (voor één ervan: ./dev beelden -k NAAM), en bekijk ze"
_ONDERTITEL = re.compile(r"(\d+):(\d+\.\d+) --> (\d+):(\d+\.\d+).*\n(.+)")
# EBML: how long it is, as a float of eight bytes in milliseconds.
_DUUR = b"\x44\x89\x88"
CLIPS = clips()


def ondertitels(clip: Clip) -> list[tuple[float, float, str]]:
    """What is said from when to when, in seconds."""
    regels = _ONDERTITEL.findall((clip.map / f"{clip.naam}.vtt").read_text(encoding="utf-8"))
    return [(int(m1) * 60 + float(s1), int(m2) * 60 + float(s2), unescape(zin)) for m1, s1, m2, s2, zin in regels]


@pytest.mark.parametrize("clip", CLIPS, ids=lambda clip: clip.naam)
def test_it_shows_the_words_of_its_pages_and_steps(clip: Clip) -> None:
    assert clip.film, f"{_OPNIEUW}: {clip.naam}"
    with translation.override(clip.taal):
        assert clip.film.woorden == filmafdruk(clip.schermen, clip.stappen()), f"{_OPNIEUW}: {clip.naam}"


def test_the_fingerprint_sees_a_changed_step_another_page_and_another_language() -> None:
    eerst = filmafdruk(["vo/inbox.html"], ["Kies [Neem over]."])
    assert eerst == filmafdruk(["vo/inbox.html"], ["Kies [Neem over]."])
    assert eerst != filmafdruk(["vo/inbox.html"], ["Kies [Gooi weg]."])
    assert eerst != filmafdruk(["vo/aanmelden.html"], ["Kies [Neem over]."])
    vader = filmafdruk(["ouders/code.html"], [])
    with translation.override("tr"):
        assert vader != filmafdruk(["ouders/code.html"], [])


def test_every_clip_has_its_files_and_every_file_its_clip() -> None:
    te_zien = {clip.map / f"{clip.naam}.{soort}" for clip in CLIPS for soort in clip.soorten}
    er_zijn = {pad for map_ in {clip.map for clip in CLIPS} for pad in map_.iterdir()}
    assert er_zijn == te_zien
    # Before it plays, and where it cannot, there is a picture.
    assert [clip.naam for clip in CLIPS if not clip.beeld.exists()] == []
    assert {pad.name: pad.stat().st_size for pad in er_zijn if pad.stat().st_size > GROOTSTE_FILMPJE} == {}


def test_a_parent_has_every_clip_in_every_language() -> None:
    antwoorden = {filmpje.stukken[0] for filmpje in FILMS}
    assert antwoorden == {"binnen", "mening"}
    assert antwoorden <= {stuk.naam for stuk in STUKKEN}
    assert [taal.code for taal in TALEN if set(films_in(taal)) != antwoorden] == []


@pytest.mark.parametrize("clip", CLIPS, ids=lambda clip: clip.naam)
def test_the_captions_say_the_steps_in_their_order_from_begin_to_end(clip: Clip) -> None:
    gezegd, bytes_ = ondertitels(clip), (clip.map / f"{clip.naam}.webm").read_bytes()
    [duur] = struct.unpack_from(">d", bytes_, bytes_.index(_DUUR) + len(_DUUR))
    assert [gezegd[0][0], *(volgende[0] for volgende in gezegd[1:])] == [0, *(deze[1] for deze in gezegd[:-1])]
    assert gezegd[-1][1] == pytest.approx(duur / 1000, abs=0.1)
    assert round(gezegd[-1][1]) == clip.film.seconden
    assert 8 <= clip.film.seconden <= 45
    with translation.override(clip.taal):
        stappen = " ".join(map(kaal, clip.stappen()))
    plaatsen = [stappen.find(zin) for _begin, _einde, zin in gezegd]
    assert min(plaatsen) >= 0, "een zin die niet in de stappen staat"
    assert all(eerst <= dan for eerst, dan in pairwise(plaatsen)), "de stappen staan in een andere volgorde"
    # Nobody can read a sentence that is gone at once.
    assert [zin for begin, einde, zin in gezegd if einde - begin < 1.5] == []
