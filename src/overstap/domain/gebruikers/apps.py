"""Names the Django app of the concept gebruikers."""

from django.apps import AppConfig


class GebruikersConfig(AppConfig):
    name = "overstap.domain.gebruikers"
    label = "gebruikers"
    default_auto_field = "django.db.models.BigAutoField"
