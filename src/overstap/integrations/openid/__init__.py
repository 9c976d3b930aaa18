"""How do we talk to the login service of a school (OpenID Connect), and which of its answers do we believe?"""

from overstap.integrations.openid.aanbod import AanbodGeweigerd, lees_aanbod
from overstap.integrations.openid.bewijs import BewijsGeweigerd, controleer_bewijs, controleer_kop, nonce_bij
from overstap.integrations.openid.vervoer import begrensde_sessie

__all__ = [
    "AanbodGeweigerd",
    "BewijsGeweigerd",
    "begrensde_sessie",
    "controleer_bewijs",
    "controleer_kop",
    "lees_aanbod",
    "nonce_bij",
]
