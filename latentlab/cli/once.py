"""What processes that torchrun started together all have to say is said by the first of them."""

import datetime
import hashlib
import os

from latentlab.environment import launch

_PATIENCE = datetime.timedelta(seconds=5)


def is_first_to_say(sentence: str) -> bool:
    """Whether no other process of this start has said the same; true where that cannot be known, and for the only process."""
    if os.environ.get("TORCHELASTIC_USE_AGENT_STORE") != "True" or launch().count == 1:
        return True
    from torch.distributed import TCPStore  # type: ignore[attr-defined]  # loaded here: it takes seconds

    key = f"latentlab/{os.environ.get('TORCHELASTIC_RESTART_COUNT')}/{hashlib.sha256(sentence.encode()).hexdigest()}"
    try:
        store = TCPStore(os.environ["MASTER_ADDR"], int(os.environ["MASTER_PORT"]), is_master=False, timeout=_PATIENCE)
        return store.add(key, 1) == 1
    except (RuntimeError, ValueError, KeyError):
        return True
