"""Are the parts around every page right: policy, icons, templates, keys?"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest
from django.template import engines
from django.test import Client

from overstap.web import algemeen, components
from overstap.web.components.jinja import filters

MAPPEN = [Path(app.__file__).parent / "jinja2" for app in (components, algemeen)]
SJABLONEN = [(map_, pad) for map_ in MAPPEN for pad in sorted(map_.rglob("*.*"))]


@pytest.mark.parametrize("naam", [str(pad.relative_to(map_)) for map_, pad in SJABLONEN])
def test_every_template_compiles(naam: str) -> None:
    engines["jinja2"].env.get_template(naam)


def test_every_icon_that_is_used_exists() -> None:
    sprite = ET.parse(Path(components.__file__).parent / "static/ov/icons.svg")
    bestaan = {symbol.get("id") for symbol in sprite.iter("{http://www.w3.org/2000/svg}symbol")}
    gebruikt = {
        naam
        for _, pad in SJABLONEN
        for naam in re.findall(r"icoon(?:naam)?(?:=|\()'(\w+)'", pad.read_text(encoding="utf-8"))
    }

    assert gebruikt
    assert gebruikt - bestaan == set()


def test_no_template_styles_or_scripts_inline() -> None:
    for _, pad in SJABLONEN:
        tekst = pad.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle=|\son\w+=\"|<style", tekst), pad.name


def test_the_one_inline_line_is_the_one_the_policy_knows(client: Client, db: None) -> None:
    antwoord = client.get("/hulp/")

    [regel] = re.findall(r"<script>(.*?)</script>", antwoord.content.decode())
    hash_ = b64encode(sha256(regel.encode()).digest()).decode()
    assert f"'sha256-{hash_}'" in antwoord.headers["Content-Security-Policy"]
    assert antwoord.headers["Cache-Control"] == "no-store"
    assert '<meta name="robots" content="noindex">' in antwoord.content.decode()


def test_keys_can_be_switched_off_and_on(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.marije)
    client.post("/sneltoetsen/", {"stand": "uit"})
    assert 'data-ov-sneltoetsen="uit"' in client.get("/mijn-account/").content.decode()

    client.post("/sneltoetsen/", {"stand": "aan"})

    assert 'data-ov-sneltoetsen="uit"' not in client.get("/mijn-account/").content.decode()


@pytest.mark.parametrize(
    ("naam", "letters"),
    [("Marije Vonk", "MV"), ("Fenna van den Broek", "FB"), ("Bo", "B"), ("Élise (ib) Özdemir", "ÉÖ"), ("", "")],
)
def test_two_letters_of_a_name(naam: str, letters: str) -> None:
    assert filters.letters(naam) == letters


@pytest.mark.parametrize(("bytes_", "tekst"), [(0, "1 kB"), (217_088, "212 kB"), (1_258_291, "1,2 MB")])
def test_the_size_of_a_file(bytes_: int, tekst: str) -> None:
    assert filters.grootte(bytes_) == tekst
