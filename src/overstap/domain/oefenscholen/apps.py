"""Names the Django app of the concept oefenscholen."""

from django.apps import AppConfig


class OefenscholenConfig(AppConfig):
    name = "overstap.domain.oefenscholen"
    label = "oefenscholen"
    default_auto_field = "django.db.models.BigAutoField"
