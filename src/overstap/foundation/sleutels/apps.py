"""Names the Django app of the key store."""

from django.apps import AppConfig


class SleutelsConfig(AppConfig):
    name = "overstap.foundation.sleutels"
    label = "sleutels"
    default_auto_field = "django.db.models.BigAutoField"
