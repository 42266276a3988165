"""YAML text → nodes that know where they stand, and what a text that is no YAML was meant to be."""
