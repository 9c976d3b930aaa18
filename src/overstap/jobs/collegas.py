"""How are colleagues written to, each in a mail of their own, also when the mailbox of one of them is no more?"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from overstap.integrations.mail import AdresGeweigerd, NietNu, verstuur

log = logging.getLogger(__name__)


def schrijf_collegas(onderwerp: str, brieven: Iterable[tuple[str, str]]) -> None:
    """Send every (address, text) of `brieven`, each once; nobody sees another's.

    An address that is refused for good is passed over. Raises `NietNu` when the mail server said "later" of somebody,
    after everybody had a turn: the job tries again then, and who had the mail gets it once more.
    """
    later: NietNu | None = None
    for adres, tekst in dict.fromkeys(brieven):
        try:
            verstuur(adres, onderwerp, tekst)
        except AdresGeweigerd:
            log.warning("de mailserver weigert het adres van een collega; de anderen krijgen hun mail")
        except NietNu as fout:
            later = fout
    if later is not None:
        raise later
