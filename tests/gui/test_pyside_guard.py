"""PySide6 6.12 on Python 3.11 and older drops a reference to True at every emit and aborts after about 10,000 of them."""

import subprocess
import sys

_EMIT = """
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Sender(QObject):
    nothing = Signal()
    anything = Signal(object)

application = QCoreApplication([])
sender, received = Sender(), []
sender.anything.connect(received.append)
for number in range(20_000):
    sender.nothing.emit()
    sender.anything.emit(number)
assert received == list(range(20_000))
"""


def test_twenty_thousand_signals_do_not_abort() -> None:
    result = subprocess.run([sys.executable, "-c", _EMIT], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
