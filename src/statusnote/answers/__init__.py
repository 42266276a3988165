"""What the parties are asked between two notes, and what they answer."""
