"""A PostgreSQL server of the machine's own, started on the loopback for these tests alone."""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest

_HOMES = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin")


def _programs() -> Path:
    """Return where the server's programs are; that there are none is a failure, never a pass."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    for pattern in _HOMES:
        homes = sorted(Path("/").glob(pattern.lstrip("/")))
        if homes:
            return homes[-1]
    pytest.fail("PostgreSQL is not here: apt-get install postgresql")


@pytest.fixture(scope="session")
def server():
    """Return the address of an empty database."""
    home = Path(tempfile.mkdtemp(prefix="kieumau-postgres-"))  # root's own folders are closed to it
    programs, data = _programs(), home / "data"
    as_ = {}
    if os.geteuid() == 0:  # the server refuses to be run by root
        shutil.chown(home, "postgres", "postgres")
        as_ = {"user": "postgres", "group": "postgres", "extra_groups": []}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(program, *arguments):
        given = [programs / program, "-D", data, *arguments]
        subprocess.run(given, check=True, cwd="/", stdout=subprocess.DEVNULL, **as_)

    run("initdb", "-A", "trust", "-U", "reader", "-E", "UTF8", "--locale=C")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    run("pg_ctl", "-w", "-l", home / "log", "-o", options, "start")
    yield f"postgresql://reader:secret@127.0.0.1:{port}/postgres"
    run("pg_ctl", "-w", "-m", "immediate", "stop")
    shutil.rmtree(home)
