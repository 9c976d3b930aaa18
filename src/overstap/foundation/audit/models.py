"""What happened? Append-only events without content: who did what, to which dossier, when."""

from __future__ import annotations

from django.db import models


class AuditEvent(models.Model):
    """One act or look. No foreign keys: the log outlives its subject. The database fills the chain.

    `gegevens` holds ids, counts and article numbers only, never a value from a dossier.
    """

    keten = models.CharField(max_length=64, editable=False)
    nummer = models.BigIntegerField(editable=False)
    wat = models.CharField(max_length=60)
    op = models.DateTimeField()
    dossier_id = models.UUIDField(null=True)
    actor_id = models.UUIDField(null=True)
    rol = models.CharField(max_length=30)
    organisatie_id = models.UUIDField(null=True)
    object_id = models.UUIDField(null=True)
    gegevens = models.JSONField(default=dict)
    vorige = models.BinaryField(null=True, editable=False)
    hash = models.BinaryField(null=True, editable=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("keten", "nummer"), name="audit_keten_zonder_gaten"),)
        indexes = (models.Index(fields=("dossier_id", "op")), models.Index(fields=("organisatie_id", "op")))

    def __str__(self) -> str:
        return f"{self.wat} {self.op:%Y-%m-%d}"
