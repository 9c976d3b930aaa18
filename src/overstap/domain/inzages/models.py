"""How do we know that each parent could read the report, and what did the parent answer?"""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models

from overstap.domain.dossiers.models import BijDossier
from overstap.domain.inzages.enums import Akkoord, Correctiebesluit, Papierweg, Wijze
from overstap.foundation.klok import dag


class Inzage(BijDossier):
    """The offer of inzage to one parent, apart from every other parent, and the answer.

    `ouder_id` is the Ouderaccount; `verzorger_id` the key of the person in the veld `verzorgers`.
    `geheim` holds the encrypted name and mail address; `gemelde_versie_id` the newest version told by mail.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ouder_id = models.UUIDField(unique=True)
    verzorger_id = models.UUIDField()
    wijze = models.CharField(max_length=10, choices=Wijze.choices)
    geheim = models.BinaryField()
    aangeboden_op = models.DateTimeField()
    aangeboden_door = models.UUIDField()
    mail_verzonden_op = models.DateTimeField(null=True)
    gemelde_versie_id = models.UUIDField(null=True)
    papierweg = models.CharField(max_length=20, choices=Papierweg.choices, blank=True)
    papier_op = models.DateField(null=True)
    geopend_op = models.DateTimeField(null=True)
    gezien_op = models.DateTimeField(null=True)
    gezien_versie_id = models.UUIDField(null=True)
    akkoord = models.CharField(max_length=20, choices=Akkoord.choices, blank=True)
    ingetrokken_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("dossier", "verzorger_id"), condition=models.Q(ingetrokken_op=None), name="een_inzage_per_ouder"
            ),
            models.CheckConstraint(
                condition=models.Q(wijze="digitaal", papier_op=None)
                | models.Q(wijze="papier", papier_op__isnull=False),
                name="papier_met_dag",
            ),
            models.CheckConstraint(
                condition=models.Q(gezien_op=None, gezien_versie_id=None)
                | models.Q(gezien_op__isnull=False, gezien_versie_id__isnull=False),
                name="gezien_met_versie",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)

    @property
    def aangeboden(self) -> date:
        """The day on which the report was offered to this parent."""
        return self.papier_op or dag(self.aangeboden_op)


class Zienswijze(BijDossier):
    """A parent's own view, in the parent's words. Never changed; a later one stands beside it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    inzage = models.ForeignKey(Inzage, on_delete=models.PROTECT, related_name="+")
    ouder_id = models.UUIDField()
    geheim = models.BinaryField()
    ingediend_op = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)


class Correctieverzoek(BijDossier):
    """A parent's request to correct a fact (art. 16 AVG), and the school's answer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    inzage = models.ForeignKey(Inzage, on_delete=models.PROTECT, related_name="+")
    ouder_id = models.UUIDField()
    geheim = models.BinaryField()
    ingediend_op = models.DateTimeField()
    besluit = models.CharField(max_length=20, choices=Correctiebesluit.choices, blank=True)
    besloten_op = models.DateTimeField(null=True)
    besloten_door = models.UUIDField(null=True)
    geheime_uitleg = models.BinaryField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(besluit="", besloten_op=None, besloten_door=None)
                | ~models.Q(besluit="") & ~models.Q(besloten_op=None) & ~models.Q(besloten_door=None),
                name="correctie_besluit_met_persoon",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)
