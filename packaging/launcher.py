"""The program that PyInstaller builds: LatentLab's command line, and Python for the processes that LatentLab starts itself.

Workers are started as `sys.executable -m latentlab...`, and what may be broken is tried as `sys.executable -c ...`. In a built
program, sys.executable is the program.
"""

import multiprocessing
import runpy
import sys


def main() -> None:
    multiprocessing.freeze_support()
    match sys.argv[1:]:
        case ["-m", module, *arguments]:
            sys.argv = [module, *arguments]
            runpy.run_module(module, run_name="__main__", alter_sys=True)
        case ["-c", code, *arguments]:
            sys.argv = ["-c", *arguments]
            exec(compile(code, "<string>", "exec"), {"__name__": "__main__"})
        case _:
            from latentlab.cli import main as command_line

            command_line()


if __name__ == "__main__":
    main()
