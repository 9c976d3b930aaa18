"""Names the Django app of the concept schoollogins."""

from django.apps import AppConfig


class SchoolloginsConfig(AppConfig):
    name = "overstap.domain.schoollogins"
    label = "schoollogins"
    default_auto_field = "django.db.models.BigAutoField"
