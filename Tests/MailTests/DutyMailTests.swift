// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Mail
import TestMail
import Testing

/// Against a real mail server.
@Suite struct `The duty phone by mail` {
    private func gateway(_ sink: MailSink, trusting authority: String? = nil) throws -> DutyMail {
        let server = try #require(
            MailServer(
                "smtp://localhost:\(sink.port)", withoutTLS: false, login: nil,
                authorities: authority ?? sink.authority,
                patience: .init(connecting: 5, inAll: 10)))
        return DutyMail(
            from: try MailAddress("post@rondom.example"), to: try MailAddress("ring@phone.example"), by: server
        ) { desk, times, isEscalated in
            guard let subject = try? PlainText.line("Dienst: " + desk),
                let body = try? PlainText.paragraphs("\(times) \(isEscalated)")
            else { return nil }
            return DutyMail.Text(subject: subject, body: body)
        }
    }

    @Test func `rings by a letter, each time by another`() async throws {
        let sink = try MailSink()
        let gateway = try gateway(sink)
        #expect(await gateway.ring("Gebiedsteam", times: 1, isEscalated: false))
        #expect(await gateway.ring("Gebiedsteam", times: 3, isEscalated: true))
        let mails = sink.mails
        #expect(mails.count == 2 && mails.allSatisfy { $0.to == ["ring@phone.example"] && $0.tls })
        #expect(mails.first?.header("Subject") == "Dienst: Gebiedsteam")
        #expect(mails.last?.data.contains("3 true") == true)
        #expect(Set(mails.compactMap { $0.header("Message-ID") }).count == 2)
    }

    @Test func `that no server takes is tried again later`() async throws {
        let sink = try MailSink()
        let gateway = try gateway(sink, trusting: sink.stranger)
        #expect(await !gateway.ring("Gebiedsteam", times: 1, isEscalated: false))
        #expect(sink.mails.isEmpty)
    }
}
