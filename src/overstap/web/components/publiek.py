"""For whom is a page? Every view says so itself; a view that says nothing does not run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from django.core.exceptions import ImproperlyConfigured

View = TypeVar("View", bound=Callable[..., Any])
Soort = Literal["po", "vo", "swv", "regio", "ouder"]

IEDEREEN = "iedereen"
INGELOGD = "ingelogd"
_MERK = "overstap_publiek"


def openbaar(view: View) -> View:
    """Mark a page that everybody may read, also without logging in."""
    return _merk(view, IEDEREEN)


def ingelogd(view: View) -> View:
    """Mark a page for every logged-in colleague, also before an organisation was chosen."""
    return _merk(view, INGELOGD)


def voor(*soorten: Soort) -> Callable[[View], View]:
    """Mark a page for people of these kinds of organisation (or parents); for others it does not exist."""
    return lambda view: _merk(view, *soorten)


def publiek_van(view: Callable[..., Any]) -> frozenset[str]:
    """Return for whom the view is.

    Raises `ImproperlyConfigured` when it does not say so. The views of allauth say it in the way of Django.
    """
    if merk := getattr(view, _MERK, None):
        return frozenset(merk)
    if is_van_allauth(view):
        return frozenset({INGELOGD if getattr(view, "login_required", True) else IEDEREEN})
    raise ImproperlyConfigured(
        f"{view.__module__}.{view.__name__} zegt niet voor wie: gebruik openbaar, ingelogd of voor(…)."
    )


def is_van_allauth(view: Callable[..., Any]) -> bool:
    """Whether this view comes with allauth; those do nothing with pupils."""
    return view.__module__.startswith("allauth.")


def _merk(view: View, *soorten: str) -> View:
    setattr(view, _MERK, frozenset(soorten))
    return view
