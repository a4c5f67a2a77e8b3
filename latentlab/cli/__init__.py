"""The command line: `latentlab` opens the window, its commands do the same work without one.

This file loads next to nothing, so that Ctrl-C is answered from the first moment on; the commands are loaded when asked for.
"""

import sys

from latentlab.cli import interrupts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from latentlab.cli.commands import app as app


def main() -> None:
    """Run the command line, and end the process with 0 on success, 1 where a part of the work failed or something unexpected
    happened, 2 for input or surroundings at fault (one line on standard error), 128 + N when ended by signal N."""
    try:
        interrupts.hold()
        from latentlab.cli.entry import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt as interrupt:
        code = 128 + getattr(interrupt, "number", interrupts.SIGINT)  # a SignalError has one
    finally:
        interrupts.release()
    sys.exit(code)


def __getattr__(name: str) -> object:
    if name != "app":
        raise AttributeError(f"module 'latentlab.cli' has no attribute {name!r}")
    from latentlab.cli.commands import app

    return app
