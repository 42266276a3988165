"""A status note on the initiatives of a Danish action plan, from one YAML file."""

from importlib.metadata import version

__version__ = version("statusnote")
