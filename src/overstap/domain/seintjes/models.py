"""How often does a colleague want to be mailed, what was said last, and does the mail arrive?"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from overstap.domain.scholen.models import Organisatie
from overstap.domain.seintjes.enums import Seintjeritme, Seintjesoort
from overstap.domain.seintjes.rules import GETELD, STANDAARD


class Seintje(models.Model):
    """The mails to one colleague about the work at one organisation. It holds kinds, numbers and days only.

    `keuzes`: rhythm by kind, only what somebody chose. `gezegd`: by kind how many were last said, and on which day.
    `gekeken_op` is the last day of a morning round; empty is: look now, also in between.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    keuzes = models.JSONField(default=dict)
    gezegd = models.JSONField(default=dict)
    gekeken_op = models.DateField(null=True)
    verstuurd_op = models.DateTimeField(null=True)
    mislukt_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("account", "organisatie"), name="seintje_een_per_plek"),)

    def __str__(self) -> str:
        return str(self.id)

    @property
    def wil_tussendoor(self) -> bool:
        """Does this colleague want to know at once of something that is counted?"""
        return any(self.ritmes[soort] is Seintjeritme.METEEN for soort in GETELD)

    @property
    def ritmes(self) -> dict[Seintjesoort, Seintjeritme]:
        """How often, for every kind: what this colleague chose, and what holds without a choice."""
        return {soort: Seintjeritme(self.keuzes.get(soort.value, STANDAARD[soort])) for soort in Seintjesoort}
