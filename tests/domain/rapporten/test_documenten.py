"""Does a frozen report name only the attachments that travel?"""

from __future__ import annotations

from overstap.domain.rapporten.catalogue import catalogus
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.rapporten.snapshot.documenten import alleen_documenten


def test_only_released_attachments_are_pointed_at_also_deep_inside() -> None:
    inhoud = Inhoud(
        {
            "diagnoses": (
                {"codes": ("HB",), "documenten": ("dicht", "open")},
                {"codes": ("F82",), "documenten": ("dicht",)},
            ),
            "achternaam": "Haddou",
        }
    )
    mee = Inhoud(alleen_documenten(inhoud, catalogus().velden.values(), frozenset({"open"})))
    assert mee["diagnoses"][0]["documenten"] == ("open",)
    assert "documenten" not in mee["diagnoses"][1]
    assert mee["achternaam"] == "Haddou"
