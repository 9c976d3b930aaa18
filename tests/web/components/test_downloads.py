"""Does a file leave so that no browser runs it and no name tells whose it is?"""

from __future__ import annotations

from uuid import UUID

import pytest

from overstap.web.components.downloads import download

NUMMER = UUID("12345678-0000-4000-8000-000000000000")


@pytest.mark.parametrize(
    ("mime", "naam", "soort"),
    [
        ("application/pdf", "bijlage-12345678.pdf", "application/pdf"),
        ("image/jpeg", "bijlage-12345678.jpg", "image/jpeg"),
        ("text/html", "bijlage-12345678.bin", "application/octet-stream"),
        ("image/svg+xml", "bijlage-12345678.bin", "application/octet-stream"),
    ],
)
def test_name_and_kind_come_from_us_and_not_from_the_file(mime: str, naam: str, soort: str) -> None:
    antwoord = download(b"inhoud", mime, "bijlage", NUMMER)
    assert antwoord["Content-Disposition"] == f'attachment; filename="{naam}"'
    assert antwoord["Content-Type"].split(";")[0] == soort
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert antwoord.content == b"inhoud"
