// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Taking a message, or what was written in some days, along for one's own record.
package struct CopyPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    /// More messages than one copy holds.
    private static let most = 5_000

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/conversations/:conversation/copy", use: choose)
        router.post("families/:family/conversations/:conversation/copy", use: copy)
    }

    @Sendable private func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(from: "", until: "", errors: [], visit)
    }

    @Sendable private func copy(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Conversation> = try visit.id("conversation")
        let form = try await FormBody.read(request)
        let words = visit.language.messageCopy
        let period: CopyPeriod
        if let number = Int(form.text("number")), number > 0 {
            period = .one(number)
        } else {
            let (from, until) = (form.text("from"), form.text("until"))
            let (first, last) = (Day(from), Day(until))
            var errors: [FieldError] = []
            if first == nil { errors.append(FieldError("from", words.noDay)) }
            if last == nil { errors.append(FieldError("until", words.noDay)) }
            if let first, let last, last < first { errors.append(FieldError("until", words.endsBefore)) }
            guard errors.isEmpty, let first, let last else {
                return try await page(from: from, until: until, errors: errors, visit)
            }
            period = .days(first, last)
        }
        let look = try visit.look(.execute, at: ItemName(.conversation, id))
        let language = visit.language
        let text = try await dossiers.read(family, look) { key, connection -> Found<String>? in
            guard let summary = try connection.conversation(id, key) else { return nil }
            let messages = try connection.messages(of: summary, in: period, limit: Self.most, key)
            let copy = ConversationCopy(
                summary: summary, messages: messages,
                names: CircleNames(
                    circle: try connection.circle(key, withEnded: true), reading: key.reading, language: language),
                at: look.at)
            return Found(copy.text, about: summary.conversation.about)
        }
        guard let text else { throw Problem.notFound }
        let name = "\(words.fileName)-\(visit.today.iso).txt"
        return Response(
            status: .ok, headers: .saving(name, as: "text/plain; charset=utf-8"),
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func page(from: String, until: String, errors: [FieldError], _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Conversation> = try visit.id("conversation")
        let look = try visit.look(.read, at: ItemName(.conversation, id))
        let found = try await dossiers.read(family, look) { key, connection in
            try connection.conversation(id, key).map { summary in
                Found((reading: key.reading, last: summary.lastAt.day), about: summary.conversation.about)
            }
        }
        guard let found else { throw Problem.notFound }
        let (language, words) = (visit.language, visit.language.messageCopy)
        let isFresh = errors.isEmpty && from.isEmpty
        let html: HTML = """
            \(PageHead(words.title, lead: words.lead, above: More(.conversation(family, id), language.messageActs.back),
                errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
            <form class="form" action="\(Link.copy(family, id))" method="post">
            \(CSRF.field(visit.token ?? ""))
            \(Field(language, "from", label: words.from, value: isFresh ? (found.last + -30).iso : from,
                error: errors["from"], kind: .date))
            \(Field(language, "until", label: words.until, value: isFresh ? visit.today.iso : until,
                error: errors["until"], kind: .date))
            \(Actions([Button(words.button, .submit())]))
            </form>
            """
        var frame = installation.familyFrame(visit, title: language.conversations.title, for: found.reading)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, html).html, status: errors.isEmpty ? .ok : .badRequest)
    }
}

/// A conversation as text, for somebody's own record.
struct ConversationCopy {
    let summary: ConversationSummary
    let messages: [OpenedMessage]
    let names: CircleNames
    let at: Moment

    private var language: Language { names.language }

    var text: String {
        let words = language.messageCopy
        let people = names.sorted(summary.conversation.participants).map(names.name)
        let head = [
            summary.subject ?? language.conversations.erasedSubject, words.between(language.list(people)),
            words.made(language.dateInside(at.day), by: names.name(names.reading.reader)),
        ]
        return
            (head.joined(separator: "\r\n") + "\r\n\r\n" + messages.map(message).joined(separator: "\r\n\r\n") + "\r\n")
    }

    private func message(_ message: OpenedMessage) -> String {
        let name = names.name(message.author)
        let moment = language.dateInside(message.at.day) + ", " + language.clock(message.at)
        let text =
            message.isWithdrawn
            ? language.site.withdrawn(by: name) : message.text ?? language.conversations.erasedText
        return "\(name), \(moment)\r\n" + text.replacing("\n", with: "\r\n")
    }
}
