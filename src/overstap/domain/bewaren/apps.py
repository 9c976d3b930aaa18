"""Names the Django app of the concept bewaren."""

from django.apps import AppConfig


class BewarenConfig(AppConfig):
    name = "overstap.domain.bewaren"
    label = "bewaren"
    default_auto_field = "django.db.models.BigAutoField"
