"""Which section comes before and after this one, and in which can people still fill in something themselves?"""

from __future__ import annotations

from overstap.domain.rapporten.catalogue import Catalogus
from overstap.domain.rapporten.rules import Sectiestand, volledigheid_rapport
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.web.components.formulier.invulbaar import invulbaar

LATER, VORIGE, VOLGENDE = "later", "vorige", "volgende"
# The buttons that save without judging, and lead away.
ZONDER_OORDEEL = frozenset({LATER, VORIGE, VOLGENDE})


def buren(lijst: Catalogus, sectie: str) -> tuple[str, str]:
    """The names of the sections before and after this one in the order of the report; empty at either end."""
    namen = ["", *(s.naam for s in lijst.secties), ""]
    plek = namen.index(sectie)
    return namen[plek - 1], namen[plek + 1]


def open_hier(stand: Sectiestand, lijst: Catalogus) -> frozenset[str]:
    """The velden that are missing or wrong here and that people mend on this form, not in the LAS or at the advice."""
    velden = lijst.velden
    return frozenset(m.veld for m in (*stand.ontbrekend, *stand.fouten) if invulbaar(velden[m.veld]))


def volgende_open(inhoud: Inhoud, sectie: str, lijst: Catalogus) -> str | None:
    """The next section, in the order of the report and round again, in which people can still fill in something."""
    standen = volledigheid_rapport(inhoud, lijst).secties
    hier = next(plek for plek, stand in enumerate(standen) if stand.sectie == sectie)
    return next((s.sectie for s in (*standen[hier + 1 :], *standen[:hier]) if open_hier(s, lijst)), None)
