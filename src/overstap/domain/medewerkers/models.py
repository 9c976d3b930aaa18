"""Which invitations and requests wait, when was the list of colleagues confirmed, and who follows the own dates?"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from overstap.domain.scholen.models import Organisatie
from overstap.foundation.access import Rol


class Collegauitnodiging(models.Model):
    """An invitation to work at an organisation, in one role. The link in the mail is signed and holds `ronde`.

    A new link makes the ones before it worthless. Name and address stand here as the school typed them, and only as
    long as the invitation waits: whether that person already has an account, the school does not learn.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    rol = models.CharField(max_length=30)
    groepen = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    ronde = models.PositiveSmallIntegerField(default=1)
    geldig_tot = models.DateTimeField()
    mail_mislukt_op = models.DateTimeField(null=True)
    ingetrokken_op = models.DateTimeField(null=True)
    aangenomen_op = models.DateTimeField(null=True)
    aanstelling = models.OneToOneField("scholen.Aanstelling", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisatie", "email", "rol"),
                condition=models.Q(ingetrokken_op=None, aangenomen_op=None),
                name="collegauitnodiging_een_open",
            ),
        )

    def __str__(self) -> str:
        return f"{self.rol} {self.organisatie_id}"

    @property
    def functie(self) -> Rol:
        """The role that is offered."""
        return Rol(self.rol)


class Accountvraag(models.Model):
    """Somebody who says to work here asks for an account; gone with the answer, and after a month."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=200)
    email = models.EmailField()
    gevraagd_op = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisatie", "email"), name="accountvraag_een_keer"),)

    def __str__(self) -> str:
        return str(self.id)


class Medewerkerscontrole(models.Model):
    """Who manages the colleagues confirmed for a school year that everybody on the list works here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    schooljaar = models.CharField(max_length=9)
    bevestigd_op = models.DateTimeField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisatie", "schooljaar"), name="medewerkerscontrole_een_keer"),
        )

    def __str__(self) -> str:
        return f"{self.schooljaar} {self.organisatie_id}"


class Agendalink(models.Model):
    """The secret address at which one colleague's own agenda reads the dates of the work at one organisation.

    The address itself is signed and stands nowhere; withdrawing this row ends it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("account", "organisatie"), condition=models.Q(ingetrokken_op=None), name="agendalink_een_lopend"
            ),
        )

    def __str__(self) -> str:
        return str(self.id)
