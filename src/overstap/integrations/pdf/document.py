"""What does a PDF consist of, in neutral values that know no report and no catalogue?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PdfFout(Exception):
    """The document cannot become a PDF; the message says what is wrong with it."""


class Stijl(StrEnum):
    """For whom the page is set: the school's report, or the parents' copy in larger type."""

    RAPPORT = "rapport"
    OUDERS = "ouders"


@dataclass(frozen=True)
class Regel:
    """One field: its label and its text.

    `waarde` is one text (line ends separate paragraphs) or a tuple of paragraphs; empty means
    "Niet ingevuld". `toelichting` is smaller text below it. `taal` is the language of the value
    (two or three letters) when it differs from the document's, such as a parent's own language.
    """

    label: str
    waarde: str | tuple[str, ...]
    toelichting: str = ""
    taal: str = ""


@dataclass(frozen=True)
class Tabel:
    """A table with one header row; an empty cell is shown as "Niet ingevuld"."""

    titel: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Beeld:
    """A picture (SVG) with its heading and the sentence that says the same; a table nearby holds the numbers."""

    kop: str
    svg: str
    zin: str


@dataclass(frozen=True)
class Beeldenrij:
    """Pictures that belong together, side by side under one heading; `toelichting` are the sentences below them."""

    titel: str
    beelden: tuple[Beeld, ...]
    toelichting: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kop:
    """A heading within a section: the fields that follow belong together."""

    titel: str


@dataclass(frozen=True)
class Invulvak:
    """A question on a blank form: answers to tick (`keuzes`), or so many lines (`regels`) to write on."""

    label: str
    regels: int = 1
    keuzes: tuple[str, ...] = ()
    toelichting: str = ""


@dataclass(frozen=True)
class Afdeling:
    """One section with a heading, an optional introduction and its fields and tables."""

    titel: str
    inleiding: str = ""
    blokken: tuple[Regel | Tabel | Beeldenrij | Kop | Invulvak, ...] = ()


@dataclass(frozen=True)
class PdfDocument:
    """Everything on the pages; the same values give the same bytes.

    `kenmerken` are the (label, text) facts at the head; `status` is "Concept", "Definitief" or
    empty; `vingerafdruk` is the SHA-256 in hex of the frozen content, or empty; `gemaakt_op` is
    an aware moment and becomes the PDF's own date; `slotregels` are the closing sentences.
    """

    titel: str
    gemaakt_op: datetime
    ondertitel: str = ""
    kenmerken: tuple[tuple[str, str], ...] = ()
    afdelingen: tuple[Afdeling, ...] = ()
    status: str = ""
    vingerafdruk: str = ""
    slotregels: tuple[str, ...] = ()
    auteur: str = ""
    taal: str = "nl"
