"""Is an address that will never work told apart from a mail server that is away, and a returned mail known?"""

from __future__ import annotations

import socket
import traceback
from smtplib import SMTPRecipientsRefused
from uuid import UUID

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from overstap.integrations.mail import AdresGeweigerd, NietNu, lees_teruggekomen, verstuur

LOKAAL = "django.core.mail.backends.locmem.EmailBackend"
KENMERK = (UUID(int=1), UUID(int=2))
KOP = f"X-Overstap-Kenmerk: {KENMERK[0]}/{KENMERK[1]}"


class Weigeraar(BaseEmailBackend):
    """A mail server that refuses every recipient with one code."""

    code = 550

    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        raise SMTPRecipientsRefused({adres: (self.code, b"nee") for bericht in email_messages for adres in bericht.to})


class Drukbezet(Weigeraar):
    """One that says: later."""

    code = 450


def test_a_mail_names_its_offer_in_the_header_and_nothing_of_anybody(settings) -> None:
    settings.EMAIL_BACKEND = LOKAAL
    verstuur("moeder@ouders.example", "Iets", "Er staat iets klaar.", kenmerk=KENMERK)
    assert mail.outbox[0].message()["X-Overstap-Kenmerk"] == f"{KENMERK[0]}/{KENMERK[1]}"


def test_only_a_lasting_refusal_is_final(settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Weigeraar"
    with pytest.raises(AdresGeweigerd):
        verstuur("weg@ouders.example", "Iets", "Tekst.", kenmerk=KENMERK)
    settings.EMAIL_BACKEND = f"{__name__}.Drukbezet"
    with pytest.raises(NietNu):
        verstuur("vol@ouders.example", "Iets", "Tekst.", kenmerk=KENMERK)


@pytest.mark.parametrize(
    ("postbode", "aan"),
    [("Weigeraar", "weg@ouders.example"), ("Drukbezet", "vol@ouders.example"), (LOKAAL, "twee@ouders.example\n")],
)
def test_no_address_is_in_what_a_log_would_write(settings, postbode: str, aan: str) -> None:
    settings.EMAIL_BACKEND = postbode if "." in postbode else f"{__name__}.{postbode}"
    with pytest.raises((AdresGeweigerd, NietNu)) as gevangen:
        verstuur(aan, "Iets", "Tekst.", kenmerk=KENMERK)
    fout: BaseException | None = gevangen.value
    gezegd = "".join(traceback.format_exception(gevangen.value))
    while fout is not None:
        gezegd += repr(fout)
        fout = fout.__context__ or fout.__cause__
    assert "ouders.example" not in gezegd


def rapport(action: str, status: str, terug: str) -> bytes:
    return f"""From: mailer-daemon@voorbeeld.example
Content-Type: multipart/report; report-type=delivery-status; boundary=grens

--grens
Content-Type: text/plain

Uw bericht kwam niet aan.
--grens
Content-Type: message/delivery-status

Reporting-MTA: dns; voorbeeld.example

Final-Recipient: rfc822; weg@ouders.example
Action: {action}
Status: {status}
--grens
{terug}
--grens--
""".encode()


HEEL = f"Content-Type: message/rfc822\n\n{KOP}\nSubject: Er staat iets voor u klaar\n\nGoedendag."
KOPPEN = f"Content-Type: text/rfc822-headers\n\nSubject: Er staat iets voor u klaar\n{KOP}\n"


@pytest.mark.parametrize("terug", [HEEL, KOPPEN], ids=["whole", "headers"])
def test_a_mail_that_came_back_is_known(terug: str) -> None:
    assert lees_teruggekomen(rapport("failed", "5.1.1", terug)) == KENMERK


@pytest.mark.parametrize(
    "ruw",
    [
        rapport("delayed", "4.4.1", HEEL),
        rapport("failed", "5.1.1", "Content-Type: message/rfc822\n\nSubject: Iets anders\n\nHallo."),
        f"{KOP}\nSubject: Afwezig\n\nIk ben er niet.".encode(),
        rapport("failed", "5.1.1", HEEL.replace(str(KENMERK[0]), "-" * 36)),
        b"",
        b"\xff\xfe\x00",
    ],
    ids=["delayed", "not ours", "absent", "no id", "empty", "rubbish"],
)
def test_anything_else_is_left_alone(ruw: bytes) -> None:
    assert lees_teruggekomen(ruw) is None


def test_a_mail_server_that_never_says_a_word_is_left(settings) -> None:
    assert 0 < settings.EMAIL_TIMEOUT <= 30
    with socket.create_server(("127.0.0.1", 0)) as zwijgt:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = zwijgt.getsockname()
        settings.EMAIL_TIMEOUT = 0.2
        with pytest.raises(NietNu):
            verstuur("a@voorbeeld.nl", "Onderwerp", "Tekst")
