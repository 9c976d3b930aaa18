"""Which organisations are there, and who works where in which role?"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from overstap.domain.scholen.enums import Organisatiesoort, Regioonderwerp
from overstap.domain.scholen.rules.regiobestand import Samenwerkingsverband
from overstap.foundation.access import Rol


class Regio(models.Model):
    """One region: its checked settings, as loaded from its readable file."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    naam = models.CharField(max_length=200, unique=True)
    instellingen = models.JSONField()

    def __str__(self) -> str:
        return self.naam


class Organisatie(models.Model):
    """A vestiging of a school (BRIN 4 + 2), or a samenwerkingsverband: the unit that has toegang."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    regio = models.ForeignKey(Regio, on_delete=models.PROTECT)
    soort = models.CharField(max_length=5, choices=Organisatiesoort.choices)
    naam = models.CharField(max_length=200)
    brin = models.CharField(max_length=6)
    """Of a samenwerkingsverband: its own number, which DUO gives in the same register ("VO9901")."""
    vestiging = models.CharField(max_length=2, default="00")
    plaats = models.CharField(max_length=100, blank=True)
    gegevens = models.JSONField(default=dict)
    """Address, telephone and e-mail as the region file gives them (art. 3-d)."""
    gast_van = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    """Of a guest school: the vo school that invited it for one pupil. It is nobody else's guest."""
    oefening_van = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    """Of an oefenschool: whose people practise there. It meets no organisation but those of the same."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("brin", "vestiging"),
                condition=models.Q(gast_van=None, oefening_van=None),
                name="organisatie_brin_vestiging",
            ),
        )

    def __str__(self) -> str:
        return self.naam

    def als_verband(self) -> Samenwerkingsverband:
        """A samenwerkingsverband in the form of its region's file."""
        return Samenwerkingsverband.uit({"code": self.brin, "naam": self.naam, "plaats": self.plaats}, self.gegevens)


class Aanstelling(models.Model):
    """One person's role at one organisation. `groepen` narrows the lists of a teacher; empty is the whole school."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT)
    rol = models.CharField(max_length=30, choices=[(rol.value, rol.label) for rol in Rol])
    tot = models.DateTimeField(null=True)
    groepen = ArrayField(models.CharField(max_length=20), default=list, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("account", "organisatie", "rol"), condition=models.Q(tot=None), name="aanstelling_een_keer"
            ),
        )

    def __str__(self) -> str:
        return f"{self.rol} {self.organisatie_id}"


class Regiowijziging(models.Model):
    """One change of the settings of a region: who, when, which subject, from what to what. It never changes.

    `van` and `naar` stand in the form of the region's file; of the schools only those that changed. `door` is empty
    when the file was loaded from the command line, `herstelt` the change that was put back by this one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    regio = models.ForeignKey(Regio, on_delete=models.PROTECT, related_name="+")
    onderwerp = models.CharField(max_length=20, choices=Regioonderwerp.choices)
    op = models.DateTimeField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    van = models.JSONField()
    naar = models.JSONField()
    herstelt = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("regio", "op"), name="regiowijziging_regio_op"),)

    def __str__(self) -> str:
        return f"{self.onderwerp} {self.op:%Y-%m-%d}"


class Regiovoorstel(models.Model):
    """The file of a region as a program of that region handed it in; a person looks at it, and takes it over or not.

    One waits at a time: a newer takes the place of the one before. `door` is the koppeling.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    regio = models.OneToOneField(Regio, on_delete=models.PROTECT, related_name="+")
    tekst = models.TextField()
    op = models.DateTimeField()
    door = models.UUIDField()

    def __str__(self) -> str:
        return str(self.id)
