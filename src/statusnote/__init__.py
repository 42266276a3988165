"""A status note on the initiatives of a Danish action plan, from one YAML file."""
