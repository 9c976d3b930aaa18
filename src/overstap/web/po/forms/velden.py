"""Which kinds of fields do the forms of the basisschool share with those of other audiences?"""

from __future__ import annotations

from overstap.web.components.velden import KIES, Dagveld, Keuzeveld, foutregels, veld_id

__all__ = ["KIES", "Dagveld", "Keuzeveld", "foutregels", "veld_id"]
