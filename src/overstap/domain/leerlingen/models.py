"""Who is the pupil? Only the names that lists and search need; everything else is encrypted content."""

from __future__ import annotations

import uuid

from django.db import models

from overstap.domain.leerlingen.rules import LANGSTE_NAAM, LANGSTE_VOORVOEGSEL


class Leerling(models.Model):
    """A pupil at one po school. `sorteernaam` is computed: lists depend on no collation.

    `met_de_hand`: somebody typed the particulars in here, and no file from the LAS came after that.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    roepnaam = models.CharField(max_length=LANGSTE_NAAM)
    voorvoegsel = models.CharField(max_length=LANGSTE_VOORVOEGSEL, blank=True)
    achternaam = models.CharField(max_length=LANGSTE_NAAM)
    sorteernaam = models.CharField(max_length=450, editable=False)
    met_de_hand = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("id", "school"), name="leerling_met_school"),)

    def __str__(self) -> str:
        return str(self.id)

    @property
    def naam(self) -> str:
        """The name as people say it: roepnaam, voorvoegsel, achternaam."""
        return " ".join(deel for deel in (self.roepnaam, self.voorvoegsel, self.achternaam) if deel)
