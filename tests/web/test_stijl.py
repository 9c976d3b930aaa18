"""Do the styles stay small, and is nothing cut out of them that a page uses?"""

from __future__ import annotations

import ast
import gzip
import re
from itertools import pairwise
from pathlib import Path

from overstap.config.environment import PROJECT

# What a telefoon on a bad line may have to fetch before it can draw anything.
HOOGSTENS = 20_000
FRONTEND = PROJECT / "frontend"
WEB = PROJECT / "src" / "overstap" / "web"
# A stand is shown with its colour and then its picture, in this order everywhere.
KLEUREN = {"", "groen", "rood", "amber", "blauw", "paars", "kaal"}
ICOON = re.compile(rf"icoon\('([a-z]+)'|icoonnaam='([a-z]+)'|, '(?:{'|'.join(KLEUREN)})', '([a-z]+)'\)")


def test_the_styles_stay_within_their_budget():
    css = (FRONTEND / "dist" / "app.css").read_bytes()
    assert len(gzip.compress(css, 9)) <= HOOGSTENS


def test_no_page_uses_what_is_cut_out_of_the_styles():
    """Whoever needs such a class takes its line out of `ongebruikt.txt`."""
    weg = re.compile("|".join((FRONTEND / "ongebruikt.txt").read_text(encoding="utf-8").split()))
    bronnen = [
        *(PROJECT / "src").rglob("*.html"),
        *(PROJECT / "src" / "overstap" / "web").rglob("*.py"),
        *(FRONTEND / "js").rglob("*.mjs"),
    ]
    assert len(bronnen) > 100
    assert {
        (bron.name, klasse) for bron in bronnen for klasse in weg.findall(bron.read_text(encoding="utf-8"))
    } == set()


def test_every_picture_that_a_page_names_exists():
    """One that does not leaves a hole before the word, which no other test sees."""
    plaat = (WEB / "components" / "static" / "ov" / "icons.svg").read_text(encoding="utf-8")
    bekend = set(re.findall(r'<symbol id="([a-z]+)"', plaat))
    genoemd = {(bron.name, naam) for bron in WEB.rglob("*.html") for naam in _in_blad(bron)}
    genoemd |= {(bron.name, naam) for bron in WEB.rglob("*.py") for naam in _bij_kleur(bron)}
    assert len(genoemd) > 100
    assert {een for een in genoemd if een[1] not in bekend} == set()


def _in_blad(bron: Path) -> set[str]:
    return {naam for namen in ICOON.findall(bron.read_text(encoding="utf-8")) for naam in namen if naam}


def _bij_kleur(bron: Path) -> set[str]:
    """The text after a colour in a row of values, such as ("Opgehaald", "groen", "klaar")."""
    rijen = (een.elts for een in ast.walk(ast.parse(bron.read_text(encoding="utf-8"))) if isinstance(een, ast.Tuple))
    paren = (paar for rij in rijen for paar in pairwise(getattr(waarde, "value", None) for waarde in rij))
    return {
        naam for kleur, naam in paren if isinstance(kleur, str) and kleur in KLEUREN and isinstance(naam, str) and naam
    }
