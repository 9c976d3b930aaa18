"""From whom do we take a big file? Only from somebody who is logged in: it stays in memory as a whole."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler


class UploadInGeheugen(MemoryFileUploadHandler):
    """Keep an upload in memory, and refuse a stranger's big one before a byte of it is read.

    The check of the form's secret reads the whole form, on every page: a few strangers would fill the memory.
    """

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *rest: Any) -> Any:  # noqa: N803  # Django's name
        """Raise `RequestDataTooBig` for a stranger's form of more than an ordinary form, in bytes."""
        wie = getattr(self.request, "user", None)
        if content_length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE and not (wie and wie.is_authenticated):
            raise RequestDataTooBig(f"{content_length} bytes")
        return super().handle_raw_input(input_data, META, content_length, *rest)
