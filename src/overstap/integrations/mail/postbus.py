"""Where does the demo leave the mails it sends, and what is in them?

Each message is a file in the folder `OVERSTAP_POSTBUS_MAP`, so that nothing personal stands in the database.
Real mail goes by SMTP, with Django's own backend.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from time import time_ns

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

_NAAM = re.compile(r"[0-9]{19}-[0-9]{3}")


@dataclass(frozen=True)
class Bericht:
    """One sent mail: its number (the name of its file), the moment of sending, and what a reader sees."""

    nummer: str
    verstuurd: datetime
    aan: str
    onderwerp: str
    tekst: str


class DemoPostbus(BaseEmailBackend):
    """Django's e-mail backend of the demo: writes each message as a file."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write the messages, and return how many."""
        folder = Path(settings.OVERSTAP_POSTBUS_MAP)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        start = time_ns()
        for number, message in enumerate(email_messages):
            target = folder / f"{start:019d}-{number:03d}.eml"
            draft = target.with_suffix(".nieuw")
            draft.write_bytes(message.message().as_bytes())
            # The page lists whole messages only.
            draft.rename(target)
        return len(email_messages)


def lees_post(folder: Path) -> list[Bericht]:
    """Return all mails in `folder`, newest first; none when the folder is not there."""
    if not folder.is_dir():
        return []
    return [_lees(file) for file in sorted(folder.glob("*.eml"), reverse=True) if _NAAM.fullmatch(file.stem)]


def lees_bericht(folder: Path, nummer: str) -> Bericht:
    """Return the mail with this number.

    Raises `FileNotFoundError` when there is none, also for a number that is not one of ours.
    """
    if not _NAAM.fullmatch(nummer):
        raise FileNotFoundError(nummer)
    return _lees(folder / f"{nummer}.eml")


def _lees(file: Path) -> Bericht:
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    return Bericht(
        nummer=file.stem,
        verstuurd=datetime.fromtimestamp(int(file.stem.split("-")[0]) / 1e9, tz=UTC),
        aan=str(message["To"] or ""),
        onderwerp=str(message["Subject"] or ""),
        tekst=body.get_content() if body else "",
    )
