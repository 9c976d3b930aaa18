"""Which form does a sectie of the report have? Made from the catalogue; there is no second list of questions."""

from overstap.web.components.formulier.indeling import indeling
from overstap.web.components.formulier.sectie import Sectieformulier, sectieformulier

__all__ = ["Sectieformulier", "indeling", "sectieformulier"]
