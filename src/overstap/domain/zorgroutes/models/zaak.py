"""What does a samenwerkingsverband keep of a care route? Apart, under its own key; no school reads a row of it."""

from __future__ import annotations

import uuid

from django.db import models

from overstap.domain.bijlagen.enums import Terugneemreden
from overstap.domain.zorgroutes.enums import Deskundige, Zaakbestandsoort, Zaakstuksoort
from overstap.domain.zorgroutes.models.route import Zorgroute


class Zaak(models.Model):
    """The samenwerkingsverband's own case of one zorgaanmelding: kept apart, under a key of its own.

    It has the id of its route but no hold on it: the dossier of the basisschool may go first. `geheim` is the form as
    received, `behandelaar_id` who took it up. Three years after the decision everything under the key goes (WVO 2020
    art. 2.47 lid 16): `bewaren_tot` is that day, and destroying `sleutel_id` is how.
    """

    route = models.OneToOneField(
        Zorgroute, on_delete=models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="zaak"
    )
    swv = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    sleutel_id = models.UUIDField(unique=True)
    geheim = models.BinaryField()
    vingerafdruk = models.CharField(max_length=64)
    ontvangen_op = models.DateTimeField()
    uiterlijk_op = models.DateField()
    behandelaar_id = models.UUIDField(null=True)
    in_behandeling_op = models.DateTimeField(null=True)
    besloten_op = models.DateTimeField(null=True)
    bewaren_tot = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(behandelaar_id=None, in_behandeling_op=None)
                | models.Q(behandelaar_id__isnull=False, in_behandeling_op__isnull=False),
                name="zaak_in_behandeling_met_persoon",
            ),
            models.CheckConstraint(
                condition=models.Q(besloten_op=None, bewaren_tot=None)
                | models.Q(besloten_op__isnull=False, bewaren_tot__isnull=False),
                name="zaak_besloten_met_bewaartermijn",
            ),
            models.UniqueConstraint(fields=("route", "swv"), name="zaak_met_swv"),
        )

    def __str__(self) -> str:
        return str(self.route_id)


class BijZaak(models.Model):
    """What belongs to a case of a samenwerkingsverband: carries it too, for its own row-level security."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    swv = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Zaakstuk(BijZaak):
    """What the samenwerkingsverband wrote in its case: an expert's advice, a note, the decision. Never changes.

    `nummer` is that of a TLV, in the clear so that the database keeps it from being given twice.
    """

    soort = models.CharField(max_length=20, choices=Zaakstuksoort.choices)
    deskundige = models.CharField(max_length=20, choices=Deskundige.choices, blank=True)
    nummer = models.CharField(max_length=17, blank=True)
    geheim = models.BinaryField()
    geschreven_op = models.DateTimeField()
    geschreven_door = models.UUIDField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("zaak",), condition=models.Q(soort=Zaakstuksoort.BESLUIT.value), name="een_besluit_per_zaak"
            ),
            models.CheckConstraint(
                condition=models.Q(soort=Zaakstuksoort.DESKUNDIGENADVIES.value) ^ models.Q(deskundige=""),
                name="advies_van_een_deskundige",
            ),
            models.UniqueConstraint(fields=("nummer",), condition=~models.Q(nummer=""), name="tlv_nummer_een_keer"),
        )

    def __str__(self) -> str:
        return str(self.id)


class Zaakbestand(BijZaak):
    """A file of the case, encrypted in the store under the key of the case: the OSO file, or an attachment.

    `bijlage_id` is the attachment of which it is a copy, `stuk_id` the one in the form that was sent: another one when
    the basisschool replaced that since. Once held back (`tegengehouden_op`) its bytes are gone and only this row stays,
    so that the samenwerkingsverband can show what it had, until when, and why no longer.
    """

    soort = models.CharField(max_length=10, choices=Zaakbestandsoort.choices)
    bestand_id = models.UUIDField(unique=True)
    geheime_naam = models.BinaryField()
    mime = models.CharField(max_length=100)
    omvang = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    gemaakt_op = models.DateTimeField()
    bijlage_id = models.UUIDField(null=True)
    stuk_id = models.UUIDField(null=True)
    tegengehouden_op = models.DateTimeField(null=True)
    tegenhoudreden = models.CharField(max_length=12, choices=Terugneemreden.choices, blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("zaak",),
                condition=models.Q(soort=Zaakbestandsoort.OSO.value, tegengehouden_op=None),
                name="een_oso_bestand_per_zaak",
            ),
            models.UniqueConstraint(
                fields=("zaak", "bijlage_id"),
                condition=models.Q(tegengehouden_op=None),
                name="een_kopie_per_bijlage",
            ),
            models.CheckConstraint(
                condition=models.Q(tegengehouden_op=None) ^ ~models.Q(tegenhoudreden=""),
                name="zaakbestand_tegengehouden_met_reden",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)
