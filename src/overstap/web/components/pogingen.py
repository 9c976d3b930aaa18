"""How many wrong codes may come from one address, over all parents and guests together?

Five wrong tries lock one code (`gebruikers.rules`); this stops somebody who tries many links. An evening at
school shares one address, so the number is generous. Only a keyed hash of the address is kept, for a quarter.
"""

from __future__ import annotations

from datetime import datetime
from ipaddress import ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from overstap.foundation import teller

MAXIMUM = 30
# Asking is not guessing, but it fills the list of a school.
MAXIMUM_VRAGEN = 10
SECONDEN = 15 * 60


def te_veel(request: HttpRequest, nu: datetime) -> bool:
    """Did too many wrong codes come from this address in a quarter of an hour?"""
    return teller.stand(_sleutel(request), nu) >= MAXIMUM


def tel(request: HttpRequest, nu: datetime) -> None:
    """Count one wrong code."""
    teller.tel(_sleutel(request), SECONDEN, nu)


def te_veel_vragen(request: HttpRequest, nu: datetime, wat: str = "codevraag") -> bool:
    """Was a new code (or `wat`) asked for too often from this address in a quarter of an hour?"""
    return teller.stand(_sleutel(request, wat), nu) >= MAXIMUM_VRAGEN


def tel_vraag(request: HttpRequest, nu: datetime, wat: str = "codevraag") -> None:
    """Count one request for a new code, or for `wat`."""
    teller.tel(_sleutel(request, wat), SECONDEN, nu)


def _sleutel(request: HttpRequest, wat: str = "oudercode") -> str:
    # allauth knows behind how many trusted proxies we stand.
    adres = _aansluiting(get_adapter(request).get_client_ip(request))
    return f"{wat}:{salted_hmac('oudercode', adres).hexdigest()}"


def _aansluiting(adres: str) -> str:
    """One connection: of IPv6 everybody at home has more addresses than anybody can count, that begin the same."""
    try:
        ip = ip_address(adres)
    except ValueError:
        return adres
    return str(ip_network((ip, 64), strict=False)) if ip.version == 6 else adres
