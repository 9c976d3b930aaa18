"""When is somebody inside: until logging out, after a day's work, or when nothing was done for too long?

The session engine of Django, with a table of our own: the row says whose session it is, on which device in words, and
when it was last used. Who deletes the row ends the session at once; a row that was quiet too long opens nothing.
The table knows a session by a hash of its key, so who reads the table, or a back-up of it, comes in nowhere.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, cast

from django.apps import apps
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as Databasesessies
from django.db.models import Q
from django.utils import timezone

from overstap.foundation.vaste_vraag import VasteVraag

if TYPE_CHECKING:
    from overstap.domain.gebruikers.models import Sessie

APPARAAT = "apparaat"
# Not every request writes: to the minute is near enough.
_BIJHOUDEN = timedelta(minutes=1)


class SessionStore(Databasesessies):
    """Sessions that end by themselves when nobody does anything for `OVERSTAP_STILTE`, and after a day's work."""

    _rij: Sessie | None = None

    @classmethod
    def get_model_class(cls) -> type[Sessie]:
        """Where they are kept; an engine of Django works on its table itself."""
        return apps.get_model("gebruikers", "Sessie")

    def _get_session_from_db(self) -> Sessie | None:
        nu = timezone.now()
        rij = _LOPEND.een(rijsleutel(self.session_key), *_grenzen(nu))
        if rij is None:
            self._session_key = None
            return None
        if nu - rij.laatst_op >= _BIJHOUDEN:
            self.get_model_class().objects.filter(session_key=rij.session_key).update(laatst_op=nu)
        self._rij = rij
        return rij

    def exists(self, session_key: str) -> bool:
        """Whether there is a session with this key."""
        return bool(super().exists(rijsleutel(session_key)))

    def delete(self, session_key: str | None = None) -> None:
        """End the session with this key, or this one."""
        super().delete(rijsleutel(session_key or self.session_key))

    def create_model_instance(self, data: dict[str, Any]) -> Sessie:
        """Return the row that goes into the table; whose it is and on what device stands in `data` too."""
        rij = cast("Sessie", super().create_model_instance(data))
        rij.session_key = rijsleutel(rij.session_key)
        rij.account_id = data.get(SESSION_KEY)
        rij.apparaat = data.get(APPARAAT, "")
        rij.begonnen_op = rij.laatst_op = timezone.now()
        # Logging in gives a session another key, and with it a beginning of its own.
        if self._rij is not None and self._rij.session_key == rij.session_key:
            rij.nummer, rij.begonnen_op = self._rij.nummer, self._rij.begonnen_op
        return rij

    @classmethod
    def clear_expired(cls) -> None:
        """Forget what ended by itself."""
        cls.get_model_class().objects.filter(_voorbij(*_grenzen(timezone.now()))).delete()


def _grenzen(nu: datetime) -> tuple[datetime, datetime, datetime]:
    """Now, and what a session began and was last used after that is still open."""
    return nu, nu - timedelta(seconds=settings.SESSION_COOKIE_AGE), nu - settings.OVERSTAP_STILTE


def _voorbij(nu: Any, begin: Any, laatst: Any) -> Q:
    """Which sessions ended by themselves. Django moves `expire_date` at every save; the beginning stays what it was."""
    return Q(expire_date__lte=nu) | Q(begonnen_op__lte=begin) | Q(laatst_op__lte=laatst)


_LOPEND: VasteVraag[Sessie] = VasteVraag(
    lambda sleutel, nu, begin, laatst: SessionStore.get_model_class().objects.filter(
        ~_voorbij(nu, begin, laatst), session_key=sleutel
    )
)


def rijsleutel(sleutel: str | None) -> str:
    """By what the table knows the session with this key. A key is long and random: a hash without more will do."""
    return blake2b((sleutel or "").encode(), digest_size=20, person=b"sessie").hexdigest()


def apparaat(kop: str) -> str:
    """What a browser says of itself (the User-Agent header) in words for its owner: "Firefox op Windows"."""
    # A browser also names those it wants to be taken for, so the order counts.
    browser = _eerste(kop, _BROWSERS)
    systeem = _eerste(kop, _SYSTEMEN)
    if browser and systeem:
        return f"{browser} op {systeem}"
    return browser or systeem or "Onbekend apparaat"


_BROWSERS = {"Edg": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "FxiOS": "Firefox", "CriOS": "Chrome",
             "SamsungBrowser": "Samsung Internet", "Chrome/": "Chrome", "Safari/": "Safari"}  # fmt: skip
_SYSTEMEN = {"iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "CrOS": "Chromebook", "Windows": "Windows",
             "Mac OS X": "Mac", "Linux": "Linux"}  # fmt: skip


def _eerste(kop: str, woorden: dict[str, str]) -> str:
    return next((naam for woord, naam in woorden.items() if woord in kop), "")
