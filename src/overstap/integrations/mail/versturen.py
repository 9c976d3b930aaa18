"""How does a mail leave, and how is it known again when it comes back?"""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage as Bericht
from smtplib import SMTPException, SMTPRecipientsRefused
from uuid import UUID

from django.core.mail import EmailMessage

KENMERK = "X-Overstap-Kenmerk"
_BLIJVEND = 500
_ID = r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
_VORM = re.compile(f"{_ID}/{_ID}")


class AdresGeweigerd(Exception):
    """The mail server will never deliver to this address; another try is of no use."""


class NietNu(Exception):
    """The mail server did not take it, and later it may; says which kind of fault, and no address: it goes to a log."""


def verstuur(aan: str, onderwerp: str, tekst: str, *, kenmerk: tuple[UUID, UUID] | None = None) -> None:
    """Send one mail; with a `kenmerk` the header names an offer and its school, ids only, by which it comes back.

    Raises `AdresGeweigerd` when the address is refused for good (an SMTP code of 500 or more), and `NietNu` for what
    else the mail server says: both without a word of the address, also where a log follows what caused them. A server
    that cannot be reached is an `OSError`, as it was.
    """
    kop = {KENMERK: "/".join(str(deel) for deel in kenmerk)} if kenmerk else None
    fout = _stuur(EmailMessage(onderwerp, tekst, to=[aan], headers=kop))
    # Outside the `except`: what is raised inside one takes the fault of the mail server along, address and all.
    if fout is not None:
        raise fout


def _stuur(mail: EmailMessage) -> Exception | None:
    try:
        mail.send()
    except SMTPRecipientsRefused as fout:
        codes = [code for code, _ in fout.recipients.values()]
        return AdresGeweigerd() if min(codes) >= _BLIJVEND else NietNu(*codes)
    except (SMTPException, ValueError) as fout:
        # Django says of an address that is none which one that was.
        return NietNu(type(fout).__name__)
    return None


def lees_teruggekomen(ruw: bytes) -> tuple[UUID, UUID] | None:
    """The (offer, school) of a mail that came back for good, from what the mail server reports (RFC 3464).

    None for every other message: a delay, a note of absence, or a mail that is not ours.
    """
    bericht = message_from_bytes(ruw, policy=policy.default)
    if bericht.get_content_type() != "multipart/report" or not any(_mislukt(deel) for deel in bericht.walk()):
        return None
    # What came back stands in the report as a message, or as its headers only.
    gevonden = next((_VORM.search(tekst) for deel in bericht.walk() if (tekst := _kenmerk(deel))), None)
    return (UUID(gevonden[1]), UUID(gevonden[2])) if gevonden else None


def _mislukt(deel: Bericht) -> bool:
    return str(deel.get("Action", "")).strip().lower() == "failed" and str(deel.get("Status", "")).startswith("5")


def _kenmerk(deel: Bericht) -> str:
    if deel.get_content_type() == "text/rfc822-headers":
        regels = str(deel.get_payload()).splitlines()
        return next((regel for regel in regels if regel.lower().startswith(KENMERK.lower())), "")
    return str(deel.get(KENMERK, ""))
