"""Makes the help an app, so that Django finds its templates and pictures."""

from __future__ import annotations

from django.apps import AppConfig


class HulpConfig(AppConfig):
    name = "overstap.web.hulp"
    label = "web_hulp"
