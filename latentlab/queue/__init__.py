"""Runs that wait in line: kept in a folder of runs, over restarts, for the window and the command line alike."""

from latentlab.queue.entries import Entry, EntryState, Queued
from latentlab.queue.store import RunQueue, queue_of
from latentlab.queue.workers import run_queue

__all__ = ["Entry", "EntryState", "Queued", "RunQueue", "queue_of", "run_queue"]
