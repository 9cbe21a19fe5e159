"""Where work runs: here, or in worker processes that may die without losing anything.

An engine maps a pure top-level function over chunks of items and gives results in the order of the items.
"""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[list[Item]], list[Result]]


class Engine(Protocol):
    """Runs a function over chunks of items."""

    def map(
        self, work: Work[Item, Result], chunks: Iterable[list[Item]], lost: Callable[[Item], Result]
    ) -> Iterator[list[Result]]:
        """Give the results chunk by chunk, in order; `lost` answers for an item that kills its worker."""
        ...


class Serial:
    """Everything in this process."""

    def map(
        self, work: Work[Item, Result], chunks: Iterable[list[Item]], lost: Callable[[Item], Result]
    ) -> Iterator[list[Result]]:
        """Run chunk after chunk."""
        del lost
        for chunk in chunks:
            yield work(chunk)


class Processes:
    """Worker processes on this machine; at most two chunks a worker are under way."""

    def __init__(self, workers: int) -> None:
        """Take the number of workers; they start with the first chunk."""
        self.workers = workers

    def map(
        self, work: Work[Item, Result], chunks: Iterable[list[Item]], lost: Callable[[Item], Result]
    ) -> Iterator[list[Result]]:
        """Run chunks in parallel; a chunk whose worker dies runs again item by item."""
        run = _Run(self.workers, work, lost)
        try:
            for chunk in chunks:
                run.submit(chunk)
                if len(run.waiting) > 2 * self.workers:
                    yield run.next()
            while run.waiting:
                yield run.next()
        finally:
            run.pool.shutdown(wait=False, cancel_futures=True)


class _Run(Generic[Item, Result]):
    """One call of `Processes.map`: the pool, and the chunks under way in their order."""

    def __init__(self, workers: int, work: Work[Item, Result], lost: Callable[[Item], Result]) -> None:
        self.workers, self.work, self.lost = workers, work, lost
        self.waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        self.pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        # spawn: a forked copy of a process with threads (a progress bar, a server) may hang
        return ProcessPoolExecutor(self.workers, multiprocessing.get_context("spawn"))

    def submit(self, chunk: list[Item]) -> None:
        """Hand a chunk to the pool, a new one if the last broke."""
        try:
            self.waiting.append((chunk, self.pool.submit(self.work, chunk)))
        except BrokenProcessPool:
            self._restart()
            self.waiting.append((chunk, self.pool.submit(self.work, chunk)))

    def next(self) -> list[Result]:
        """Wait for the oldest chunk."""
        chunk, future = self.waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            waiting, self.waiting = self.waiting, deque()
            self._restart()
            results = [self._alone(item) for item in chunk]
            self.waiting = waiting
            self._restart()
            return results

    def _alone(self, item: Item) -> Result:
        """Run one item with nothing beside it, so that a worker's death is this item's doing."""
        try:
            return self.pool.submit(self.work, [item]).result()[0]
        except BrokenProcessPool:
            self._restart()
            return self.lost(item)

    def _restart(self) -> None:
        """Start a new pool; chunks whose results are not there yet run again."""
        self.pool.shutdown(wait=False, cancel_futures=True)
        self.pool = self._start()
        self.waiting = deque(
            (chunk, future if _finished(future) else self.pool.submit(self.work, chunk))
            for chunk, future in self.waiting
        )


def _finished(future: "Future[list[Result]]") -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def choose(workers: int) -> Engine:
    """Give an engine of so many workers; 0 means one a core, 1 means this process."""
    wanted = workers or os.cpu_count() or 1
    return Serial() if wanted == 1 else Processes(wanted)
