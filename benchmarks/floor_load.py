"""The bare reading of a large plan: PyYAML's fastest loader, and nothing that looks at the data.

Usage: floor_load.py PLAN.yaml
"""

import sys
from pathlib import Path

import yaml

if __name__ == "__main__":
    yaml.load(Path(sys.argv[1]).read_text("utf-8"), Loader=yaml.CSafeLoader)
