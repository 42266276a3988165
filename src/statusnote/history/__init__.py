"""Versions of a plan → what each of them says of each initiative, side by side."""
