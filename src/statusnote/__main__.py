"""How a run begins: what is to be settled before the rest is imported."""

import gc
import signal


def main() -> None:
    """Run the command line and exit with its code.

    Until the rest is imported, an interrupt ends the run as the system does it, at once and without
    a word, since nothing is there to be cleared up; from then on, `cli.main` ends it. Nor is there
    anything to be collected: what is imported stays, and isn't looked at again.
    """
    gc.disable()
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from statusnote import cli  # last, for the reasons above

    gc.freeze()
    gc.enable()
    signal.signal(signal.SIGINT, handler)
    cli.main()


if __name__ == "__main__":
    main()
