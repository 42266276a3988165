"""The page of a note, served to a browser on this machine, which follows it."""
