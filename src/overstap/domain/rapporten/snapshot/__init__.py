"""What does a report hold, how does a reader see it, and what changed between two versions?"""

from overstap.domain.rapporten.snapshot.geheim import zonder_geheim
from overstap.domain.rapporten.snapshot.inhoud import Inhoud
from overstap.domain.rapporten.snapshot.verschil import Verschil, verschil
from overstap.domain.rapporten.snapshot.verversen import van_de_school
from overstap.domain.rapporten.snapshot.weergave import (
    Regel,
    Sectieweergave,
    Stuk,
    Tabel,
    stukken,
    veldblokken,
    weergave,
    weergave_sectie,
)

__all__ = [
    "Inhoud",
    "Regel",
    "Sectieweergave",
    "Stuk",
    "Tabel",
    "Verschil",
    "stukken",
    "van_de_school",
    "veldblokken",
    "verschil",
    "weergave",
    "weergave_sectie",
    "zonder_geheim",
]
