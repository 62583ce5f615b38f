"""What a report says of where it was made, and the measures that need no workload."""

import ctypes
import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from statistics import median

import kieumau

BACK_TO_NOW = "5"  # what Linux takes for: forget the peak of resident memory so far


# ------------------------------------------------------------------ where and when


def machine(libraries: Iterable[str]) -> str:
    """The processor, its cores, memory, system, Python and libraries, and the day."""
    cores, memory = os.cpu_count(), _line("/proc/meminfo", "MemTotal").split()[0]
    versions = ", ".join(f"{name} {version(name)}" for name in libraries)
    return (
        f"{_processor()}, {cores} cores, {int(memory) / 2**20:.0f} GiB; {_system()}, "
        f"Python {platform.python_version()}; {versions}; {datetime.now(UTC):%Y-%m-%d}"
    )


def _processor() -> str:
    return _line("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()


def _system() -> str:
    name = _line("/etc/os-release", "PRETTY_NAME", "=").strip('"') or platform.system()
    return f"{name}, {platform.system()} {platform.release()}"


def _line(path: str, name: str, sign: str = ":") -> str:
    if not Path(path).exists():
        return ""
    lines = (line.partition(sign) for line in Path(path).read_text("utf-8").splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), "")


def source() -> str:
    """Return a digest of the library as it is on disk: figures hold for this and no other."""
    found = sha256()
    for path in sorted(Path(kieumau.__file__).parent.rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()[:12]


def load() -> str:
    return " ".join(f"{each:.1f}" for each in os.getloadavg())


# ------------------------------------------------------------------ this process


def resident() -> float:
    """Return the MB this process holds now."""
    return _kilobytes("VmRSS") / 1024


def peak() -> float:
    """Return the most MB this process has held, since it began or since `forget_peak`."""
    return _kilobytes("VmHWM") / 1024


def forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text(BACK_TO_NOW, "ascii")


def give_back() -> None:
    """Have the C library return what is free; libraries with allocators of their own do not."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)


def _kilobytes(name: str) -> int:
    return int(_line("/proc/self/status", name).split()[0])


# ------------------------------------------------------------------ figures and reports


def spread(found: Sequence[float], digits: int = 0) -> str:
    return f"{median(found):.{digits}f} [{min(found):.{digits}f}..{max(found):.{digits}f}]"


def run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603


class _Both(StringIO):
    """Prints what it keeps."""

    def write(self, text: str) -> int:
        sys.__stdout__.write(text)
        sys.__stdout__.flush()
        return super().write(text)


@contextmanager
def kept(path: Path | None) -> Iterator[None]:
    """Print a report, and write it to a file once it is whole."""
    with redirect_stdout(_Both()) as text:
        yield
    if path:
        path.write_text(text.getvalue(), "utf-8")
