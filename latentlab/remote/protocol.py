"""What both ends of the pipe agree on."""

PROTOCOL = 2
"""Counts changes of what travels."""
GREETING = "latentlab"
"""The key of an agent's first line, with its version; whatever a shell says before it is passed over."""
PING = "ping"
"""Answered at once, whatever else the agent does."""
RUNS = "runs"
"""The names of the runs, and what a list shows of some of them."""
LOOK = "look"
"""What has become of a run, and which small files it has."""
READ = "read"
"""Pieces of small files."""
OPEN = "open"
"""What there is to be seen of a run's checkpoint."""
RENDER = "render"
"""A request of the explorer, answered by the model of a checkpoint."""
THUMBNAIL = "thumbnail"
"""A small picture of a run."""
LARGEST_THUMBNAIL = 144
"""Pixels of its longer side."""
UPLOAD = "upload"
"""A file of this computer that a request names."""
VERBS = (PING, RUNS, LOOK, READ, OPEN, RENDER, THUMBNAIL, UPLOAD)
OF_FILES = (RUNS, LOOK, READ)
"""Those that read small files and compute nothing."""
