"""Names the Django app of the concept dossiers."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "overstap.domain.dossiers"
    label = "dossiers"
    default_auto_field = "django.db.models.BigAutoField"
