"""How is a sentence of the help written, and what does it name?

`[Neem over]` is the name of something on the screen. `[Importeren](po:import)` is that name as a link to its page,
`[lees eerst dit](taak:importeren)` a link to another task. Nothing else: the rest is plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.urls import reverse
from markupsafe import Markup, escape

_VERWIJZING = re.compile(r"\[([^\]]+)\](?:\(([\w:-]+)\))?")
_TAAK = "taak:"


def opgemaakt(zin: str) -> Markup:
    """The sentence as HTML."""
    return Markup().join(_delen(zin))


def kaal(zin: str) -> str:
    """The sentence without its marks, for who searches it."""
    return _VERWIJZING.sub(r"\1", zin)


def verwijzingen(zin: str) -> list[tuple[str, str]]:
    """What the sentence refers to, each with where it leads ("po:import", "taak:…" or nowhere)."""
    return _VERWIJZING.findall(zin)


def adres(doel: str) -> str:
    """Where a reference leads; raises `NoReverseMatch` for a page that does not exist or that needs an id."""
    return reverse("hulp:taak", args=[doel.removeprefix(_TAAK)]) if doel.startswith(_TAAK) else reverse(doel)


def _delen(zin: str) -> Iterator[Markup]:
    begin = 0
    for gevonden in _VERWIJZING.finditer(zin):
        yield escape(zin[begin : gevonden.start()])
        tekst, doel = gevonden.groups()
        if doel:
            yield Markup('<a class="govuk-link" href="{}">{}</a>').format(adres(doel), tekst)
        else:
            yield Markup("<b>{}</b>").format(tekst)
        begin = gevonden.end()
    yield escape(zin[begin:])
