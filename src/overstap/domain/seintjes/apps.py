"""Names the Django app of the concept seintjes."""

from django.apps import AppConfig


class SeintjesConfig(AppConfig):
    name = "overstap.domain.seintjes"
    label = "seintjes"
    default_auto_field = "django.db.models.BigAutoField"
