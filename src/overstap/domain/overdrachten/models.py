"""To which vo school was the pupil applied, and what was sent there?"""

from __future__ import annotations

import uuid

from django.db import models

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.dossiers.models import BijDossier
from overstap.domain.overdrachten.enums import Aanmeldwijze, Intrekreden, Tegenhoudreden
from overstap.domain.rapporten.models import Versie


class Aanmelding(BijDossier):
    """The pupil's application at one vo school: the ground on which anything may be sent there."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ontvanger = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    aangemeld_op = models.DateField()
    wijze = models.CharField(max_length=20, choices=Aanmeldwijze.choices)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.UUIDField()
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.UUIDField(null=True)
    intrekreden = models.CharField(max_length=20, choices=Intrekreden.choices, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ingetrokken_op=None, ingetrokken_door=None, intrekreden="")
                | models.Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False) & ~models.Q(intrekreden=""),
                name="aanmelding_ingetrokken_met_reden",
            ),
            models.UniqueConstraint(
                fields=("dossier", "ontvanger"),
                condition=models.Q(ingetrokken_op=None),
                name="een_aanmelding_per_school",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Overdracht(BijDossier):
    """One definitive version sent to one vo school. `bestand_id` is the OSO file as sent, encrypted.

    `advies` is the definitive advice of that version, so that an inbox shows it without opening every report. Since
    `tegengehouden_op` that file leaves us no more, for `tegenhoudreden`: of an attachment that is in it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    aanmelding = models.ForeignKey(Aanmelding, on_delete=models.PROTECT, related_name="+")
    ontvanger = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    versie = models.ForeignKey(Versie, on_delete=models.PROTECT, related_name="+")
    advies = models.CharField(max_length=20, choices=Niveau.choices, blank=True)
    verstuurd_op = models.DateTimeField()
    verstuurd_door = models.UUIDField()
    bestand_id = models.UUIDField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    klaargezet_op = models.DateTimeField(null=True)
    opgehaald_op = models.DateTimeField(null=True)
    opgehaald_door = models.UUIDField(null=True)
    gelezen_op = models.DateTimeField(null=True)
    gelezen_door = models.UUIDField(null=True)
    tegengehouden_op = models.DateTimeField(null=True)
    tegenhoudreden = models.CharField(max_length=10, choices=Tegenhoudreden.choices, blank=True, default="")
    ingetrokken_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("versie", "ontvanger"), condition=models.Q(ingetrokken_op=None), name="een_keer_per_versie"
            ),
            models.CheckConstraint(
                condition=models.Q(bestand_id=None, klaargezet_op=None)
                | models.Q(bestand_id__isnull=False, klaargezet_op__isnull=False),
                name="klaargezet_met_bestand",
            ),
            models.CheckConstraint(
                condition=models.Q(opgehaald_op=None, opgehaald_door=None)
                | models.Q(opgehaald_op__isnull=False, opgehaald_door__isnull=False),
                name="opgehaald_met_persoon",
            ),
            models.CheckConstraint(
                condition=models.Q(gelezen_op=None, gelezen_door=None)
                | models.Q(gelezen_op__isnull=False, gelezen_door__isnull=False),
                name="gelezen_met_persoon",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)

    @property
    def wordt_aangepast(self) -> bool:
        """Was the report opened again after this was sent, so that a newer version will follow?"""
        return self.dossier.heropend_op is not None and self.dossier.heropend_op > self.verstuurd_op
