"""Does what breaks out of a page stay text in everything else we make: PDF, OSO file and mail?

The crawler sees what comes back in an answer; a PDF, a file for OSO and a mail are made by the worker. Each goes
through its own writer here, with every lading in every place that takes words.
"""

from __future__ import annotations

import io

import pikepdf
import pytest
from django.core import mail

from overstap.domain.rapporten.snapshot import Inhoud
from overstap.integrations.mail import NietNu, teksten, verstuur
from overstap.integrations.pdf import maak_pdf
from tests.aanval.ladingen import FORMULES, MERK, UITBREKEN
from tests.aanval.lezen import uitgebroken
from tests.integrations.oso.leerling import LEERLING, opgesteld
from tests.integrations.pdf.lezen import tekst_van
from tests.integrations.pdf.voorbeeld import met_tekst

LADINGEN = (*UITBREKEN, *FORMULES)
# Of these velden the file takes any words.
VRIJE_TEKST = [naam for naam, waarde in LEERLING.items() if isinstance(waarde, str) and waarde.count(" ") > 2]


def test_a_pdf_does_nothing_and_counts_nothing() -> None:
    """All of them in every place of a document: title, heads, lines, notes and the cells of a table."""
    pdf = maak_pdf(met_tekst(" ".join(LADINGEN)))
    assert uitgebroken(pdf, "application/pdf") == ""
    gelezen = tekst_van(pdf).replace(" ", "")
    assert MERK in gelezen
    assert f"{MERK}49" not in gelezen


@pytest.mark.parametrize("lading", LADINGEN)
def test_an_oso_file_reads_back_as_text(lading: str) -> None:
    assert VRIJE_TEKST
    geschreven = opgesteld(Inhoud({**LEERLING, **dict.fromkeys(VRIJE_TEKST, lading)}))
    assert MERK.encode() in geschreven.xml
    assert uitgebroken(geschreven.xml, "application/xml") == ""


@pytest.mark.parametrize("lading", [*LADINGEN, f"Hoi {MERK}\r\nBcc: iemand@voorbeeld.nl\r\n\r\n<b>"])
def test_a_mail_is_plain_words_to_one_person(settings, lading: str) -> None:
    """As the text it stays text; as the subject it makes no header of its own, or the mail does not go."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    verstuur("een@ouders.example", teksten.onderwerp("0042"), lading)
    try:
        verstuur("een@ouders.example", lading, "Tekst")
    except NietNu:
        assert "\n" in lading
    for brief in mail.outbox:
        bericht = brief.message()
        assert (bericht.get_content_type(), bericht.is_multipart()) == ("text/plain", False)
        assert bericht.get_all("To") == ["een@ouders.example"]
        assert not bericht.get_all("Bcc")
        assert not bericht.get_all("Cc")


def test_the_reader_sees_a_pdf_that_does_something_and_a_file_that_broke() -> None:
    """Else every test here would pass on anything."""
    for doet in (
        pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"{MERK}()"),
        pikepdf.Dictionary(S=pikepdf.Name.URI, URI=f"javascript:{MERK}()"),
    ):
        with pikepdf.new() as pdf, io.BytesIO() as bytes_:
            pdf.add_blank_page()
            pdf.Root.OpenAction = pdf.make_indirect(doet)
            pdf.save(bytes_)
            assert uitgebroken(bytes_.getvalue(), "application/pdf").startswith("pdf")
    for kapot in (f"<a><{MERK}/></a>", f'<a {MERK}="1"/>', f"<a>{MERK}<b></a>", f"<a><!--{MERK}--></a>"):
        assert uitgebroken(kapot.encode(), "text/xml").startswith("xml")
    assert uitgebroken(f"<a>{MERK}&lt;b&gt;</a>".encode(), "application/xml") == ""
