"""The running program listens for second starts, on this computer and for this user only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.instance import request as asking

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.instance.claim import Claim

PATIENCE_MS: Final = 5_000
"""Who connects and says nothing for so long is hung up on."""
MOST_AT_ONCE: Final = 30


class Door(QObject):
    """Open as long as it lives; whoever opens it holds the claim, so what lies in its place is dead."""

    def __init__(
        self, claim: Claim, may: Callable[[], bool], take: Callable[[asking.Request], object], parent: QObject
    ) -> None:
        """`may` says whether a request can be taken now, `take` carries it out."""
        super().__init__(parent)
        self._claim, self._may, self._take = claim, may, take
        self._guests = 0
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_AT_ONCE)
        self._server.newConnection.connect(self._receive)

    def open(self) -> bool:
        """Listen; where that cannot be, the claim is let go, so that no start waits for it."""
        name = self._claim.door or ""
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            self._claim.let_go()
            return False
        return True

    def close(self) -> None:
        """Listen no more; the claim stays, so that who starts now waits until all is written."""
        self._server.close()

    def _receive(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if self._guests >= MOST_AT_ONCE:
                _hang_up(socket)
                socket.deleteLater()
                continue
            self._greet(socket)

    def _greet(self, socket: QLocalSocket) -> None:
        self._guests += 1
        socket.setReadBufferSize(asking.LONGEST + 1)
        socket.readyRead.connect(partial(self._hear, socket))
        socket.disconnected.connect(partial(self._forget, socket))
        late = QTimer(socket, singleShot=True, interval=PATIENCE_MS)
        late.timeout.connect(partial(_hang_up, socket))
        late.start()
        socket.write(asking.hello())

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > asking.LONGEST:
                _hang_up(socket)
            return
        request = asking.read(bytes(socket.readLine(asking.LONGEST + 1).data()))
        taken = request is not None and self._may()
        socket.write(asking.answer(taken=taken))
        socket.flush()
        socket.disconnectFromServer()
        if request is not None and taken:
            self._take(request)

    def _forget(self, socket: QLocalSocket) -> None:
        self._guests -= 1
        socket.deleteLater()


def _hang_up(socket: QLocalSocket) -> None:
    socket.abort()
