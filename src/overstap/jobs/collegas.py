"""How are colleagues written to about news, each in a mail of their own, also when one mailbox is no more?"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from overstap.domain.seintjes.actions import neem_nieuws, seintje_mislukt
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from overstap.integrations.mail import AdresGeweigerd, NietNu
from overstap.jobs.post import verstuur
from overstap.jobs.taak import systeem_voor

if TYPE_CHECKING:
    from overstap.domain.scholen.models import Aanstelling

log = logging.getLogger(__name__)


def schrijf_collegas(onderwerp: str, brieven: Iterable[tuple[Aanstelling, str]], *, at: datetime) -> None:
    """Send every (colleague, text) of `brieven` to who wants to hear news, each once; nobody sees another's.

    An address that is refused for good is passed over, and recorded with its own organisation. Raises `NietNu` when the
    mail server said "later" of somebody, after everybody had a turn: the job tries again then, and who had the mail
    gets it once more.
    """
    gasten: list[tuple[Aanstelling, str]] = []
    per_plek: dict[UUID, dict[UUID, list[str]]] = defaultdict(lambda: defaultdict(list))
    for mens, tekst in brieven:
        if mens.rol == Rol.GAST:
            gasten.append((mens, tekst))
        else:
            per_plek[mens.organisatie_id][mens.account_id].append(tekst)
    later = [_schrijf_gasten(onderwerp, gasten, at)]
    later += [_schrijf_bij(plek, onderwerp, teksten, at) for plek, teksten in per_plek.items()]
    if fout := next(filter(None, later), None):
        raise fout


def _schrijf_bij(plek: UUID, onderwerp: str, teksten: Mapping[UUID, list[str]], at: datetime) -> NietNu | None:
    """The colleagues of one organisation (texts by account), within what that organisation may see."""
    later = None
    with als(systeem_voor(plek)) as by:
        for rij in neem_nieuws(account_ids=teksten.keys(), by=by, at=at):
            for tekst in dict.fromkeys(teksten[rij.account_id]):
                try:
                    verstuur(rij.account.email, onderwerp, tekst, by=by, at=at, kenmerk=(rij.id, plek))
                except AdresGeweigerd:
                    seintje_mislukt(seintje_id=rij.id, by=by, at=at)
                except NietNu as fout:
                    later = fout
    return later


def _schrijf_gasten(onderwerp: str, brieven: Iterable[tuple[Aanstelling, str]], at: datetime) -> NietNu | None:
    """A guest has no choice of mails: there is one pupil, and nobody who manages colleagues."""
    later = None
    for mens, tekst in brieven:
        try:
            verstuur(mens.account.postadres, onderwerp, tekst, by=systeem_voor(mens.organisatie_id), at=at)
        except AdresGeweigerd:
            log.warning("de mailserver weigert het adres van een gast; de anderen krijgen hun mail")
        except NietNu as fout:
            later = fout
    return later
