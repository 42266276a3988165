"""The least that collecting takes: openpyxl reads all cells of the workbooks once.

Usage: floor_collect.py WORKBOOK.xlsx...
"""

import sys

from openpyxl import load_workbook

if __name__ == "__main__":
    read = [
        value
        for path in sys.argv[1:]
        for sheet in load_workbook(path).worksheets
        for row in sheet.values
        for value in row
        if value is not None
    ]
    print(len(read))
