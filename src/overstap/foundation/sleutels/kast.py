"""How is content encrypted under the key of its dossier, and how is that key destroyed?

AES-256-GCM; the nonce (12 bytes) stands before the ciphertext. The additional data binds a
ciphertext to the place it belongs to, so a value copied to another row does not decrypt.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from overstap.foundation.access import ALLEEN_LEZEN
from overstap.foundation.rls import huidige_actor
from overstap.foundation.sleutels.models import Sleutel
from overstap.foundation.vaste_vraag import VasteVraag
from overstap.foundation.weigering import Weigering

_NONCE = 12


class SleutelVernietigd(Exception):
    """The key is gone, and with it everything that was encrypted under it."""


class SleutelDicht(Weigering):
    """Whoever looks along reads no content: no key is fetched, whichever page or query asks for it."""

    def __init__(self) -> None:
        super().__init__("Dit blijft dicht voor wie meekijkt. Vraag de school wat er staat.")


class Onleesbaar(Exception):
    """The ciphertext was changed, or belongs to another place."""


def maak_sleutel(*, at: datetime) -> UUID:
    """Make a fresh key and return its id.

    Made before the row that uses it and outside that row's transaction: an orphan key does no harm.
    """
    sleutel_id = uuid4()
    ingepakt = _versleutel(_hoofdsleutel(), AESGCM.generate_key(256), sleutel_id.bytes)
    Sleutel.objects.create(id=sleutel_id, hoofdsleutel=hoofdsleutelmerk(), ingepakt=ingepakt, gemaakt_op=at)
    return sleutel_id


def vernietig_sleutel(sleutel_id: UUID, *, at: datetime) -> None:
    """Destroy the key: all that was encrypted under it becomes unreadable, wherever a copy of it lies."""
    Sleutel.objects.filter(id=sleutel_id, vernietigd_op__isnull=True).update(ingepakt=None, vernietigd_op=at)


_SLEUTEL = VasteVraag(lambda sleutel_id: Sleutel.objects.filter(id=sleutel_id))


class Slot:
    """Encrypts and decrypts under one key; asks the key store once."""

    def __init__(self, sleutel_id: UUID) -> None:
        """Fetch and unwrap the key. Raises `SleutelVernietigd` when it was destroyed or never existed.

        And `SleutelDicht` for who only looks along.
        """
        _controleer_wie_leest()
        self.sleutel_id = sleutel_id
        rij = _SLEUTEL.een(sleutel_id)
        if rij is None or rij.ingepakt is None:
            raise SleutelVernietigd(str(sleutel_id))
        self._sleutel = _pak_uit(sleutel_id, bytes(rij.ingepakt), rij.hoofdsleutel)

    @classmethod
    def alle(cls, sleutel_ids: Iterable[UUID]) -> dict[UUID, Slot]:
        """The locks of these keys, asked of the key store at once; without those that were destroyed."""
        _controleer_wie_leest()
        rijen = Sleutel.objects.filter(id__in=list(sleutel_ids), vernietigd_op=None)
        velden = rijen.values_list("id", "ingepakt", "hoofdsleutel")
        return {sleutel_id: cls._van(sleutel_id, bytes(pak), onder) for sleutel_id, pak, onder in velden if pak}

    @classmethod
    def _van(cls, sleutel_id: UUID, ingepakt: bytes, onder: str) -> Slot:
        slot = object.__new__(cls)
        slot.sleutel_id, slot._sleutel = sleutel_id, _pak_uit(sleutel_id, ingepakt, onder)
        return slot

    @classmethod
    def eenmalig(cls) -> Slot:
        """A lock whose key is kept nowhere: for what must not outlive this process."""
        slot = object.__new__(cls)
        slot.sleutel_id, slot._sleutel = uuid4(), AESGCM.generate_key(256)
        return slot

    def versleutel(self, klaar: bytes, plek: str) -> bytes:
        """Encrypt; `plek` names what this is, e.g. "concept:<id>"."""
        return _versleutel(self._sleutel, klaar, plek.encode())

    def ontsleutel(self, geheim: bytes | memoryview, plek: str) -> bytes:
        """Decrypt what was encrypted for the same `plek`; raises `Onleesbaar`."""
        return _ontsleutel(self._sleutel, bytes(geheim), plek.encode())

    def afgeleide_sleutel(self, zout: bytes, doel: str) -> bytes:
        """A key (32 bytes) for one file that lies in pieces: HKDF-SHA256 of this one, `zout` and `doel`."""
        return HKDF(algorithm=SHA256(), length=32, salt=zout, info=doel.encode()).derive(self._sleutel)


def _controleer_wie_leest() -> None:
    actor = huidige_actor()
    if actor is not None and actor.rol in ALLEEN_LEZEN:
        raise SleutelDicht


def past(sleutel_id: UUID, ingepakt: bytes) -> bool:
    """Does a master key of this server open this wrapped key? Asked after a key store was put back."""
    for hoofdsleutel in _hoofdsleutels().values():
        with suppress(Onleesbaar):
            _ontsleutel(hoofdsleutel, ingepakt, sleutel_id.bytes)
            return True
    return False


@dataclass(frozen=True)
class Overgezet:
    """What came of wrapping anew: how many keys, how many were destroyed meanwhile, and how many did not open."""

    sleutels: int
    intussen: int
    dicht: int


def zet_over() -> Overgezet:
    """Wrap every key that lies under another master key anew under the one of now; the content stays as it is.

    As the owner of the key store. Nobody has to stop working: a key that is destroyed meanwhile stays destroyed, and
    who reads one finds it wrapped in either way. Harmless when done again.
    """
    nu, geteld = hoofdsleutelmerk(), Counter[str]()
    ids = (
        Sleutel.objects.filter(vernietigd_op=None).exclude(hoofdsleutel=nu).order_by("id").values_list("id", flat=True)
    )
    for sleutel_id in list(ids):
        geteld[_zet_een_over(sleutel_id, nu)] += 1
    return Overgezet(geteld["overgezet"], geteld["intussen"], geteld["dicht"])


def _zet_een_over(sleutel_id: UUID, nu: str) -> str:
    rij = Sleutel.objects.filter(id=sleutel_id).values_list("ingepakt", "hoofdsleutel").first()
    if rij is None or rij[0] is None:
        return "intussen"
    try:
        sleutel = _pak_uit(sleutel_id, bytes(rij[0]), rij[1])
    except Onleesbaar:
        return "dicht"
    nieuw = _versleutel(_hoofdsleutel(), sleutel, sleutel_id.bytes)
    zelfde = Sleutel.objects.filter(id=sleutel_id, ingepakt=rij[0], vernietigd_op=None)
    return "overgezet" if zelfde.update(ingepakt=nieuw, hoofdsleutel=nu) else "intussen"


def sleutels_per_hoofdsleutel() -> dict[str, int]:
    """How many living keys lie under each master key, by the mark of it."""
    return dict(Counter(Sleutel.objects.filter(vernietigd_op=None).values_list("hoofdsleutel", flat=True)))


def zoekhash(school_id: UUID, waarde: str) -> bytes:
    """The keyed hash by which a BSN is looked up within one school (32 bytes).

    The school is part of it: all BSNs are few enough to try, so one leaked hash must say nothing
    about another school.
    """
    sleutel = _sleutelbytes(settings.OVERSTAP_ZOEKSLEUTEL)
    return hmac.new(sleutel, school_id.bytes + waarde.encode(), hashlib.sha256).digest()


def codehash(doel: str, code: str) -> bytes:
    """The keyed hash of a short secret (an invitation code), bound to what it opens (32 bytes)."""
    sleutel = hashlib.sha256(b"code" + _sleutelbytes(settings.OVERSTAP_ZOEKSLEUTEL)).digest()
    return hmac.new(sleutel, f"{doel}:{code}".encode(), hashlib.sha256).digest()


def _sleutelbytes(waarde: bytes | str) -> bytes:
    return waarde if isinstance(waarde, bytes) else base64.b64decode(waarde)


def _hoofdsleutel() -> bytes:
    return _sleutelbytes(settings.OVERSTAP_HOOFDSLEUTEL)


def _hoofdsleutels() -> dict[str, bytes]:
    """The master keys that open something here, by their mark: the one of now, and the one beside it if there is."""
    ernaast = [_sleutelbytes(settings.OVERSTAP_HOOFDSLEUTEL_ERNAAST)] if settings.OVERSTAP_HOOFDSLEUTEL_ERNAAST else []
    return {_merk(sleutel): sleutel for sleutel in (_hoofdsleutel(), *ernaast)}


def hoofdsleutelmerk() -> str:
    """What stands beside a wrapped key: by which master key it opens. Says nothing about that master key itself."""
    return _merk(_hoofdsleutel())


def _merk(hoofdsleutel: bytes) -> str:
    return hashlib.sha256(hoofdsleutel).hexdigest()[:8]


def _pak_uit(sleutel_id: UUID, ingepakt: bytes, onder: str) -> bytes:
    """Unwrap with the master key that it lies under; raises `Onleesbaar` when this server does not have that one."""
    hoofdsleutel = _hoofdsleutels().get(onder)
    if hoofdsleutel is None:
        raise Onleesbaar
    return _ontsleutel(hoofdsleutel, ingepakt, sleutel_id.bytes)


def _versleutel(sleutel: bytes, klaar: bytes, erbij: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(sleutel).encrypt(nonce, klaar, erbij)


def _ontsleutel(sleutel: bytes, geheim: bytes, erbij: bytes) -> bytes:
    try:
        return AESGCM(sleutel).decrypt(geheim[:_NONCE], geheim[_NONCE:], erbij)
    except InvalidTag as fout:
        raise Onleesbaar from fout
