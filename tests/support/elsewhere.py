"""What tests send to another process, which finds it by its name."""

import os
import time


def process_of(seconds: float) -> tuple[float, int]:
    """Take so many *seconds*, and say by which process it was done."""
    time.sleep(max(seconds, 0))
    return seconds, os.getpid()
