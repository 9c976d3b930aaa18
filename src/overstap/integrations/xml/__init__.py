"""How does XML from outside come in? Through this one parser, and nowhere else."""

from overstap.integrations.xml.leesfout import Leesfout
from overstap.integrations.xml.parser import STANDAARD, Grenzen, ontleed
from overstap.integrations.xml.uitlichten import ontleed_groot

__all__ = ["STANDAARD", "Grenzen", "Leesfout", "ontleed", "ontleed_groot"]
