"""Names the Django app of the concept scholen."""

from django.apps import AppConfig


class ScholenConfig(AppConfig):
    name = "overstap.domain.scholen"
    label = "scholen"
    default_auto_field = "django.db.models.BigAutoField"
