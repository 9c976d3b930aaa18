"""How do the other parts of the program reach OSO 2019.1? Through this one object."""

from overstap.integrations.oso.v2019.documenten import INHOUD
from overstap.integrations.oso.v2019.lezer import lees
from overstap.integrations.oso.v2019.naam import NAAMRUIMTE, STANDAARDVERSIE, q
from overstap.integrations.oso.v2019.profielen import Profiel, schrijf_als
from overstap.integrations.oso.v2019.schrijver import stel_op
from overstap.integrations.oso.v2019.tabel import tabel


class V2019:
    """The year 2019.1 as a `Jaar`."""

    versie = STANDAARDVERSIE
    naamruimte = NAAMRUIMTE
    inhoud = q(INHOUD)
    profielen = tuple(profiel.value for profiel in Profiel)
    schrijfbaar = tuple(profiel.value for profiel in Profiel if profiel.schrijfbaar)
    lees = staticmethod(lees)
    stel_op = staticmethod(stel_op)
    schrijf_als = staticmethod(schrijf_als)
    tabel = staticmethod(tabel)
