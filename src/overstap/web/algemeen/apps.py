"""Makes the pages for everybody an app, so that Django finds its templates."""

from __future__ import annotations

from django.apps import AppConfig


class AlgemeenConfig(AppConfig):
    name = "overstap.web.algemeen"
    label = "web_algemeen"

    def ready(self) -> None:
        """Begin to hear who logs in, and refuse a strange sign in our own words in every form."""
        from django.core.validators import ProhibitNullCharactersValidator

        from overstap.web.algemeen import deur, tweede_stap
        from overstap.web.components.fouten import VREEMD_TEKEN

        ProhibitNullCharactersValidator.message = VREEMD_TEKEN

        tweede_stap.luister()
        deur.luister()
