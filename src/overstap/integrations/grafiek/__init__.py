"""How do results become a picture, for a page and for a PDF alike?"""

from overstap.integrations.grafiek.lijn import lijngrafiek
from overstap.integrations.grafiek.staven import Staaf, staafgrafiek
from overstap.integrations.grafiek.trede import tredegrafiek
from overstap.integrations.grafiek.verloop import Merk, verloopgrafiek

__all__ = ["Merk", "Staaf", "lijngrafiek", "staafgrafiek", "tredegrafiek", "verloopgrafiek"]
