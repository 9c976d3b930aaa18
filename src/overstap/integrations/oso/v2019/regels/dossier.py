"""Which parts of the tree do the rules look at, and where is an element, said without its value?"""

from collections.abc import KeysView, Mapping
from itertools import islice

from lxml import etree

from overstap.integrations.oso.v2019.naam import q

type_element = etree._Element  # noqa: SLF001  # lxml has no public name for this type
# Nobody counts further; a hostile file with very many elements would cost time.
_VER = 999

PADEN = {
    "wortel": "/dossier",
    "metadata": "/dossier/metadata",
    "inzage": "/dossier/inzage",
    "school": "/dossier/huidigeschool",
    "leerling": "/dossier/huidigeschool/leerling",
    "advies": "/dossier/huidigeschool/leerling/overstapadvies",
    "ondersteuning": "/dossier/huidigeschool/leerling/onderwijsondersteuning",
}


class Deel:
    """One block with its children, and where each name comes first among them; rules ask very often."""

    __slots__ = ("_plaatsen", "element", "kinderen")

    def __init__(self, element: type_element, plaatsen: Mapping[str, int], kinderen: list[type_element]) -> None:
        self.element = element
        self.kinderen = kinderen
        self._plaatsen = plaatsen

    def vind(self, naam: str) -> type_element | None:
        """The first child with this name."""
        plaats = self._plaatsen.get(naam)
        return None if plaats is None else self.kinderen[plaats]

    @property
    def namen(self) -> KeysView[str]:
        """The names of the children that the table knows."""
        return self._plaatsen.keys()

    def heeft(self, *namen: str) -> bool:
        """Is there a child with one of these names?"""
        return not self._plaatsen.keys().isdisjoint(namen)

    def tekst(self, naam: str) -> str:
        """The text of this child as it stands; empty when it is not there."""
        element = self.vind(naam)
        return "" if element is None else element.text or ""

    def waar(self, naam: str) -> bool:
        """Is the boolean in this child true? Absent is not true."""
        return self.tekst(naam).strip() in ("true", "1")


class Dossier:
    """The blocks of one file. Rules only read it.

    `delen` are its blocks by name, in the places that the table knows. Raises `ValueError` when metadata,
    school or leerling is missing: the structure says so already, and no rule has anything to look at.
    """

    def __init__(self, delen: Mapping[str, list[Deel]]) -> None:
        self._delen = delen
        self.wortel = self._moet("dossier")
        self.metadata = self._moet("metadata")
        self.school = self._moet("huidigeschool")
        self.leerling = self._moet("leerling")
        self.inzage = self.een("inzage")
        self.advies = self.een("overstapadvies")
        self.ondersteuning = self.een("onderwijsondersteuning")
        lijst = self.een("categorie_uitlevering")
        self.categorieen = {kind.tag: (kind.text or "").strip() for kind in lijst.kinderen} if lijst else {}
        contacten = [(contact, contact.tekst("soort")) for contact in self.alle("communicatie")]
        self.mails = [(contact, contact.tekst("nummer")) for contact, soort in contacten if soort == "e-mail"]
        self.geheim = [(contact, soort) for contact, soort in contacten if contact.waar("geheim")]

    def alle(self, naam: str) -> list[Deel]:
        """Every block with this name, wherever it stands."""
        return self._delen.get(naam, [])

    def een(self, naam: str) -> Deel | None:
        """The first block with this name."""
        return next(iter(self.alle(naam)), None)

    def _moet(self, naam: str) -> Deel:
        deel = self.een(naam)
        if deel is None:
            raise ValueError(naam)
        return deel


def vind(blok: type_element, pad: str) -> type_element | None:
    """The first element at `pad` ("metadata/overstap") below `blok`. Like `find`, but three times as fast."""
    element: type_element | None = blok
    for naam in pad.split("/"):
        element = next(element.iterchildren(q(naam)), None) if element is not None else None
    return element


def tekst(blok: type_element, pad: str) -> str:
    """The text at `pad` below `blok`, without spaces around it; empty when it is not there."""
    element = vind(blok, pad)
    return "" if element is None else (element.text or "").strip()


def plaats(element: type_element) -> str:
    """The path with positions where a name is repeated: `/dossier/huidigeschool/leerling/verzorger[2]`."""
    delen: list[str] = []
    hier: type_element | None = element
    while hier is not None:
        naam = etree.QName(hier).localname[:60]
        nummer = 1 + sum(1 for _ in islice(hier.itersiblings(hier.tag, preceding=True), _VER))
        anders = nummer > 1 or next(hier.itersiblings(hier.tag), None) is not None
        delen.append(f"{naam}[{nummer}]" if anders else naam)
        hier = hier.getparent()
    return "/" + "/".join(reversed(delen))
