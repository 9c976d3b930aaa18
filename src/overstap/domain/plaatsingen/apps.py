"""Names the Django app of the concept plaatsingen."""

from django.apps import AppConfig


class PlaatsingenConfig(AppConfig):
    name = "overstap.domain.plaatsingen"
    label = "plaatsingen"
    default_auto_field = "django.db.models.BigAutoField"
