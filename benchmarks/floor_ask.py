"""The least that asking takes: openpyxl writes all cells of the workbooks once, without their look.

Usage: floor_ask.py CELLS.json OUTPUT.xlsx
"""

import json
import sys
from pathlib import Path

from openpyxl import Workbook

if __name__ == "__main__":
    workbook = Workbook()
    for rows in json.loads(Path(sys.argv[1]).read_text("utf-8")):
        sheet = workbook.create_sheet()
        for row in rows:
            sheet.append(row)
    workbook.save(sys.argv[2])
