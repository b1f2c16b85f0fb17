"""Alignment beside a plain Gale–Church, re-anchoring beside difflib, in one run: `python -m tests.bench.bench_parallel`.

CPU time, median of the repetitions. No figure is asserted. The texts are made of our sample article.
"""

from __future__ import annotations

import difflib
import random
import statistics
import time
from collections.abc import Callable, Sequence
from math import erfc, log, sqrt
from pathlib import Path

from reindreader.anchoring import AnchorChange, Reanchoring
from reindreader.model.articles import Article
from reindreader.model.text import Block, BlockKind, Span
from reindreader.parallel import align_articles, beads
from reindreader.resources import resource_path
from reindreader.workflows.reading import read_file

_SHAPES = {(1, 1): 0.12, (1, 0): 4.6, (0, 1): 4.6, (2, 1): 2.4, (1, 2): 2.4, (2, 2): 4.5}


def cpu(work: Callable[[], object], times: int = 5) -> float:
    """The median CPU time of `work`, in seconds."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def gale_church(first: Sequence[int], second: Sequence[int]) -> float:
    """The cost of the best alignment by length alone, as the article of 1993 has it: the whole table."""
    best = {(0, 0): 0.0}
    ratio = sum(second) / sum(first)
    for i in range(len(first) + 1):
        for j in range(len(second) + 1):
            for (a, b), cost in _SHAPES.items():
                if (before := best.get((i - a, j - b))) is not None and (i or j):
                    one, other = sum(first[i - a : i]), sum(second[j - b : j])
                    delta = abs(other - one * ratio) / sqrt(6.8 * (one + other / ratio) / 2)
                    total = before + cost - log(max(erfc(delta / sqrt(2)), 1e-12))
                    best[i, j] = min(best.get((i, j), 1e9), total)
    return best[len(first), len(second)]


def made(source: Article, count: int, chance: random.Random, gaps: frozenset[int]) -> Article:
    """An article of so many paragraphs, each of sentences of the source, some paragraphs left out."""
    body = [block.span.slice(source.text) for block in source.body_blocks()][:15]
    parts = [f"{body[n % 15]} {body[(n * 7 + 3) % 15]}" for n in range(count) if n not in gaps]
    blocks, start = [], 0
    for part in parts:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(part))))
        start += len(part) + 2
    return Article("\n\n".join(parts), tuple(blocks), source.source)


def _articles(count: int) -> tuple[Article, Article]:
    english, chinese = (
        read_file(Path(resource_path(f"samples/{name}"))).article for name in ("welcome.txt", "welcome.zh-Hant.txt")
    )
    chance = random.Random(3)
    return made(english, count, chance, frozenset({17, 60})), made(chinese, count, chance, frozenset({40}))


def _alignment() -> None:
    first, second = _articles(100)
    lengths = [[len(block.span) for block in article.body_blocks()] for article in (first, second)]
    rows, plain = cpu(lambda: align_articles(first, second)), cpu(lambda: gale_church(*lengths))
    alignment = align_articles(first, second)
    all_beads = cpu(lambda: [beads(alignment, n) for n in range(len(alignment.rows))], 3)
    print(
        f"an article of 100 paragraphs, {len(first.text.split())} words, beside its translation: {rows * 1000:.0f} ms"
    )
    print(f"  a plain Gale–Church of the same paragraphs: {plain * 1000:.0f} ms: {rows / plain:.1f} times as long")
    print(f"  the sentences of all its rows: {all_beads * 1000:.0f} ms, of one {all_beads * 10:.1f} ms")


def edited(words: Sequence[str], chance: random.Random, share: float) -> str:
    """The words with some taken out and some put in."""
    kept = [word for word in words if chance.random() > share / 2]
    return " ".join(f"new {word}" if chance.random() < share / 2 else word for word in kept)


def _reanchoring(size: int, quotations: int) -> None:
    chance = random.Random(5)
    body = read_file(Path(resource_path("samples/welcome.txt"))).article.text.split()
    words = [word if chance.random() > 0.4 else chance.choice(body) for word in body * (size // len(body) + 1)][:size]
    old, new = " ".join(words), edited(words, chance, 0.01)
    spans = [
        Span(at, at + chance.randint(15, 150)) for at in (chance.randrange(len(old) - 200) for _ in range(quotations))
    ]
    kept = 0

    def work() -> None:
        nonlocal kept
        compared = Reanchoring(old, new)
        kept = sum(compared.verdict(span).state in {AnchorChange.SAME, AnchorChange.MOVED} for span in spans)

    ours = cpu(work, 3)
    few = words[: size // 20]
    changed = edited(few, chance, 0.01).split()
    peer = cpu(lambda: difflib.SequenceMatcher(None, few, changed, autojunk=False).get_opcodes(), 1)
    print(f"{quotations} quotations of {size} words, 1 % of them edited: {ours:.2f} s, {kept} found again")
    print(f"  difflib, the words of a twentieth of the text alone: {peer:.2f} s")


def main() -> None:
    """Print every figure."""
    _alignment()
    _reanchoring(100_000, 5_000)


if __name__ == "__main__":
    main()
