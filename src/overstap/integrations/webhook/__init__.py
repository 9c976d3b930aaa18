"""How does a program of somebody else hear from us? A signed message, to an address on the public internet only."""

from overstap.integrations.verbinding import AdresGeweigerd, Bestemming, is_openbaar, zoek_bestemming
from overstap.integrations.webhook.bericht import Bericht, handtekening, koppen, schrijf_geheim
from overstap.integrations.webhook.versturen import NietBezorgd, verstuur

__all__ = [
    "AdresGeweigerd",
    "Bericht",
    "Bestemming",
    "NietBezorgd",
    "handtekening",
    "is_openbaar",
    "koppen",
    "schrijf_geheim",
    "verstuur",
    "zoek_bestemming",
]
