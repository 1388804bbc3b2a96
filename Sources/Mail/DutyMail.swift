// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Rings the phone of whoever is on duty, by a gateway that turns a mail into a message or a call.
///
/// Nothing of a report goes along: the name of the desk, and how often it rang.
package struct DutyMail: Sendable {
    /// What the letter says of a desk, how often it rang and whether others should hear it; nil where it can't be said.
    package typealias Words = @Sendable (_ desk: String, _ times: Int, _ isEscalated: Bool) -> Text?

    package struct Text: Hashable, Sendable {
        package let subject: PlainText
        package let body: PlainText

        package init(subject: PlainText, body: PlainText) {
            self.subject = subject
            self.body = body
        }
    }

    private let from: MailAddress
    private let gateway: MailAddress
    private let postman: Postman
    private let words: Words
    private let clock: Clock
    private let ids: IDSource

    package init(
        from: MailAddress, to gateway: MailAddress, by server: MailServer, _ words: @escaping Words,
        _ clock: Clock = .machine, _ ids: IDSource = .unguessable
    ) {
        (self.from, self.gateway, postman) = (from, gateway, Postman(server))
        (self.words, self.clock, self.ids) = (words, clock, ids)
    }

    /// Rings, and tells whether the mail server took it.
    package func ring(_ desk: String, times: Int, isEscalated: Bool) async -> Bool {
        guard let text = words(desk, times, isEscalated) else { return false }
        let now = clock.now()
        let id: ID<DutyMail> = ids.next(at: now)
        let letter = Letter(
            id: id.text, from: from, to: gateway, subject: text.subject, text: text.body, date: now)
        return await postman.send(letter) == .delivered
    }
}
