"""Runs a process within limits, and says what it took."""

import dataclasses
import os
import resource
import subprocess
import tempfile
import threading
import time

MEMORY_LIMIT = 8 << 30


@dataclasses.dataclass(frozen=True)
class Run:
    """One run of a process: `exit_code` is None where it exceeded its limit of time."""

    exit_code: int | None
    output: str
    errors: str
    seconds: float
    processor: float
    mebibytes: float


def run(command, limit, text=None):
    """Runs a command to its end, or until `limit` seconds have passed by the clock."""

    def prepare():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))

    files = [tempfile.TemporaryFile("w+", encoding="utf-8") for _ in range(3)]
    with files[0] as given, files[1] as output, files[2] as errors:
        given.write(text or "")
        given.seek(0)
        start = time.perf_counter()
        # Its own group, so that what it started ends with it.
        process = subprocess.Popen(
            [str(word) for word in command],
            stdin=given,
            stdout=output,
            stderr=errors,
            preexec_fn=prepare,
            process_group=0,
        )
        ended = threading.Event()
        timer = threading.Timer(limit, lambda: (ended.set(), os.killpg(process.pid, 9)))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return Run(
            exit_code=None if ended.is_set() else process.returncode,
            output=output.read(),
            errors=errors.read(),
            seconds=seconds,
            processor=usage.ru_utime + usage.ru_stime,
            mebibytes=usage.ru_maxrss / 1024,
        )
