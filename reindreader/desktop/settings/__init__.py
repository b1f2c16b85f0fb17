"""The settings dialog: how texts look, how they are cited, where the library lies."""

from reindreader.desktop.settings.dialog import SettingsDialog
from reindreader.desktop.settings.values import SettingsValues

__all__ = ["SettingsDialog", "SettingsValues"]
