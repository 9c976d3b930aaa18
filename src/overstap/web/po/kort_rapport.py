"""Why does the page about support say yes, what stays at home after a no, and when is nothing asked there?"""

from __future__ import annotations

from dataclasses import dataclass

from overstap.domain.rapporten.catalogue import Sectie
from overstap.domain.rapporten.snapshot import Inhoud, gaat_niet_mee, uit_las_over_ondersteuning

# The tick with which somebody says that what was written about support may stay at home.
BEVESTIGD = "blijft_thuis"


@dataclass(frozen=True)
class Kort:
    """`dicht`: nothing is asked on this page. `uit_las`: what the LAS gave, so that the answer is yes.

    `thuis`: what stays at home after a no, when that was not confirmed yet. `wacht`: the question that opens this page
    stands on another one, and has no answer yet.
    """

    dicht: bool = False
    uit_las: tuple[str, ...] = ()
    thuis: tuple[str, ...] = ()
    wacht: bool = False


def kort(sectie: Sectie, inhoud: Inhoud, *, vraag_na: bool) -> Kort:
    """`vraag_na`: somebody just said to be ready, without the tick."""
    if not sectie.opent_met:
        return Kort()
    hier = any(veld.naam == sectie.opent_met for veld in sectie.velden)
    ja = inhoud.get(sectie.opent_met) is True
    return Kort(
        dicht=sectie.is_dicht(inhoud) and not hier,
        uit_las=tuple(veld.lezerslabel() for veld in uit_las_over_ondersteuning(inhoud)) if hier and ja else (),
        thuis=tuple(veld.lezerslabel() for veld in gaat_niet_mee(inhoud)) if hier and vraag_na else (),
        wacht=sectie.opent_met not in inhoud and not hier,
    )
