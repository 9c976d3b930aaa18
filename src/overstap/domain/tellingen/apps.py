"""Names the Django app of the concept tellingen."""

from django.apps import AppConfig


class TellingenConfig(AppConfig):
    name = "overstap.domain.tellingen"
    label = "tellingen"
    default_auto_field = "django.db.models.BigAutoField"
