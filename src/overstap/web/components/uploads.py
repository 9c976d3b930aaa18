"""How does a big file come in? Encrypted as it arrives, and only from somebody who is logged in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, Never

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from overstap.foundation.opslag import OpslagVol, Tijdelijk
from overstap.integrations.xml import STANDAARD
from overstap.web.components.actor import GAST_SLEUTEL, OUDER_SLEUTEL

# Every file costs an open file on the server; what a page refuses because of its number needs no content.
HOOGSTENS = 100
# A few photos of a telefoon beside a zienswijze, or the documents of the one pupil of a guest.
MET_CODE = 100 * 1024 * 1024
# One OSO file from a program with a key, and some room for the form around it.
MET_SLEUTEL = STANDAARD.bytes + 64 * 1024


class VersleuteldeUpload(FileUploadHandler):
    """Write every upload into `opslag.Tijdelijk`: memory holds 64 KiB of it, the disk only ciphertext.

    A stranger's big form is refused before a byte of it is read: the check of the form's secret reads the whole form,
    on every page, so a few strangers would keep the server busy. A form that is too big for anybody comes in without
    its files. Of more than `HOOGSTENS` files the rest comes in empty, so that a page can count them and say so.
    While the disk is full the form is read to its end, for what was typed beside the file: only the file is not there.
    """

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *rest: Any) -> None:  # noqa: N803  # Django's name
        """Raise `RequestDataTooBig` for a form larger than this sender may send."""
        grens = self._grens()
        if grens is not None and content_length > grens:
            raise RequestDataTooBig(f"{content_length} bytes")
        self._past = content_length <= settings.OVERSTAP_GROOTSTE_UPLOAD
        self._open: list[Tijdelijk] = []
        self._nu: Tijdelijk | None = None

    def _grens(self) -> int | None:
        """How many bytes somebody without an account may send at once: a parent or guest with a code, or a stranger."""
        if getattr(self.request, "koppeling", None):
            return MET_SLEUTEL
        wie = getattr(self.request, "user", None)
        if wie and wie.is_authenticated:
            return None
        binnen = {OUDER_SLEUTEL, GAST_SLEUTEL} & set(getattr(self.request, "session", {}).keys())
        return MET_CODE if binnen else settings.DATA_UPLOAD_MAX_MEMORY_SIZE

    def new_file(self, *wat: Any, **meer: Any) -> None:
        """Begin with the next file of the form."""
        super().new_file(*wat, **meer)
        self._nu, self._vol = None, False
        if self._past and len(self._open) < HOOGSTENS:
            with self._of_te_vol():
                self._nu = Tijdelijk()
                self._open.append(self._nu)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take a piece of it."""
        if self._nu and not self._vol:
            with self._of_te_vol():
                self._nu.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The file for the view, which reads and seeks in it; Django closes it after the answer."""
        if not self._past:
            return None
        inhoud: BinaryIO = io.BytesIO()
        if self._nu and not self._vol:
            with self._of_te_vol():
                inhoud = self._nu.lezer()
        if self._vol:
            inhoud = _Vol()
        omvang = file_size if self._nu or self._vol else 0
        return UploadedFile(inhoud, self.file_name, self.content_type, omvang, self.charset, self.content_type_extra)

    @contextmanager
    def _of_te_vol(self) -> Iterator[None]:
        try:
            yield
        except OpslagVol:
            self._vol = True
            if self._nu:
                self._nu.close()

    def upload_interrupted(self) -> None:
        """Who goes away halfway leaves nothing behind."""
        for bestand in self._open:
            bestand.close()


class _Vol(io.BufferedIOBase, BinaryIO):
    """The content of a file for which the disk had no room: who asks for it hears that, and answers for all of it."""

    def read(self, size: int | None = -1) -> Never:
        raise OpslagVol

    def seek(self, *_waar: int) -> Never:
        raise OpslagVol
