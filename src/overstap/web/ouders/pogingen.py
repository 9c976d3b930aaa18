"""How many wrong codes may come from one address, over all parents together?

Five wrong tries lock one code (`gebruikers.rules`); this stops somebody who tries many links. An evening at
school shares one address, so the number is generous. Only a keyed hash of the address is kept, for a quarter.
"""

from __future__ import annotations

from datetime import datetime

from allauth.account.adapter import get_adapter
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from overstap.foundation import teller

MAXIMUM = 30
SECONDEN = 15 * 60


def te_veel(request: HttpRequest, nu: datetime) -> bool:
    """Did too many wrong codes come from this address in this quarter of an hour?"""
    return teller.stand(_sleutel(request, nu)) >= MAXIMUM


def tel(request: HttpRequest, nu: datetime) -> None:
    """Count one wrong code."""
    teller.tel(_sleutel(request, nu), SECONDEN)


def _sleutel(request: HttpRequest, nu: datetime) -> str:
    # allauth knows behind how many trusted proxies we stand.
    adres = get_adapter(request).get_client_ip(request)
    return f"oudercode:{int(nu.timestamp()) // SECONDEN}:{salted_hmac('oudercode', adres).hexdigest()}"
