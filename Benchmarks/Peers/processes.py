"""Runs a process within limits, and says what it took."""

import dataclasses
import os
import resource
import signal
import subprocess
import tempfile
import threading
import time

MEMORY_LIMIT = 8 << 30
# A process that waits for the processor this much longer than its limit is ended as well.
PATIENCE = 20


@dataclasses.dataclass(frozen=True)
class Run:
    """One run of a process: `exit_code` is None where it exceeded its limit of time.

    Times are in seconds, `seconds` those of the clock, `processor` those of all processors.
    """

    exit_code: int | None
    output: str
    errors: str
    seconds: float
    processor: float
    mebibytes: float


def run(command, limit, text=None):
    """Runs a command to its end, or until it used `limit` seconds of the processor.

    A limit by the clock would depend on what else the machine does.
    """

    def prepare():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))

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
        timer = threading.Timer(PATIENCE * limit, lambda: (ended.set(), os.killpg(process.pid, 9)))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
            ended.set()
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
