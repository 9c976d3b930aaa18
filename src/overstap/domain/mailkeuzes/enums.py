"""How often does a parent want mail?"""

from __future__ import annotations

from overstap.foundation.choice import Choice


class Mailritme(Choice):
    """When what can wait is mailed to a parent."""

    METEEN = "meteen", "Meteen"
    DAG = "dag", "Eén keer per dag"
