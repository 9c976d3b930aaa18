"""Makes the pages of the vo school an app, so that Django finds their templates."""

from __future__ import annotations

from django.apps import AppConfig


class VoConfig(AppConfig):
    name = "overstap.web.vo"
    label = "web_vo"
