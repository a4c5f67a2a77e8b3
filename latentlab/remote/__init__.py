"""Runs on another computer: an agent there reads and draws, and what is here asks it over a pipe, as a rule that of `ssh`.

The agent serves one folder, reads only, and knows a closed set of verbs. `frames` says how they travel, `codec` how requests
and results do; `served`, `scenes` and `uploads` are the agent's, `client`, `mirror`, `renderer` and `folder` this side's.
"""
