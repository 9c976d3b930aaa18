"""Names the Django app of the concept bijlagen."""

from django.apps import AppConfig


class BijlagenConfig(AppConfig):
    name = "overstap.domain.bijlagen"
    label = "bijlagen"
    default_auto_field = "django.db.models.BigAutoField"
