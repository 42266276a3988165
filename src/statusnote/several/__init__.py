"""What the commands do with several plans at once, without the command line."""
