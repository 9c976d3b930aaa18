"""Do the docs say what the code does, and does every state lead on to an end or to another?"""

from __future__ import annotations

import pytest

from overstap.commands.documentatie import _LIJSTEN, _TABELLEN, BESTUUR, DOCS, met_lijsten, met_soorten, toestanden


def test_the_docs_are_as_the_code_writes_them():
    """Fails? `.venv/bin/overstap documentatie` writes them anew."""
    assert (DOCS / "toestanden.md").read_text(encoding="utf-8") == toestanden()
    bijlagen = (DOCS / "bijlagen.md").read_text(encoding="utf-8")
    assert "<!-- soorten -->" in bijlagen
    assert bijlagen == met_soorten(bijlagen)


def test_the_texts_for_a_board_hold_the_facts_of_the_code():
    """Fails? `.venv/bin/overstap documentatie` writes them anew; read what changed for the people it is about."""
    teksten = {pad.name: pad.read_text(encoding="utf-8") for pad in (DOCS / BESTUUR).glob("*.md")}
    assert {naam: met_lijsten(tekst) for naam, tekst in teksten.items()} == teksten
    for wat in _LIJSTEN:
        assert any(f"<!-- {wat} -->" in tekst for tekst in teksten.values()), wat
    for naam in ("privacyverklaring.md", "dpia.md", "verwerkersovereenkomst.md"):
        assert "Besluit" in teksten[naam].partition("<!-- termijnen -->")[2]


@pytest.mark.parametrize("tabel", _TABELLEN, ids=lambda tabel: tabel[0])
def test_every_state_is_in_its_table_and_can_be_reached(tabel):
    _titel, _plek, stappen, herzien = tabel
    eerste = next(iter(stappen))
    assert set(stappen) == set(type(eerste))
    bereikt, te_doen = {eerste}, [eerste]
    while te_doen:
        staat = te_doen.pop()
        nieuw = ({*stappen[staat], *herzien.get(staat, ())}) - bereikt
        bereikt |= nieuw
        te_doen += nieuw
    assert bereikt == set(stappen)
