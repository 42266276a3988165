"""Which version of statusnote this is; pyproject.toml has it from here."""

VERSION = "0.1.0"
