"""Names the Django app of the concept medewerkers."""

from django.apps import AppConfig


class MedewerkersConfig(AppConfig):
    name = "overstap.domain.medewerkers"
    label = "medewerkers"
    default_auto_field = "django.db.models.BigAutoField"
