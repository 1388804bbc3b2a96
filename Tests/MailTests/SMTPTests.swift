// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Mail
import TestMail
import Testing

/// Against a real mail server.
@Suite struct `Sending a letter` {
    private func letter(_ to: String, from: String = "post@rondom.example") throws -> Letter {
        Letter(
            id: "abc", from: try MailAddress(from), to: try MailAddress(to), subject: try .line("Één"),
            text: try .paragraphs("Hoi.\n.\n.."), date: Moment("2026-11-23", hour: 9))
    }

    private func send(
        _ letter: Letter, _ sink: MailSink, _ scheme: String = "smtp", withoutTLS: Bool = false,
        login: MailServer.Login? = nil, authorities: String? = nil
    ) async throws -> Delivery {
        let server = try #require(
            MailServer(
                "\(scheme)://localhost:\(sink.port)", withoutTLS: withoutTLS, login: login,
                authorities: authorities ?? sink.authority, patience: .init(connecting: 5, inAll: 10)))
        return await Postman(server).send(letter)
    }

    private static let login = MailServer.Login(user: "rondom", password: "wachtwoord")

    @Test func `goes over STARTTLS, signed in`() async throws {
        let sink = try MailSink(login: "rondom:wachtwoord")
        let letter = try letter("lezer@post.example")
        #expect(try await send(letter, sink, login: Self.login) == .delivered)
        let mail = try #require(sink.mails.first)
        #expect(mail.tls && mail.user == "rondom")
        #expect(mail.from == "post@rondom.example" && mail.to == ["lezer@post.example"])
        #expect(mail.data == String(decoding: letter.bytes, as: UTF8.self))
    }

    @Test func `goes over TLS from the first byte`() async throws {
        let sink = try MailSink(.tls)
        #expect(try await send(letter("lezer@post.example"), sink, "smtps") == .delivered)
    }

    @Test func `goes over an open line only when told so`() async throws {
        let sink = try MailSink(.plain)
        #expect(try await send(letter("lezer@post.example"), sink) != .delivered)
        #expect(sink.mails.isEmpty)
        #expect(try await send(letter("lezer@post.example"), sink, withoutTLS: true) == .delivered)
    }

    @Test func `trusts no certificate of a stranger`() async throws {
        let sink = try MailSink()
        let delivery = try await send(letter("lezer@post.example"), sink, authorities: sink.stranger)
        #expect(delivery.isLater && sink.mails.isEmpty)
    }

    @Test func `trusts no certificate for another name`() async throws {
        let sink = try MailSink()
        let server = try #require(MailServer("smtp://127.0.0.1:\(sink.port)", authorities: sink.authority))
        #expect(await Postman(server).send(try letter("lezer@post.example")).isLater)
        #expect(sink.mails.isEmpty)
    }

    @Test func `waits when the password is wrong`() async throws {
        let sink = try MailSink(login: "rondom:anders")
        #expect(try await send(letter("lezer@post.example"), sink, login: Self.login) == .later(535))
        #expect(try await send(letter("lezer@post.example"), sink).isLater)
    }

    @Test(arguments: [
        ("later", Delivery.later(451)), ("busy", .later(451)), ("refused", .refused(550)), ("spam", .refused(554)),
    ])
    func `is told what the server said`(mood: String, delivery: Delivery) async throws {
        let sink = try MailSink()
        let letter = try letter("\(mood)@post.example")
        #expect(try await send(letter, sink) == delivery)
        if mood == "later" { #expect(try await send(letter, sink) == .delivered) }
    }

    @Test func `waits when the server refuses us`() async throws {
        let sink = try MailSink()
        #expect(try await send(letter("a@post.example", from: "nobody@rondom.example"), sink) == .later(550))
    }

    @Test func `waits when nobody is there`() async throws {
        let sink = try MailSink()
        sink.end()
        #expect(try await send(letter("lezer@post.example"), sink) == .later(nil))
    }

    @Test func `gives up on a server that says nothing`() async throws {
        let silent = try SilentServer()
        let server = try #require(
            MailServer("smtp://127.0.0.1:\(silent.port)", patience: .init(connecting: 1, inAll: 2)))
        let begun = ContinuousClock.now
        #expect(await Postman(server).send(try letter("lezer@post.example")) == .later(nil))
        #expect(ContinuousClock.now - begun < .seconds(8))
    }

    @Test(arguments: ["zoë@post.example", "lezer@bücher.example"])
    func `reaches names beyond ASCII`(address: String) async throws {
        let sink = try MailSink()
        #expect(try await send(letter(address), sink) == .delivered)
        let mail = try #require(sink.mails.first)
        #expect(mail.to == [try MailAddress(address).wire])
        #expect(mail.options.contains("SMTPUTF8") == address.hasPrefix("zoë"))
    }
}

extension Delivery {
    fileprivate var isLater: Bool { if case .later = self { true } else { false } }
}

/// A door that opens and behind which nobody speaks.
private final class SilentServer: Sendable {
    let port: Int
    private let socket: Int32

    struct Broken: Error {}

    init() throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutableBytes(of: &place) { bytes -> Bool in
            guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return false }
            return Glibc.bind(socket, address, size) == 0 && Glibc.listen(socket, 4) == 0
                && getsockname(socket, address, &size) == 0
        }
        guard bound else { throw Broken() }
        self.socket = socket
        port = Int(UInt16(bigEndian: place.sin_port))
    }

    deinit { close(socket) }
}
