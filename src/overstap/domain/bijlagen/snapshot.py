"""What is one attachment, as a value that travels between a file from outside and the database?"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Bestand:
    """One healthy attachment.

    `sleutel` is what the veld of type `Documenten` holds; `plek` is the key of that veld in the
    catalogue ("diagnoses.documenten"), empty for a loose attachment. `mime` follows from the content,
    not from the name. `inhoud` is unzipped and not yet scanned for viruses.
    """

    sleutel: str
    plek: str
    bestandsnaam: str
    omschrijving: str
    mime: str
    inhoud: bytes = field(repr=False)


@dataclass(frozen=True)
class KapotBestand:
    """One attachment that could not be read; `reden` is a Dutch sentence that says what to do."""

    plek: str
    bestandsnaam: str
    reden: str
