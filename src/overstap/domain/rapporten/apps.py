"""Names the Django app of the concept rapporten."""

from django.apps import AppConfig


class RapportenConfig(AppConfig):
    name = "overstap.domain.rapporten"
    label = "rapporten"
    default_auto_field = "django.db.models.BigAutoField"
