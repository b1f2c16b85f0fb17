"""Who did what. The roles are MARC relators (Library of Congress, MARC Code List for Relators)."""

from dataclasses import dataclass
from enum import StrEnum

from reindreader.model.names import Name


class Role(StrEnum):
    """A MARC relator code."""

    AUTHOR = "aut"
    TRANSLATOR = "trl"
    EDITOR = "edt"
    PROOFREADER = "pfr"
    PHOTOGRAPHER = "pht"
    ADAPTER = "adp"
    ILLUSTRATOR = "ill"
    INTERVIEWER = "ivr"
    INTERVIEWEE = "ive"
    INTRODUCER = "win"
    COMMENTATOR = "wac"
    COMPILER = "com"
    PUBLISHER = "pbl"
    CONTRIBUTOR = "ctb"

    __hash__ = str.__hash__
    """As quick as that of its text; an enumeration's own is written in Python, and asked for at every look-up."""


ROLE_FIELDS: dict[Role, str] = {
    Role.AUTHOR: "author",
    Role.TRANSLATOR: "translator",
    Role.EDITOR: "editor",
    Role.PROOFREADER: "proofreader",
    Role.PHOTOGRAPHER: "photographer",
    Role.ADAPTER: "adapter",
    Role.ILLUSTRATOR: "illustrator",
    Role.INTERVIEWER: "interviewer",
    Role.INTERVIEWEE: "interviewee",
    Role.INTRODUCER: "introducer",
    Role.COMMENTATOR: "commentator",
    Role.COMPILER: "compiler",
    Role.PUBLISHER: "publisher-name",
    Role.CONTRIBUTOR: "contributor",
}
"""The name of the field that holds the contributors of a role."""

FIELD_ROLES: dict[str, Role] = {name: role for role, name in ROLE_FIELDS.items()}


@dataclass(frozen=True, slots=True)
class Contributor:
    """One person or organisation in one role.

    ``qualifier``: a second relator where the text has one (编译: translator, qualified as adapter);
    ``title``: the position as printed ("Legislative Councillor (IT)").
    """

    role: Role
    name: Name
    qualifier: Role | None = None
    title: str | None = None
