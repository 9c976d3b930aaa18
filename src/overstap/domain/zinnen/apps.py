"""Names the Django app of the concept zinnen."""

from django.apps import AppConfig


class ZinnenConfig(AppConfig):
    name = "overstap.domain.zinnen"
    label = "zinnen"
    default_auto_field = "django.db.models.BigAutoField"
