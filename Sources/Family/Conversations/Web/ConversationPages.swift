// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Reading conversations, and writing in them.
package struct ConversationPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/conversations", use: list)
        router.get("families/:family/conversations/:conversation", use: conversation)
        router.get("families/:family/conversations/:conversation/messages", use: fragment)
        router.post("families/:family/conversations/:conversation/messages", use: write)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.family, family))
        let found = try await dossiers.read(family, look) { key, connection in
            let summaries = try connection.conversations(key)
            let circle = try connection.circle(key, withEnded: true)
            let concerns = try connection.concernsToHear(key)
            let content = (summaries: summaries, circle: circle, reading: key.reading, concerns: concerns)
            // About all that the reader may read: the log must not tell for whom there are conversations.
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let found else { throw Problem.notFound }
        let names = CircleNames(circle: found.circle, reading: found.reading, language: visit.language)
        let number = request.uri.queryParameters["page"].flatMap { Int($0) }
        let page = ConversationListPage(
            found.summaries, concerns: found.concerns, names: names, family: family, page: number, now: visit.now,
            language: visit.language)
        return answer(page.html, visit, found.reading)
    }

    @Sendable private func conversation(_ request: Request, _ visit: Visit) async throws -> Response {
        let before = request.uri.queryParameters["before"].flatMap { Int($0) }
        let content: ConversationContent
        do { content = try await self.content(visit, before: before) } catch let problem as Problem
            where problem == .notFound
        {
            return try installation.handedBack([visit.typed?.text("message") ?? ""], visit)
        }
        let draft = MessageDraft(
            text: visit.typed?.text("message") ?? content.kept ?? "", wasKept: visit.typed != nil,
            isDraftKept: request.uri.queryParameters["kept"] == "yes" && content.kept != nil)
        return page(content, draft, visit)
    }

    /// The list of messages alone, for a page that stays up to date; read like any page, with key and record.
    @Sendable private func fragment(_ request: Request, _ visit: Visit) async throws -> Response {
        let content = try await content(visit, before: nil)
        let drawing = drawing(content, visit)
        return .page(drawing.talk().list)
    }

    @Sendable private func write(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Conversation> = try visit.id("conversation")
        let look = try visit.look(.create, at: ItemName(.conversation, id))
        var intake = AttachmentIntake(dossiers, family, look, ids: installation.ids) { _ in .conversation(id) }
        var typed = ""
        do {
            let sent = try await SentMessage(request, &intake, visit.language)
            typed = sent.draft.text
            guard let text = sent.text else {
                await intake.discard()
                return page(try await content(visit, before: nil), sent.draft, visit, status: .badRequest)
            }
            let answer = try await write(text, intake.attachments, in: family, id, sent.submission, look, visit)
            // The same form sent again: what it brought a second time belongs to nothing.
            await intake.discard()
            return answer
        } catch {
            await intake.discard()
            guard error as? Problem == .notFound else { throw error }
            return try installation.handedBack([typed.isEmpty ? intake.typed("message") : typed], visit)
        }
    }

    private func write(
        _ text: PlainText, _ attachments: [Attachment], in family: ID<Family>, _ id: ID<Conversation>,
        _ submission: ID<Submission>, _ look: Look, _ visit: Visit
    ) async throws -> Response {
        let message: ID<FamilyRules.Message> = installation.ids.next(at: visit.now)
        let (vault, now) = (installation.vault, visit.now)
        let outcome = try await dossiers.act(family, look, form: submission) { key, connection in
            guard let summary = try connection.conversation(id, key) else { return nil }
            let number = try connection.write(
                text, as: message, in: summary.conversation, by: key.reading.reader, at: now, with: attachments, key,
                vault)
            let link = Link.conversation(key.family, id).with(fragment: "m\(number)")
            return Found(link.text, about: summary.conversation.about)
        }
        guard let outcome, let link = Link(local: outcome) else { throw Problem.notFound }
        await live.wrote(in: family)
        return .seeOther(link)
    }

    // MARK: What the pages share

    private func content(_ visit: Visit, before: Int?) async throws -> ConversationContent {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Conversation> = try visit.id("conversation")
        let look = try visit.look(.read, at: ItemName(.conversation, id))
        let now = visit.now
        let content = try await dossiers.read(family, look) { key, connection -> Found<ConversationContent>? in
            guard let summary = try connection.conversation(id, key) else { return nil }
            let messages = try connection.messages(
                of: summary, before: before, limit: ConversationDrawing.size, key)
            let (first, last) = (messages.first?.number ?? 0, messages.last?.number ?? 0)
            let content = ConversationContent(
                family: key.family, reading: key.reading, circle: try connection.circle(key, withEnded: true),
                summary: summary, messages: messages, marks: try connection.readMarks(of: summary, key),
                attachments: try connection.attachments(of: summary, from: first, to: last, key),
                concerns: try connection.concernsTold(in: id, key), kept: try connection.draft(of: summary, key))
            let read = messages.last?.number ?? 0
            return Found(
                content, about: summary.conversation.about,
                note: read > summary.readNumber ? .read(id, up: read, at: now) : nil)
        }
        guard let content else { throw Problem.notFound }
        return content
    }

    private func drawing(_ content: ConversationContent, _ visit: Visit) -> ConversationDrawing {
        ConversationDrawing(
            content: content, now: visit.now, language: visit.language, token: visit.token ?? "")
    }

    private func page(
        _ content: ConversationContent, _ draft: MessageDraft, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) -> Response {
        let drawing = drawing(content, visit)
        let form = FormID(installation.ids.next(at: visit.now))
        let page = drawing.page(draft, form: form)
        return answer(page.html, visit, content.reading, isError: !draft.errors.isEmpty, status: status)
    }

    private func answer(
        _ html: HTML, _ visit: Visit, _ reading: Reading, isError: Bool = false, status: HTTPResponse.Status = .ok
    ) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.conversations.title, for: reading)
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: status)
    }
}

extension ConversationWords {
    /// How to mend a text that can't be kept.
    func message(for refusal: PlainText.Refusal) -> String {
        switch refusal {
        case .empty: emptyMessage
        case .tooLong(let limit): tooLong(limit)
        case .unprintable: unprintable
        }
    }
}
