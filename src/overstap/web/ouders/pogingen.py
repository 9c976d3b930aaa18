"""How many wrong codes may come from one address, over all parents together?

Five wrong tries lock one code (`gebruikers.rules`); this stops somebody who tries many links. An evening at
school shares one address, so the number is generous. Only a keyed hash of the address is kept, for a quarter.
"""

from __future__ import annotations

from datetime import datetime

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

MAXIMUM = 30
SECONDEN = 15 * 60


def te_veel(request: HttpRequest, nu: datetime) -> bool:
    """Did too many wrong codes come from this address in this quarter of an hour?"""
    return bool(cache.get(_sleutel(request, nu), 0) >= MAXIMUM)


def tel(request: HttpRequest, nu: datetime) -> None:
    """Count one wrong code."""
    sleutel = _sleutel(request, nu)
    cache.set(sleutel, cache.get(sleutel, 0) + 1, SECONDEN)


def _sleutel(request: HttpRequest, nu: datetime) -> str:
    # allauth knows behind how many trusted proxies we stand.
    adres = get_adapter(request).get_client_ip(request)
    return f"oudercode:{int(nu.timestamp()) // SECONDEN}:{salted_hmac('oudercode', adres).hexdigest()}"
