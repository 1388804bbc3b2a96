// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Logging
import NIOCore
import NIOPosix
import PeopleWeb
import Synchronization
import Testing

/// The installation on a port of this machine, for what can only be heard over a line.
struct ServedTown {
    let port: Int

    /// Serves a town for as long as the test goes on.
    static func serve(_ web: WebTown, _ test: (ServedTown) async throws -> Void) async throws {
        let (ports, port) = AsyncStream<Int>.makeStream()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let application = Application(
            responder: web.responder,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                if let number = channel.localAddress?.port { port.yield(number) }
                port.finish()
            }, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            for await number in ports { try await test(ServedTown(port: number)) }
            group.cancelAll()
        }
    }

    /// Asks for a page over the line, and hears what comes until the test has heard enough.
    func listen(
        _ path: String, as browser: TownBrowser, _ test: (inout Line) async throws -> Void
    ) async throws {
        let cookies = await browser.cookieHeader
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        try await channel.executeThenClose { inbound, outbound in
            let request = "GET \(path) HTTP/1.1\r\nHost: localhost\r\nCookie: \(cookies)\r\n\r\n"
            try await outbound.write(ByteBuffer(string: request))
            var line = Line(inbound.makeAsyncIterator())
            try await test(&line)
        }
    }

    /// What came over the line so far.
    struct Line {
        private(set) var heard = ""
        private var source: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator

        init(_ source: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) { self.source = source }

        /// Waits until a text was heard; false when the line ended before.
        mutating func hears(_ text: String, times: Int = 1) async throws -> Bool {
            while heard.ranges(of: text).count < times {
                guard let bytes = try await source.next() else { return false }
                heard += String(buffer: bytes)
            }
            return true
        }
    }
}
