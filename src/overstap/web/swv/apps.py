"""Makes the pages of the samenwerkingsverband an app, so that Django finds their templates."""

from __future__ import annotations

from django.apps import AppConfig


class SwvConfig(AppConfig):
    name = "overstap.web.swv"
    label = "web_swv"
