"""A stretch of printed text and its formatting."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one formatting. `style` is normal, italic or oblique; `weight` normal, bold or light;
    `vertical` baseline, sup or sub; `link` an address or ""; `display` a block's kind or ""."""

    text: str
    style: str = "normal"
    weight: str = "normal"
    small_caps: bool = False
    underline: bool = False
    vertical: str = "baseline"
    link: str = ""
    display: str = ""
