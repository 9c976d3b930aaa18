"""Which test results may still travel? Those of this school year and the two before it (OSO rule OVa.TR04)."""

from __future__ import annotations

from datetime import date

from overstap.domain.rapporten.snapshot import Inhoud


def oudste_toetsdag(op: date) -> date:
    """The first day of the school year two years before that of `op`."""
    begin = op.year if op.month >= 8 else op.year - 1
    return date(begin - 2, 8, 1)


def zonder_oude_toetsen(inhoud: Inhoud, op: date) -> Inhoud:
    """The content without tests that are too old on the day `op`; the concept keeps them, a version doesn't."""
    grens = oudste_toetsdag(op)
    toetsen = inhoud.get("toetsen") or ()
    return inhoud.met({"toetsen": tuple(toets for toets in toetsen if toets.get("afnamedatum", grens) >= grens)})
