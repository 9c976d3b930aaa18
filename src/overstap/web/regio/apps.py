"""Makes the pages of the region an app, so that Django finds their templates."""

from __future__ import annotations

from django.apps import AppConfig


class RegioConfig(AppConfig):
    name = "overstap.web.regio"
    label = "web_regio"
