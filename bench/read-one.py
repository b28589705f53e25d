# Reads files as one does with pandas (`workbooks`, `text`) or duckdb and writes what it took. Used by whole.mjs.
import json
import os
import sys


def workbooks(files):
    import pandas
    books = (pandas.read_excel(file, sheet_name=None, engine="openpyxl", header=1) for file in files)
    return sum(len(sheet) for book in books for sheet in book.values())


def text(files):
    import pandas
    frames = (pandas.read_csv(file, skiprows=1) for file in files)
    return sum(len(frame.groupby([frame.columns[1], frame.columns[2]])[frame.columns[18]].sum()) for frame in frames)


def duckdb(files):
    import duckdb as library
    table = "read_csv(?, skip = 1, header = true)"
    names = [row[0] for row in library.execute(f"describe select * from {table}", files[:1]).fetchall()]
    query = f'select "{names[1]}", "{names[2]}", sum("{names[18]}") from {table} group by 1, 2'
    return sum(len(library.execute(query, [file]).fetchall()) for file in files)


print({"workbooks": workbooks, "text": text, "duckdb": duckdb}[sys.argv[1]](sys.argv[2:]))
try:
    from resource import RUSAGE_SELF, getrusage

    usage = getrusage(RUSAGE_SELF)
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    taken = {"cpu": usage.ru_utime + usage.ru_stime, "megabytes": kilobytes / 1024}
except ImportError:  # Windows
    taken = {}
with open(os.environ["HUIZONG_BENCH_USAGE"], "w") as file:
    json.dump(taken, file)
