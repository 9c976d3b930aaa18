"""Names the Django app of the concept koppelingen."""

from django.apps import AppConfig


class KoppelingenConfig(AppConfig):
    name = "overstap.domain.koppelingen"
    label = "koppelingen"
    default_auto_field = "django.db.models.BigAutoField"
