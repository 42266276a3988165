"""A note as PDF: what it carries, and whether it shows what its data say."""
