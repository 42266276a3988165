"""The catalogue: all that statusnote says in either language, problems by their codes."""
