"""What does Overstap say to another system of OSO that knocks?"""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import BoundedSemaphore

from django.db import close_old_connections
from django.utils import timezone

from overstap.foundation.klok import dag
from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.bron import Bron
from overstap.integrations.oso.draad.deur import Antwoordbrief, Brief, Deur, Deurmaat, type_herken
from overstap.integrations.oso.draad.envelop import schrijf_fault
from overstap.integrations.oso.draad.uitgave import NIEUWSTE, uitgaven
from overstap.web.oso.kast import Databasekast

log = logging.getLogger(__name__)
# At the peak of April two hundred come at once. All of them are let in, so that nobody gives up while connecting; each
# that is being answered holds a connection to both databases, so the others wait for that with their question in hand.
_MAAT = Deurmaat(tegelijk=256, wachten=20.0)
_ANTWOORDEN = 8


def open_deur(aansluiting: Aansluiting, lees: Callable[[], Aansluiting | None] | None = None) -> Deur:
    """The door of this installation, at the address of the connection.

    `lees` gives the connection as it is now, so that a mandate that was taken out of the file counts at once.
    """
    behandel, plaatsen = behandelaar(lees or (lambda: aansluiting)), BoundedSemaphore(_ANTWOORDEN)

    def in_draad(brief: Brief) -> Antwoordbrief:
        with plaatsen:
            close_old_connections()
            try:
                return behandel(brief)
            finally:
                close_old_connections()

    return Deur(aansluiting.luister, aansluiting.papieren, in_draad, _MAAT, _herkenner(aansluiting))


def _herkenner(aansluiting: Aansluiting) -> type_herken | None:
    """How we know who called behind a proxy; None: our door asks the certificate itself."""
    doorgever = aansluiting.doorgever
    if doorgever is None:
        return None
    return lambda adres, koppen: doorgever.wie(adres, koppen, aansluiting.papieren, timezone.now())


def behandelaar(lees: Callable[[], Aansluiting | None]) -> Callable[[Brief], Antwoordbrief]:
    """What answers one letter: always something, and never with a reason of ours in it."""

    def behandel(brief: Brief) -> Antwoordbrief:
        try:
            aansluiting = lees()
            assert aansluiting is not None
            nu = timezone.now()
            return Bron(aansluiting, Databasekast(aansluiting, nu), dag(nu)).behandel(brief)
        except Exception as fout:  # noqa: BLE001  # whatever it is, the other side gets an answer
            # Never the text of what went wrong, nor its trace: they may hold what was sent.
            log.error("oso-deur: %s", type(fout).__name__)  # noqa: TRY400  # so no trace
            return Antwoordbrief(schrijf_fault("TechnischeFout", uitgaven()[NIEUWSTE], van="Server"), 500)

    return behandel
