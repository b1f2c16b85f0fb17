"""Pages in a worker process: what a bad file does to a parser never reaches the program."""

from reindreader.pages.worker import Limits, WorkerFailedError, in_worker

__all__ = ["Limits", "WorkerFailedError", "in_worker"]
