"""Names the Django app of the append-only log."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "overstap.foundation.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"
