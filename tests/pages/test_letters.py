"""Letters of PDF files as they were printed."""

import pytest

from reindreader.pages.letters import as_printed


@pytest.mark.parametrize(
    ("given", "printed"),
    [("林⼩⾬", "林小雨"), ("⻛雨⻋站", "风雨车站"), ("a\x02b\ufffe", "ab"), ("Œuvre ﬁn", "Œuvre ﬁn"), ("神", "神")],
)
def test_radicals_are_the_characters_of_their_shape(given: str, printed: str) -> None:
    """What stands for another character in Unicode itself (U+FA19) stays what the file says."""
    assert as_printed(given) == printed
