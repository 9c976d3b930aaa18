"""Makes the pages for everybody an app, so that Django finds its templates."""

from __future__ import annotations

from django.apps import AppConfig


class AlgemeenConfig(AppConfig):
    name = "overstap.web.algemeen"
    label = "web_algemeen"

    def ready(self) -> None:
        """Begin to hear who logs in."""
        from overstap.web.algemeen import deur, tweede_stap

        tweede_stap.luister()
        deur.luister()
