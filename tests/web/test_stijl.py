"""Do the styles stay small, and is nothing cut out of them that a page uses?"""

from __future__ import annotations

import gzip
import re

from overstap.config.environment import PROJECT

# What a telefoon on a bad line may have to fetch before it can draw anything.
HOOGSTENS = 20_000
FRONTEND = PROJECT / "frontend"


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
