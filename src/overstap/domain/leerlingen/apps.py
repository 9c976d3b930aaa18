"""Names the Django app of the concept leerlingen."""

from django.apps import AppConfig


class LeerlingenConfig(AppConfig):
    name = "overstap.domain.leerlingen"
    label = "leerlingen"
    default_auto_field = "django.db.models.BigAutoField"
