"""Names the Django app of the concept meekijken."""

from django.apps import AppConfig


class MeekijkenConfig(AppConfig):
    name = "overstap.domain.meekijken"
    label = "meekijken"
    default_auto_field = "django.db.models.BigAutoField"
