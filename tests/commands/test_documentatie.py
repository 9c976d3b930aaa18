"""Do the docs say what the code does, and does every state lead on to an end or to another?"""

from __future__ import annotations

import pytest

from overstap.commands.documentatie import _TABELLEN, DOCS, met_soorten, toestanden


def test_the_docs_are_as_the_code_writes_them():
    """Fails? `.venv/bin/overstap documentatie` writes them anew."""
    assert (DOCS / "toestanden.md").read_text(encoding="utf-8") == toestanden()
    bijlagen = (DOCS / "bijlagen.md").read_text(encoding="utf-8")
    assert "<!-- soorten -->" in bijlagen
    assert bijlagen == met_soorten(bijlagen)


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
