"""The export dialog: which articles, in which format, the real file, and what it leaves out."""

from reindreader.desktop.exporting.choices import Exportable, FileFormat, Scope
from reindreader.desktop.exporting.dialog import ExportDialog

__all__ = ["ExportDialog", "Exportable", "FileFormat", "Scope"]
