"""PySide6 6.12.0 on CPython 3.11 drops a reference to None in many calls, until the interpreter aborts.

From Python 3.12 on these objects are immortal and their counts say nothing.
"""

import os
import subprocess
import sys

import pytest

CALLS = 400

PROBE = f"""
import sys
from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPointF, QRectF, QTimer, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QStandardItemModel, QTextCursor, QTextDocument, QTextLayout
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionViewItem

app = QApplication([])
image = QImage(200, 80, QImage.Format.Format_ARGB32)
painter, document, mime, label = QPainter(image), QTextDocument("two words"), QMimeData(), QLabel("x")
cursor, model, option, path = QTextCursor(document), QStandardItemModel(2, 2), QStyleOptionViewItem(), QPainterPath()
layout = QTextLayout("two words", QFont())
layout.beginLayout()
line = layout.createLine()
line.setLineWidth(100)
layout.endLayout()


class Asker(QObject):
    asked = Signal(object)


class Rows(QAbstractListModel):
    def rowCount(self, parent=QModelIndex()):
        return 3

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return None


asker, rows = Asker(), Rows()
asker.asked.connect(lambda value: None)
CALLS = {{
    "fillRect": lambda: painter.fillRect(QRectF(0, 0, 9, 9), QColor("red")),
    "drawText": lambda: painter.drawText(QPointF(1, 20), "word"),
    "drawPath": lambda: painter.drawPath(path),
    "save and restore": lambda: (painter.save(), painter.restore()),
    "setPen": lambda: painter.setPen(QColor("blue")),
    "layout.draw": lambda: layout.draw(painter, QPointF(0, 0)),
    "line.setPosition": lambda: line.setPosition(QPointF(0, 4)),
    "cursor.setPosition": lambda: cursor.setPosition(3),
    "document.setPlainText": lambda: document.setPlainText("two words"),
    "document.setTextWidth": lambda: document.setTextWidth(100),
    "mime.setText": lambda: mime.setText("x"),
    "label.setText": lambda: label.setText("y"),
    "label.update": lambda: label.update(),
    "signal": lambda: asker.asked.emit(None),
    "model.data": lambda: rows.data(rows.index(0)),
    "model.headerData": lambda: model.headerData(0, Qt.Orientation.Horizontal),
    "model.layoutChanged": lambda: rows.layoutChanged.emit(),
    "timer": lambda: QTimer.singleShot(0, lambda: None),
    "events": lambda: app.processEvents(),
}}


def drift(call):
    for _ in range(20):
        call()
    before = sys.getrefcount(None)
    for _ in range({CALLS}):
        call()
    return before - sys.getrefcount(None)


lost = {{name: drift(call) for name, call in CALLS.items()}}
print([name for name, count in lost.items() if count > {CALLS} // 4])
painter.end()
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: its count says nothing")
def test_ordinary_calls_keep_their_references_to_none() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROBE],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
