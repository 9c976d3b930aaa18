"""Does the crawler see what breaks out, and every question of a form?"""

from __future__ import annotations

import pytest
from lxml import html

from overstap.domain.overdrachten.rules import csv
from tests.aanval.ladingen import FORMULES, MERK, UITBREKEN
from tests.aanval.lezen import formulieren, links, patroon, uitgebroken

PAGINA = f"""<form method="post" action="?stap=2"><input name="a" value="1"><input type="hidden" name="b" value="2">
<textarea name="c">tekst</textarea><select name="d"><option value="x"><option value="y"></select>
<button name="wat" value="nu">Nu</button><input name="csrfmiddlewaretoken"></form>
<a href="/po/#kop">a</a><a href="//elders.example/">b</a><a href="?q={MERK}">c</a>"""


@pytest.mark.parametrize("lading", UITBREKEN[:3])
def test_what_would_run_in_a_page_is_seen_and_as_text_it_is_not(lading: str) -> None:
    van_html = "text/html; charset=utf-8"
    assert uitgebroken(f'<p title="{lading}">{lading}</p>'.encode(), van_html)
    net = lading.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace("'", "&#39;")
    assert uitgebroken(f'<p title="{net}">{net}</p>'.encode(), van_html) == ""


def test_a_link_that_runs_and_a_template_that_counted_are_seen() -> None:
    assert uitgebroken(f'<a href="javascript:{MERK}()">a</a>'.encode(), "text/html").startswith("a href")
    assert uitgebroken(f"<p>{MERK}49</p>".encode(), "text/html") == "sjabloon"


def test_a_pdf_in_name_only_does_nothing() -> None:
    assert uitgebroken(f"%PDF-1.7 {MERK}".encode(), "application/pdf") == ""


@pytest.mark.parametrize("lading", FORMULES)
def test_a_formula_is_seen_and_our_own_lists_hold_none(lading: str) -> None:
    assert uitgebroken(f'a;"{lading}"\n'.encode(), "text/csv")
    assert uitgebroken(csv(("Wat",), [(lading,)]), "text/csv") == ""


def test_every_question_and_every_link_of_ours_is_found() -> None:
    boom = html.fromstring(PAGINA)
    (vorm,) = formulieren(boom, "/po/lijst/?q=a")
    assert (vorm.adres, vorm.wijze) == ("/po/lijst/?stap=2", "POST")
    assert [(veld.naam, veld.soort, veld.waarden) for veld in vorm.velden] == [
        ("a", "text", ("1",)), ("b", "hidden", ("2",)), ("c", "textarea", ("tekst",)), ("d", "select", ("x", "y")),
        ("wat", "submit", ("nu",)),
    ]  # fmt: skip
    assert list(links(boom, "/po/lijst/")) == ["/po/", f"/po/lijst/?q={MERK}"]


def test_an_address_is_known_without_its_ids() -> None:
    een, ander = "/po/dossiers/0f7a0d0e-1111-4222-8333-444455556666/?b=2&a=1", "/po/dossiers/12/?a=&b="
    assert patroon(een) == patroon(ander) == "/po/dossiers/#/?a&b"
