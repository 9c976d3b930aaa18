"""Makes the API an app, so that Django finds the template of its page."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "overstap.web.api"
    label = "web_api"
