// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Opening what was taken back, with its files: for the professional in charge alone, each time with a reason.
package struct WithdrawnPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        let message = "families/:family/conversations/:conversation/messages/:number"
        router.get("\(message)/withdrawn", use: ask)
        router.post("\(message)/withdrawn", use: open)
        router.post("\(message)/withdrawn/:attachment", use: file)
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(reason: "", error: nil, visit)
    }

    private func page(reason: String, error: String?, _ visit: Visit) async throws -> Response {
        let (family, id, number) = try visit.message()
        // Asking is not reading yet: the look at what was taken back is recorded with its reason.
        let look = try visit.look(.read, at: ItemName(.concern, id))
        let now = visit.now
        let isThere = try await dossiers.read(family, look) { key, connection -> Found<Bool>? in
            try connection.withdrawnMessage(number, in: id, at: now, key).map { Found(true, about: $0.about) }
        }
        guard isThere != nil else { throw Problem.notFound }
        let words = visit.language.messageActs
        let page = ReasonPage(
            language: visit.language, title: words.withdrawnTitle, lead: words.withdrawnLead,
            above: More(.conversations(family), visit.language.conversations.all),
            action: .withdrawnMessage(family, id, number), token: visit.token ?? "",
            form: FormID(installation.ids.next(at: now)), label: words.reason, value: reason, error: error,
            button: words.openIt)
        return installation.messagePage(
            page.html, visit, isError: error != nil, status: error == nil ? .ok : .badRequest)
    }

    @Sendable private func open(_ request: Request, _ visit: Visit) async throws -> Response {
        let (family, id, number) = try visit.message()
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        guard let reason = reason(form) else {
            let error = visit.language.messageActs.reasonNeeded
            return try await page(reason: form.text("reason"), error: error, visit)
        }
        let look = try visit.look(.read, at: ItemName(.conversation, id))
        try await note(reason, submission, look, visit)
        let now = visit.now
        let found = try await dossiers.read(family, look) { key, connection in
            try connection.withdrawnMessage(number, in: id, at: now, key).map { message in
                let names = CircleNames(
                    circle: try connection.circle(key, withEnded: true), reading: key.reading, language: visit.language)
                return Found((message: message, from: names.name(message.author)), about: message.about)
            }
        }
        guard let found else { throw Problem.notFound }
        return installation.messagePage(try opened(found.message, from: found.from, reason, visit).html, visit)
    }

    private func opened(
        _ message: WithdrawnMessage, from author: String, _ reason: PlainText, _ visit: Visit
    ) throws -> QuotedPage {
        let (family, id, number) = try visit.message()
        let (language, words) = (visit.language, visit.language.messageActs)
        return QuotedPage(
            language: language, title: words.withdrawnTitle,
            above: More(.conversations(family), language.conversations.all), from: author,
            at: language.dayAndClock(message.at, today: visit.today),
            text: message.text ?? language.conversations.erasedText,
            files: message.attachments.map { attachment in
                FileForm(
                    action: .withdrawnAttachment(family, id, number, attachment.id), token: visit.token ?? "",
                    form: FormID(installation.ids.next(at: visit.now)), reason: reason.text,
                    title: attachment.name.text,
                    note: language.attachments.note(attachment.kind, bytes: attachment.size))
            },
            act: nil)
    }

    /// A file that came with it: with the same reason, noted anew, as each opening is one.
    @Sendable private func file(_ request: Request, _ visit: Visit) async throws -> Response {
        let (family, id, number) = try visit.message()
        let attachment: ID<Attachment> = try visit.id("attachment")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }), let reason = reason(form) else {
            throw Problem.malformed
        }
        let look = try visit.look(.read, at: ItemName(.conversation, id))
        try await note(reason, submission, look, of: attachment, visit)
        let now = visit.now
        let found = try await dossiers.read(family, look) { key, connection -> Found<Attachment>? in
            guard let message = try connection.withdrawnMessage(number, in: id, at: now, key),
                let found = message.attachments.first(where: { $0.id == attachment })
            else { return nil }
            return Found(found, about: message.about)
        }
        guard let found else { throw Problem.notFound }
        let dossiers = dossiers
        return .saving(found) { piece in
            try await dossiers.withdrawnPiece(piece, of: found, with: number, in: id, look, family: family)
        }
    }

    private func reason(_ form: FormBody) -> PlainText? {
        try? PlainText.paragraphs(form.text("reason"), limit: 500)
    }

    /// Notes the reason, before anything of it is opened.
    private func note(
        _ reason: PlainText, _ submission: ID<Submission>, _ look: Look, of attachment: ID<Attachment>? = nil,
        _ visit: Visit
    ) async throws {
        let (family, id, number) = try visit.message()
        let (vault, now) = (installation.vault, visit.now)
        let noted = try await dossiers.act(family, look, form: submission) { key, connection in
            guard let message = try connection.withdrawnMessage(number, in: id, at: now, key),
                attachment.map({ file in message.attachments.contains { $0.id == file } }) ?? true
            else { return nil }
            try connection.note(reason, forOpening: message, in: id, at: now, key, vault)
            return Found("opened", about: message.about)
        }
        guard noted != nil else { throw Problem.notFound }
    }
}
