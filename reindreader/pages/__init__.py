"""Pages in a worker process: what a bad file does to a parser never reaches the program."""

from reindreader.pages.worker import Limits, Told, WorkerFailedError, in_worker, in_worker_told, serves

__all__ = ["Limits", "Told", "WorkerFailedError", "in_worker", "in_worker_told", "serves"]
