"""Names the Django app of the concept mailkeuzes."""

from django.apps import AppConfig


class MailkeuzesConfig(AppConfig):
    name = "overstap.domain.mailkeuzes"
    label = "mailkeuzes"
    default_auto_field = "django.db.models.BigAutoField"
