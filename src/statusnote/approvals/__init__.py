"""Who has approved its part of a plan, and which edit has undone that."""
