"""Makes the pages of the basisschool an app, so that Django finds their templates."""

from __future__ import annotations

from django.apps import AppConfig


class PoConfig(AppConfig):
    name = "overstap.web.po"
    label = "web_po"
