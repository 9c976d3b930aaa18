"""How does a report travel as an OSO file? The newest year we know, behind one door."""

from overstap.integrations.oso.rondreis import Rondreis, rondreis
from overstap.integrations.oso.v2019.lezer import lees
from overstap.integrations.oso.v2019.regels import Profiel
from overstap.integrations.oso.v2019.schrijver import Geschreven, Schrijffout, schrijf, stel_op
from overstap.integrations.oso.voorbeeld import voorbeeldbestand
from overstap.integrations.xml import Leesfout

__all__ = [
    "Geschreven",
    "Leesfout",
    "Profiel",
    "Rondreis",
    "Schrijffout",
    "lees",
    "rondreis",
    "schrijf",
    "stel_op",
    "voorbeeldbestand",
]
