"""What a clerk's script would do: read every workbook of a folder with openpyxl (read-only) and sum numerators and denominators by Mã."""
import json
import pathlib
import sys

import openpyxl

sums = {}
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in book.worksheets:
        columns = None
        for row in sheet.iter_rows(values_only=True):
            if columns is None:
                if "Mã" in row:
                    columns = {name: k for k, name in enumerate(row) if name}
                continue
            if "Tử số" not in columns or not isinstance(row[columns["Mã"]], str):
                continue
            numerator, denominator = row[columns["Tử số"]], row[columns["Mẫu số"]]
            if isinstance(numerator, (int, float)) and isinstance(denominator, (int, float)):
                have = sums.setdefault(row[columns["Mã"]], [0, 0])
                have[0] += numerator
                have[1] += denominator
print(json.dumps(sums))
