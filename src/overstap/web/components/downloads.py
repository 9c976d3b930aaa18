"""How does a file leave us, so that no browser runs it and no name tells whose it is?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from overstap.foundation.opslag import Lezer

# Attachments came from outside: a browser gets them as a file to keep, never as a page of ours.
_UITGANG = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "text/plain": "txt",
    "text/csv": "csv",
    "application/xml": "xml",
    "application/zip": "zip",
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.ms-excel": "xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.ms-powerpoint": "ppt",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.presentation": "odp",
}


# (actor, attachment, slot) → its content, and (content, mime, word, id) → the answer.
type_openen = Callable[[Any, Any, Any], Lezer]
type_geven = Callable[[Lezer, str, str, UUID], HttpResponseBase]


def download(inhoud: bytes, mime: str, woord: str, nummer: UUID) -> HttpResponse:
    """Answer with a file named `<woord>-<first 8 of nummer>.<extension>`: no pupil's name, no BSN.

    For what is small and made here; what may be big goes by `stroom`.
    """
    antwoord = HttpResponse(inhoud, content_type=_veilig(mime))
    _kop(antwoord, mime, woord, nummer, len(inhoud))
    return antwoord


def stroom(lezer: Lezer, mime: str, woord: str, nummer: UUID) -> StreamingHttpResponse:
    """The same answer, piece by piece from a file that was opened under row-level security.

    What one may see ends with the transaction; what was opened before that flows out after it, and needs no database.
    It is closed at its end, and when the reader goes away halfway.
    """
    antwoord = StreamingHttpResponse(lezer.stukken(), content_type=_veilig(mime))
    _kop(antwoord, mime, woord, nummer, lezer.omvang)
    return antwoord


# What a browser shows without running anything of it: pictures and plain text as they are, a PDF in its own viewer.
# Each was cleaned before (`open_om_te_tonen_for`); everything else is only a file to keep.
TOONBAAR = frozenset({"application/pdf", "image/jpeg", "image/png", "text/plain"})


def toon(lezer: Lezer, mime: str, woord: str, nummer: UUID) -> StreamingHttpResponse:
    """The same answer as `stroom`, to look at in the browser; what cannot be shown safely still comes as a file.

    It is an answer of its own, in a sandbox: no script, no form, no link to us, and no page may frame it.
    """
    antwoord = stroom(lezer, mime, woord, nummer)
    if mime in TOONBAAR:
        antwoord.headers["Content-Disposition"] = antwoord.headers["Content-Disposition"].replace(
            "attachment", "inline"
        )
        antwoord.headers["Content-Security-Policy"] = _OM_TE_ZIEN
        antwoord.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        antwoord.headers["X-Frame-Options"] = "DENY"
    return antwoord


# A browser styles a picture and a text by itself, and that is all that may happen there.
_OM_TE_ZIEN = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"


def _veilig(mime: str) -> str:
    return mime if mime in _UITGANG else "application/octet-stream"


def _kop(antwoord: HttpResponseBase, mime: str, woord: str, nummer: UUID, omvang: int) -> None:
    naam = f"{woord}-{nummer.hex[:8]}.{_UITGANG.get(mime, 'bin')}"
    antwoord.headers["Content-Disposition"] = f'attachment; filename="{naam}"'
    antwoord.headers["Content-Length"] = str(omvang)
    antwoord.headers["X-Content-Type-Options"] = "nosniff"
    antwoord.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    antwoord.headers["Cache-Control"] = "no-store"


def soort(mime: str) -> str:
    """The kind of file in a word, for the line below its name: "pdf"."""
    return _UITGANG.get(mime, "bestand")
