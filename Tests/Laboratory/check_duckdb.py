"""Reads results of the laboratory with DuckDB, which did not write them, and compares what it finds
with sums over the lines.

    python3 check_duckdb.py RESULTS

RESULTS is a folder that `peerlots stress run` made. DuckDB finds columns, types and separators by
itself; the questions are those of the page *The rule laboratory*."""

import csv
import sys
from collections import defaultdict

import duckdb


def rows(folder, table):
    with open(f"{folder}/{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main(folder):
    cells = {row["cell"]: row for row in rows(folder, "cells")}
    cycles = rows(folder, "cycles")
    wanted = defaultdict(lambda: [0, 0, 0])
    for row in cycles:
        cell = cells[row["cell"]]
        found = wanted[cell["membership"], cell["behaviour"]]
        found[0] += 1
        found[1] += row["outcome"] == "kept"
        found[2] += int(row["lots"] or 0)
    answer = duckdb.sql(
        "SELECT membership, behaviour, count(*), count(*) FILTER (outcome = 'kept'), sum(lots) "
        f"FROM '{folder}/cycles.csv' JOIN '{folder}/cells.csv' USING (cell) GROUP BY ALL"
    ).fetchall()
    found = {(str(name), behaviour): list(sums) for name, behaviour, *sums in answer}
    assert found == dict(wanted), (found, dict(wanted))

    pairs = rows(folder, "pairs")
    most = max(int(row["cycles"]) for row in pairs)
    [(largest,)] = duckdb.sql(f"SELECT max(cycles) FROM '{folder}/pairs.csv'").fetchall()
    assert largest == most, (largest, most)

    types = dict(
        duckdb.sql(f"DESCRIBE SELECT * FROM '{folder}/cycles.csv'")
        .project("column_name, column_type").fetchall())
    for column in ("cell", "cycle", "lots", "load_2", "waived_seat"):
        assert types[column] == "BIGINT", (column, types[column])
    assert types["bowl_mean"] == "DOUBLE", types["bowl_mean"]
    print(f"DuckDB {duckdb.__version__}: {len(cycles)} cycles of {len(cells)} cells, as counted")


main(sys.argv[1])
