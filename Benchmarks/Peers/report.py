"""Tables in Markdown, from the samples of one run."""

import dataclasses
import datetime
import importlib.metadata
import os
import platform
import statistics
import subprocess

import plot

BEGIN, END = "<!-- made by Peers/run --write -->", "<!-- end -->"


@dataclasses.dataclass(frozen=True)
class Result:
    name: str
    state_count: int
    best: list
    # By name of the contender, in the order taken.
    samples: dict

    def median(self, name, field):
        """None where there was no run, or it exceeded a limit."""
        samples = self.samples.get(name) or []
        if not samples or any(sample.exceeded for sample in samples):
            return None
        return statistics.median(getattr(sample, field) for sample in samples)


def text(results, names):
    parts = [heading(), table(results, names, "processor", "Seconds of the processor")]
    parts.append(table(results, names, "seconds", "Seconds by the clock"))
    parts.append(memory(results, names))
    return "\n\n".join(parts)


def heading():
    cores = f"{os.cpu_count()} cores"
    versions = [
        f"{name} {importlib.metadata.version(name)}" for name in ("clingo", "highspy", "ortools")
    ]
    glpsol = subprocess.run(["glpsol", "--version"], capture_output=True, text=True).stdout
    versions.append(glpsol.splitlines()[0].split(" ")[-1].join(["glpsol ", ""]))
    load = os.getloadavg()[1]
    today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    return (
        f"{today}, {processor()}, {cores}, {system()}; {', '.join(versions)}. "
        f"Load at the end: {load:.1f} (5 minutes)."
    )


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = [line.split(":")[1].strip() for line in file if line.startswith("model name")]
        return names[0]
    except (OSError, IndexError):
        return platform.processor() or platform.machine()


def system():
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.system()


def table(results, names, field, title):
    lines = [f"{title}, and how many times `rehearse`:", ""]
    lines.append("| membership | States | " + " | ".join(names) + " |")
    lines.append("| --- | ---: |" + " ---: |" * len(names))
    for result in results:
        cells = [cell(result, name, field) for name in names]
        lines.append(f"| {result.name} | {result.state_count:,} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def cell(result, name, field):
    samples = result.samples.get(name) or []
    if not samples:
        return ""
    if samples[0].exceeded:
        return f"{samples[0].exceeded} {samples[0].progress}".rstrip()
    value = result.median(name, field)
    ours = result.median("rehearse", field)
    ratio = "" if name == "rehearse" or not ours else f" ({ratio_text(value / ours)})"
    few = "" if len(samples) >= 5 else f" n={len(samples)}"
    return f"{seconds_text(value)}{ratio}{few}"


def seconds_text(value):
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.0f}"


def ratio_text(value):
    return f"{value:,.1f} ×" if value < 10 else f"{value:,.0f} ×"


def memory(results, names):
    lines = ["Peak memory of the process in MiB:", ""]
    lines.append("| membership | " + " | ".join(names) + " |")
    lines.append("| --- |" + " ---: |" * len(names))
    for result in results:
        values = [result.median(name, "mebibytes") for name in names]
        cells = ["" if value is None else f"{value:,.0f}" for value in values]
        lines.append(f"| {result.name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def write(results, names, folder):
    """Puts the tables between their marks in README.md, and the plot beside it."""
    page = folder / "README.md"
    old = page.read_text("utf-8")
    before, rest = old.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    page.write_text(f"{before}{BEGIN}\n\n{text(results, names)}\n\n{END}{after}", "utf-8")
    series = {
        name: [
            (result.state_count, result.median(name, "processor"))
            for result in results
            if result.name.startswith("generated") and result.median(name, "processor")
        ]
        for name in names
    }
    if any(series.values()):
        (folder / "time-by-states.svg").write_text(plot.svg(series), "utf-8")
