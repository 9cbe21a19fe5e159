"""Files opened with their failures named, and whole files within the size limit."""

import errno
import stat
from pathlib import Path
from typing import BinaryIO

from khabar.records import Rejected
from khabar.settings import Settings

_FAILURES = {
    errno.ENOENT: ("not_found", "There is no such file."),
    errno.ENOTDIR: ("not_found", "There is no such file."),
    errno.EACCES: ("no_permission", "The file may not be read by this user."),
    errno.EPERM: ("no_permission", "The file may not be read by this user."),
    errno.ELOOP: ("broken_link", "The symbolic link leads to itself."),
}


def rejected(source: str, error: OSError | ValueError) -> Rejected:
    """Say why a path could not be opened or read."""
    if isinstance(error, ValueError):
        return Rejected(uri=source, reason="not_found", detail=f"This cannot be the name of a file: {error}.")
    reason, detail = _FAILURES.get(error.errno or 0, ("unreadable", f"Reading failed: {error.strerror}."))
    return Rejected(uri=source, reason=reason, detail=detail)


def opened(source: str) -> BinaryIO | Rejected:
    """Open a regular file for reading bytes; pipes, sockets and devices are refused."""
    path = Path(source)
    try:
        if path.is_symlink() and not path.exists():
            return Rejected(uri=source, reason="broken_link", detail="The symbolic link leads nowhere.")
        if not stat.S_ISREG(path.stat().st_mode):  # before opening: opening a pipe waits for its writer
            return Rejected(uri=source, reason="not_a_file", detail="This is neither a file nor a folder.")
        return path.open("rb")
    except (OSError, ValueError) as error:
        return rejected(source, error)


def too_large(uri: str, settings: Settings) -> Rejected:
    """Say that an article is larger than one may be."""
    return Rejected(
        uri=uri, reason="too_large", detail=f"The article is larger than {settings.max_bytes:,} bytes."
    )


def body(source: str, settings: Settings) -> bytes | Rejected:
    """Read a whole file, unless it is larger than `max_bytes`: then nothing of it is read."""
    file = opened(source)
    if isinstance(file, Rejected):
        return file
    with file:
        try:
            if Path(source).stat().st_size > settings.max_bytes:
                return too_large(source, settings)
            read = file.read(settings.max_bytes + 1)  # a file may grow, and one in /proc has no size
        except OSError as error:
            return rejected(source, error)
    return too_large(source, settings) if len(read) > settings.max_bytes else read
