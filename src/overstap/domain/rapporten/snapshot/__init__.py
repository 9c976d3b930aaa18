"""What does a report hold, how does a reader see it, and what changed between two versions?"""

from overstap.domain.rapporten.snapshot.geheim import zonder_geheim
from overstap.domain.rapporten.snapshot.inhoud import Inhoud
from overstap.domain.rapporten.snapshot.ondersteuning import (
    antwoord_bij_begin,
    gaat_niet_mee,
    uit_las_over_ondersteuning,
)
from overstap.domain.rapporten.snapshot.samenvoegen import Samenvoeging, merk, merken, voeg_samen
from overstap.domain.rapporten.snapshot.vergelijking import Sectieverschil, Wijziging, tel, vergelijk_versies
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
    "Samenvoeging",
    "Sectieverschil",
    "Sectieweergave",
    "Stuk",
    "Tabel",
    "Wijziging",
    "antwoord_bij_begin",
    "gaat_niet_mee",
    "merk",
    "merken",
    "stukken",
    "tel",
    "uit_las_over_ondersteuning",
    "van_de_school",
    "veldblokken",
    "vergelijk_versies",
    "voeg_samen",
    "weergave",
    "weergave_sectie",
    "zonder_geheim",
]
