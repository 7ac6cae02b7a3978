"""What was worked out lately, so that it is not worked out again for every request."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """The values kept last, up to `most` in all by `size`; without them answers are only slower.

    The newest is always kept, whatever its size. Values are shared between threads: nobody changes
    one.
    """

    def __init__(self, most: int, size: Callable[[V], int] = lambda _: 1) -> None:
        self._most, self._size = most, size
        self._values: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._total = 0
        self._lock = Lock()

    def get(self, key: K) -> V | None:
        with self._lock:
            found = self._values.get(key)
        return found[0] if found else None

    def keep(self, key: K, value: V) -> V:
        size = self._size(value)
        with self._lock:
            self._total += size - self._values.get(key, (value, 0))[1]
            self._values[key] = value, size
            self._values.move_to_end(key)
            while self._total > self._most and len(self._values) > 1:
                _, (_, gone) = self._values.popitem(last=False)
                self._total -= gone
        return value
