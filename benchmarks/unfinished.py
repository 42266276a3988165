"""`statusnote render`, which leaves WeasyPrint's PDF as it is: without structure and record."""

from statusnote import cli
from statusnote.render.pdf import document


def main() -> None:
    """Run the command line with nothing to finish."""
    document.finisher = lambda *_: None  # type: ignore[assignment] # WeasyPrint takes None for it
    cli.main()


if __name__ == "__main__":
    main()
