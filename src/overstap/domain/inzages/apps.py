"""Names the Django app of the concept inzages."""

from django.apps import AppConfig


class InzagesConfig(AppConfig):
    name = "overstap.domain.inzages"
    label = "inzages"
    default_auto_field = "django.db.models.BigAutoField"
