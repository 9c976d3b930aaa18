"""Names the Django app of the concept adviezen."""

from django.apps import AppConfig


class AdviezenConfig(AppConfig):
    name = "overstap.domain.adviezen"
    label = "adviezen"
    default_auto_field = "django.db.models.BigAutoField"
