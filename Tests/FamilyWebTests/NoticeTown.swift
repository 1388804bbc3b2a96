// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Foundation
import Kernel
import Mail
import PeopleRules
import PeopleStore
import PeopleWeb
import TestMail
import Testing

/// A town of which some want mail, and the real mail server that gets it.
final class NoticeTown: Sendable {
    let web: WebTown
    let sink: MailSink
    private let people: [String]

    /// With these people, each of whom confirmed an address that names nobody.
    init(_ people: [String]) async throws {
        web = try await WebTown()
        sink = try MailSink()
        self.people = people
        let (vault, now) = (web.vault, web.clock.now)
        for (place, slug) in people.enumerated() {
            let account = try web.filled.account(slug)
            let address = try MailAddress("lezer\(place)@post.example")
            try await web.database.write { connection in
                try connection.askNoticeCode(for: address, of: account, digits: "012345", at: now, vault)
                #expect(
                    try connection.confirmNoticeAddress(of: account, typed: "012345", at: now, vault) == .right)
            }
        }
    }

    /// Sends what is due, by the loop and the connection of the real server.
    func send() async throws {
        let server = try #require(MailServer("smtp://localhost:\(sink.port)", authorities: sink.authority))
        let post = NoticePost(
            from: try MailAddress("post@rondom.example"), send: Postman(server).send,
            words: NoticeLetters(site: "https://rondom.example").words, worthTelling: web.dossiers.worthTelling)
        let clock = web.clock
        try await NoticeSender(web.database, web.vault, Clock { clock.now }, post) { Issue.record("\($0)") }.sendDue()
    }

    /// Who got mail, in the order of the slugs.
    var receivers: [String] {
        sink.mails.compactMap { mail in
            people.enumerated().first { mail.to == ["lezer\($0.offset)@post.example"] }?.element
        }.sorted()
    }

    /// Carries out one act as somebody.
    func act(
        as slug: String, in family: String,
        _ act: @escaping @Sendable (borrowing DossierKey, Connection, Look) throws -> Void
    ) async throws {
        let family = try web.filled.family(family)
        let look = Look(
            reader: try web.filled.account(slug), at: web.clock.now, from: "", action: .update,
            item: ItemName(.circle, family))
        let done = try await web.dossiers.act(family, look, form: IDSource.unguessable.next(at: look.at)) {
            key, connection in
            try act(key, connection, look)
            return Found("done", about: [])
        }
        #expect(done == "done")
    }
}
