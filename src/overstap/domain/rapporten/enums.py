"""Which kinds of version does a report have?"""

from __future__ import annotations

from overstap.foundation.choice import Choice


class Versiesoort(Choice):
    """Why a version was frozen."""

    INZAGE = "inzage", "Aangeboden aan de ouders"
    DEFINITIEF = "definitief", "Definitief"
