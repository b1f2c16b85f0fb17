"""The export dialog: which articles, in which format, the real file, and what it leaves out."""

from reindreader.desktop.exporting.dialog import ExportDialog
from reindreader.desktop.exporting.options import FileFormat, Scope

__all__ = ["ExportDialog", "FileFormat", "Scope"]
