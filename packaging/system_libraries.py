"""Finds the system libraries that Qt needs on Linux and, where it may, installs them.

PySide6 brings Qt itself; what Qt takes from the system (fonts, the X window system, OpenGL) comes
from the distribution. The loader is asked what is missing instead of trusting a list, so a desktop
that has everything installs nothing. Standard library only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# What Qt's own files ask of the system: name of the library, Debian's package, Fedora's package.
_PACKAGES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libgcc_s.so.1": ("libgcc-s1", "libgcc"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libstdc++.so.6": ("libstdc++6", "libstdc++"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libz.so.1": ("zlib1g", "zlib"),
    "libzstd.so.1": ("libzstd1", "libzstd"),
}

# Between them these pull in every library that a window (xcb) or a test (offscreen) loads.
_PROBED = (
    "PySide6/QtWidgets.abi3.so",
    "PySide6/QtSvg.abi3.so",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
)


def probe(venv: Path) -> tuple[list[str], list[str]]:
    """What Qt needs of the system: the paths of libraries found, the names of those missing."""
    loader = shutil.which("ldd")
    if not sys.platform.startswith("linux") or loader is None:
        return [], []
    files = [path for name in _PROBED for path in venv.glob(f"lib/python3*/site-packages/{name}")]
    # C: the words "not found" are read below, and ldd would translate them.
    environment = {**os.environ, "LC_ALL": "C"}
    answer = subprocess.run(
        [loader, *files], env=environment, capture_output=True, text=True, check=False
    )
    found: set[str] = set()
    missing: set[str] = set()
    for line in answer.stdout.splitlines():
        name, arrow, place = line.strip().partition(" => ")
        if arrow and place == "not found":
            missing.add(name)
        elif arrow and not place.startswith(str(venv)):
            found.add(place.rpartition(" (")[0])
    return sorted(found), sorted(missing)


def install(missing: list[str]) -> str | None:
    """Install the packages of the `missing` libraries; None when done, else what a person must do.

    Nothing is installed but on Debian and its kin, and only where this process has the right to.
    """
    known = [name for name in missing if name in _PACKAGES]
    debian = sorted({_PACKAGES[name][0] for name in known})
    if len(known) == len(missing) and apt_install(debian, "Qt's system libraries"):
        return None
    fedora = sorted({_PACKAGES[name][1] for name in known})
    return (
        f"The window needs system libraries that are not there: {', '.join(missing)}.\n"
        f"  On Debian or Ubuntu: sudo apt-get install {' '.join(debian)}\n"
        f"  On Fedora:           sudo dnf install {' '.join(fedora)}"
    )


def apt_install(packages: list[str], what: str) -> bool:
    """Install Debian `packages`, saying so; False where that cannot be done from here."""
    right = _right_to_install()
    if right is None:
        return False
    print(f"Installing {what}: {' '.join(packages)}", flush=True)
    apt = [*right, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install_command = [*apt, "install", "-y", "--no-install-recommends", *packages]
    # An outdated package list may still do; the installation itself is what counts.
    subprocess.run([*apt, "update"], check=False)
    return subprocess.run(install_command, stdout=subprocess.DEVNULL, check=False).returncode == 0


def _right_to_install() -> list[str] | None:
    """The words to put before apt-get, none for root; None where there is no apt or no right."""
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    without_password = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo"] if without_password.returncode == 0 or sys.stdin.isatty() else None
