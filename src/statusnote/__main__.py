"""How a run begins: what is to be settled before the rest is imported."""

import gc
import signal

# New objects that may refer to each other. A run is short and leaves few that do so in a circle:
# to look for those as often as Python does takes a tenth of a start.
BETWEEN_COLLECTIONS = 50_000


def main() -> None:
    """Run the command line and exit with its code.

    Until the rest is imported, an interrupt ends the run as the system does it, at once and without
    a word, since nothing is there to be cleared up; from then on, `cli.main` ends it.
    """
    gc.set_threshold(BETWEEN_COLLECTIONS)
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from statusnote import cli  # last, for the reasons above

    signal.signal(signal.SIGINT, handler)
    cli.main()


if __name__ == "__main__":
    main()
