"""Names the Django app of the concept overdrachten."""

from django.apps import AppConfig


class OverdrachtenConfig(AppConfig):
    name = "overstap.domain.overdrachten"
    label = "overdrachten"
    default_auto_field = "django.db.models.BigAutoField"
