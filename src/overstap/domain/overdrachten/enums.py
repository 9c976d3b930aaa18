"""How do we know that the pupil was applied at a vo school?"""

from __future__ import annotations

from overstap.foundation.choice import Choice


class Aanmeldwijze(Choice):
    """By what the po school knows of the aanmelding; without one nothing is sent."""

    OUDERS = "ouders", "De ouders vertelden het"
    VO_SCHOOL = "vo_school", "De vo-school bevestigde het"
    AANMELDFORMULIER = "aanmeldformulier", "Wij zagen het aanmeldformulier"
