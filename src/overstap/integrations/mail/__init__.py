"""How do mails leave, and in the demo into a folder instead of out of the door?"""

from overstap.integrations.mail.postbus import Bericht, DemoPostbus, lees_bericht, lees_post
from overstap.integrations.mail.versturen import AdresGeweigerd, NietNu, lees_teruggekomen, verstuur

__all__ = [
    "AdresGeweigerd",
    "Bericht",
    "DemoPostbus",
    "NietNu",
    "lees_bericht",
    "lees_post",
    "lees_teruggekomen",
    "verstuur",
]
