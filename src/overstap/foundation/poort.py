"""How does the domain ask something of a zone above it? By the name of a question, which config answers.

The domain says what it asks and of which types; `OVERSTAP_POORTEN` in the settings says who answers. A question
without an answer fails, so that an act which rests on it does not happen either.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string


def poort(vraag: str) -> Any:
    """The function that answers this question. Raises `KeyError` when config names none."""
    return import_string(settings.OVERSTAP_POORTEN[vraag])
