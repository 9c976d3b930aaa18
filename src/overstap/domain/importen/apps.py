"""Names the Django app of the concept importen."""

from django.apps import AppConfig


class ImportenConfig(AppConfig):
    name = "overstap.domain.importen"
    label = "importen"
    default_auto_field = "django.db.models.BigAutoField"
