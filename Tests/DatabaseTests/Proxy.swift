// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// A way to PostgreSQL that a test can cut: a proxy on a port of its own.
final class Proxy: Sendable {
    /// What happens to a COMMIT that passes.
    enum Fate: Sendable {
        case passes
        /// The connection is cut and the server never sees it.
        case lostOnTheWay
        /// The server sees it, and its answer is lost.
        case answerLost
    }

    private struct State {
        var fate = Fate.passes
        var isUp = true
        var sockets: Set<CInt> = []
    }

    let port: UInt16
    private let listener: CInt
    private let server: UInt16
    private let state = Mutex(State())

    /// - Parameter server: the port of PostgreSQL on this machine.
    init(to server: UInt16) {
        self.server = server
        let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        port = Self.withAddress(port: 0) { bind(listener, $0, $1) } == 0 ? Self.port(of: listener) : 0
        listen(listener, 64)
        Thread.detachNewThread {
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                self.take(client)
            }
        }
    }

    /// What happens to the next COMMIT; those after it pass.
    func nextCommit(_ fate: Fate) { state.withLock { $0.fate = fate } }

    /// Cuts all connections, and takes none until ``raise()``.
    func fall() {
        state.withLock { state in
            state.isUp = false
            for socket in state.sockets { shutdown(socket, CInt(SHUT_RDWR)) }
        }
    }

    func raise() { state.withLock { $0.isUp = true } }

    func end() {
        fall()
        shutdown(listener, CInt(SHUT_RDWR))
        close(listener)
    }

    private func take(_ client: CInt) {
        let upstream = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        let isUp = state.withLock { state in
            if state.isUp { state.sockets.formUnion([client, upstream]) }
            return state.isUp
        }
        guard isUp, Self.withAddress(port: server, { connect(upstream, $0, $1) }) == 0 else {
            close(client)
            close(upstream)
            return
        }
        Thread.detachNewThread { self.carry(from: client, to: upstream, isClient: true) }
        Thread.detachNewThread { self.carry(from: upstream, to: client, isClient: false) }
    }

    private func carry(from: CInt, to: CInt, isClient: Bool) {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(from, &bytes, bytes.count, 0)
            guard count > 0 else { break }
            let fate = isClient && bytes[..<count].holds("COMMIT") ? takeFate() : .passes
            if fate == .lostOnTheWay { break }
            if fate == .answerLost { shutdown(from, CInt(SHUT_RDWR)) }
            guard send(to, bytes, count, CInt(MSG_NOSIGNAL)) == count else { break }
        }
        shutdown(from, CInt(SHUT_RDWR))
        shutdown(to, CInt(SHUT_RDWR))
    }

    private func takeFate() -> Fate {
        state.withLock { state in
            defer { state.fate = .passes }
            return state.fate
        }
    }

    private static func withAddress(
        port: UInt16, _ use: (UnsafePointer<sockaddr>, socklen_t) -> CInt
    ) -> CInt {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { use($0, size) }
        }
    }

    private static func port(of socket: CInt) -> UInt16 {
        var (address, size) = (sockaddr_in(), socklen_t(MemoryLayout<sockaddr_in>.size))
        _ = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &size) }
        }
        return UInt16(bigEndian: address.sin_port)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func holds(_ word: String) -> Bool {
        let word = Array(word.utf8)
        return indices.contains { self[$0...].starts(with: word) }
    }
}
