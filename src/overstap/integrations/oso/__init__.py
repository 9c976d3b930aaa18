"""How does a report travel as an OSO file? Every year we know, behind one door."""

from overstap.integrations.oso.controle import Controle, controleer
from overstap.integrations.oso.geschreven import Geschreven, Schrijffout
from overstap.integrations.oso.jaren import Jaar, jaar_van, jaar_van_versie, jaren
from overstap.integrations.oso.lezen import lees
from overstap.integrations.oso.rondreis import Rondreis, rondreis
from overstap.integrations.oso.schrijven import schrijf, stel_op
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.voorbeeld import voorbeeldbestand
from overstap.integrations.oso.zipbestand import ZIPGRENZEN, Zipbestand, Zipgrenzen
from overstap.integrations.xml import Leesfout

__all__ = [
    "ZIPGRENZEN",
    "Controle",
    "Geschreven",
    "Jaar",
    "Leesfout",
    "Profiel",
    "Rondreis",
    "Schrijffout",
    "Zipbestand",
    "Zipgrenzen",
    "controleer",
    "jaar_van",
    "jaar_van_versie",
    "jaren",
    "lees",
    "rondreis",
    "schrijf",
    "stel_op",
    "voorbeeldbestand",
]
