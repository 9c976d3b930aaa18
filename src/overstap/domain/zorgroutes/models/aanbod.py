"""What did a school that does not work in Overstap offer to a samenwerkingsverband over the line (OSO)?"""

from __future__ import annotations

import uuid

from django.db import models

from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.zorgroutes.enums import Aanbodstand, Routesoort, Routestaat
from overstap.domain.zorgroutes.models.zaak import Zaak


class Zorgaanbod(models.Model):
    """One zorgaanmelding that a school elsewhere set ready, as its system told us; the samenwerkingsverband's own row.

    `geheim` is the koppelsleutel under a key of its own (`sleutel_id`), `zoekhash` by what it is known again.
    `gevraagd_op` and `gevraagd_door`, `code`, `uitkomst` and `sessie` are of the last time somebody fetched it;
    `upload_id` is the file that then waits; `afmelding`, under the same key, what the Traffic Center must still hear.
    Accepted it is a case with the same id and the same key (`Zaak`), of the kind `soort`, as far as `staat`;
    `ontvangst_id` holds its report and attachments, `afspraken` how such a route went on that day. What was decided is
    told back once: `terug_op`, `terugstand` and `terugcode` say how that went. No foreign keys to what goes away by
    itself. Never accepted, it goes on `vervalt_op`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    swv = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    sleutel_id = models.UUIDField(unique=True)
    geheim = models.BinaryField()
    zoekhash = models.BinaryField()
    bron_brin = models.CharField(max_length=6)
    kenmerk = models.CharField(max_length=40)
    aanleverpunt = models.CharField(max_length=40)
    gemeld_op = models.DateTimeField()
    stand = models.CharField(max_length=15, choices=Aanbodstand.choices, default=Aanbodstand.GEMELD)
    gevraagd_op = models.DateTimeField(null=True)
    gevraagd_door = models.UUIDField(null=True)
    beantwoord_op = models.DateTimeField(null=True)
    code = models.CharField(max_length=80, blank=True)
    uitkomst = models.CharField(max_length=20, blank=True)
    sessie = models.CharField(max_length=80, blank=True)
    afmelding = models.BinaryField(null=True)
    upload_id = models.UUIDField(null=True)
    soort = models.CharField(max_length=15, choices=Routesoort.choices, blank=True)
    staat = models.CharField(max_length=20, choices=Routestaat.choices, blank=True)
    ontvangst_id = models.UUIDField(null=True)
    afspraken = models.JSONField(default=dict)
    besloten_op = models.DateTimeField(null=True)
    besloten_door = models.UUIDField(null=True)
    terug_op = models.DateTimeField(null=True)
    terug_door = models.UUIDField(null=True)
    terugstand = models.CharField(max_length=15, choices=Meldstand.choices, default=Meldstand.NIET)
    terugcode = models.CharField(max_length=80, blank=True)
    vervalt_op = models.DateTimeField(null=True, db_index=True)

    # A pupil of a school elsewhere is applied nowhere in Overstap.
    vo_school = None

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("swv", "zoekhash"), name="een_aanbod_per_koppelsleutel"),
            models.CheckConstraint(
                condition=models.Q(stand="aangenomen", ontvangst_id__isnull=False, besloten_door__isnull=False)
                & ~models.Q(soort="")
                & ~models.Q(staat="")
                | ~models.Q(stand="aangenomen") & models.Q(soort="", staat="", ontvangst_id=None),
                name="aangenomen_aanbod_is_een_zaak",
            ),
            models.CheckConstraint(
                condition=models.Q(terug_op=None, terug_door=None, terugstand="niet")
                | models.Q(terug_op__isnull=False, terug_door__isnull=False) & ~models.Q(terugstand="niet"),
                name="aanbod_terug_door_een_mens",
            ),
        )
        indexes = (models.Index(fields=("swv", "stand")),)

    def __str__(self) -> str:
        return str(self.id)

    @property
    def zaak(self) -> Zaak:
        """The case, once it was accepted."""
        return Zaak.objects.get(route_id=self.id)
