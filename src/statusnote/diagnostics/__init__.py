"""What is wrong: problems with a place, what they are called, and what they look like."""
