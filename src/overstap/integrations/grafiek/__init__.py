"""How do results become a picture, for a page and for a PDF alike?"""

from overstap.integrations.grafiek.lijn import lijngrafiek
from overstap.integrations.grafiek.trede import tredegrafiek

__all__ = ["lijngrafiek", "tredegrafiek"]
