"""What did one parent choose about the own mails, and which of them wait for the one of that day?"""

from __future__ import annotations

import uuid

from django.db import models

from overstap.domain.dossiers.models import BijDossier
from overstap.domain.mailkeuzes.rules import KAN_WACHTEN
from overstap.domain.scholen.enums import Mailsoort


class Mailkeuze(BijDossier):
    """What one parent (`ouder_id`: the Ouderaccount) chose; no row while that is what holds without a choice.

    A language says something about where somebody comes from: `geheim` holds it under the key of the dossier,
    and only this parent sees the row.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ouder_id = models.UUIDField(unique=True)
    geheim = models.BinaryField()

    def __str__(self) -> str:
        return str(self.id)


class Wachtmail(BijDossier):
    """That a parent is to be told something of this kind in the one mail of a day; gone once told or read."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    inzage_id = models.UUIDField()
    ouder_id = models.UUIDField()
    soort = models.CharField(max_length=20, choices=Mailsoort.choices)
    sinds = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("inzage_id", "soort"), name="wachtmail_eenmaal_per_soort"),
            models.CheckConstraint(
                condition=models.Q(soort__in=sorted(soort.value for soort in KAN_WACHTEN)), name="wachtmail_kan_wachten"
            ),
        )

    def __str__(self) -> str:
        return str(self.id)
