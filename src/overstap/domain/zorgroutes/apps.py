"""Names the Django app of the concept zorgroutes."""

from django.apps import AppConfig


class ZorgroutesConfig(AppConfig):
    name = "overstap.domain.zorgroutes"
    label = "zorgroutes"
    default_auto_field = "django.db.models.BigAutoField"
