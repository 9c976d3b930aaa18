"""How does XML from outside come in? Through this one parser, and nowhere else."""

from overstap.integrations.xml.leesfout import Leesfout
from overstap.integrations.xml.parser import STANDAARD, Grenzen, ontleed

__all__ = ["STANDAARD", "Grenzen", "Leesfout", "ontleed"]
