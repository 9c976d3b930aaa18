"""Makes the pages of parents an app, so that Django finds their templates."""

from __future__ import annotations

from django.apps import AppConfig


class OudersConfig(AppConfig):
    name = "overstap.web.ouders"
    label = "web_ouders"
