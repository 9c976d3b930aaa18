"""How does a file leave us, so that no browser runs it and no name tells whose it is?"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

# Attachments came from outside: a browser gets them as a file to keep, never as a page of ours.
_UITGANG = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "text/plain": "txt",
    "application/xml": "xml",
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


def download(inhoud: bytes, mime: str, woord: str, nummer: UUID) -> HttpResponse:
    """Answer with a file named `<woord>-<first 8 of nummer>.<extension>`: no pupil's name, no BSN.

    The bytes are complete before the answer leaves, because what one may see ends with the transaction.
    """
    bekend = mime if mime in _UITGANG else "application/octet-stream"
    antwoord = HttpResponse(inhoud, content_type=bekend)
    naam = f"{woord}-{nummer.hex[:8]}.{_UITGANG.get(mime, 'bin')}"
    antwoord.headers["Content-Disposition"] = f'attachment; filename="{naam}"'
    antwoord.headers["Content-Length"] = str(len(inhoud))
    antwoord.headers["X-Content-Type-Options"] = "nosniff"
    antwoord.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord


def soort(mime: str) -> str:
    """The kind of file in a word, for the line below its name: "pdf"."""
    return _UITGANG.get(mime, "bestand")
