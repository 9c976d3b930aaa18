"""What is one question over the line (OSO) with its answer, and may the asker be told later that a report is ready?"""

from __future__ import annotations

from dataclasses import dataclass

# What an answer meant when the report itself went along.
GELUKT = "gelukt"


@dataclass(frozen=True)
class Lijngesprek:
    """Who asked for what in which session, and what was answered; nothing of the pupil.

    `kenmerk` is our aanleverpunt, `aanleverpunt` that of who asks, `oin` of whose certificate; `code` the answer as
    OSO writes it, `uitkomst` what that means.
    """

    sessie: str
    bron_brin: str
    kenmerk: str
    doel_brin: str
    aanleverpunt: str
    oin: str
    code: str
    uitkomst: str


def mag_melden(*, uitkomst: str, staat_klaar: bool, gemeld: bool, nieuwer: bool) -> bool:
    """May the basisschool let who asked know: only who asked before, and can have now what it did not get.

    That is the report, or a newer version (`nieuwer`) than the one it fetched.
    """
    return staat_klaar and not gemeld and (uitkomst != GELUKT or nieuwer)
