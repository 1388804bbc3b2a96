// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// How the content of a conversation becomes its page: order, wording and links for one reader.
struct ConversationDrawing {
    let content: ConversationContent
    let now: Moment
    let language: Language

    /// How many messages stand on one page.
    static let size = 50
    static let longestMessage = 10_000

    private var words: any ConversationWords { language.conversations }
    private var conversation: Conversation { content.summary.conversation }
    private var names: CircleNames {
        CircleNames(circle: content.circle, reading: content.reading, language: language)
    }
    private var link: Link { .conversation(content.family, conversation.id) }

    func page(_ draft: MessageDraft, token: String, form: FormID) -> ConversationPage {
        let names = names
        let isLatest = content.messages.last?.number == content.summary.lastNumber || content.messages.isEmpty
        let first = content.messages.first?.number ?? 1
        let error = draft.error.map { FieldError("message", $0) }
        return ConversationPage(
            language: language, subject: content.summary.subject ?? words.erasedSubject,
            above: More(.conversations(content.family), words.all), readers: readers(names),
            talk: talk(names, isLive: isLatest),
            older: first > 1 ? link.with(query: ["before": String(first)]) : nil, newest: isLatest ? nil : link,
            composer: composer(draft, names, token: token, form: form), errors: [error].compactMap(\.self),
            wasKept: draft.wasKept)
    }

    // MARK: Who can read this

    private func present(_ names: CircleNames) -> [ID<Account>] {
        names.sorted(conversation.participants.filter(names.isPresent))
    }

    private func readers(_ names: CircleNames) -> Readers {
        let present = present(names)
        let lines = present.map { account in
            Readers.Line(
                account == content.reading.reader ? language.site.you : names.name(account),
                names.part(account) ?? words.family)
        }
        return Readers(language, present.map(names.disc), lines)
    }

    // MARK: What was said

    func talk(_ names: CircleNames? = nil, isLive: Bool = true) -> Talk {
        let names = names ?? self.names
        let authors = authors(names)
        let audience = audience(names)
        var parts: [Talk.Part] = []
        var day: Day?
        for message in content.messages {
            let local = message.at.local
            if local.day != day {
                day = local.day
                parts.append(.day(TalkDay(language.day(local.day, today: now.day))))
            }
            let clock = language.time.clock(hour: local.hour, minute: local.minute)
            guard let author = authors[message.author] else { continue }
            parts.append(.message(self.message(message, at: clock, author, audience)))
        }
        let live = Talk.Live(
            events: .conversationEvents(content.family, conversation.id),
            fragment: .messages(content.family, conversation.id), page: link)
        return Talk(language, parts, live: isLive ? live : nil)
    }

    /// How a writer stands beside each of their messages.
    private struct Author {
        let disc: Disc
        let name: String
        let role: String?
        let isReader: Bool
    }

    private func authors(_ names: CircleNames) -> [ID<Account>: Author] {
        var authors: [ID<Account>: Author] = [:]
        for account in content.messages.map(\.author) where authors[account] == nil {
            let isReader = account == content.reading.reader
            authors[account] = Author(
                disc: names.disc(account), name: isReader ? language.site.you : names.name(account),
                role: isReader ? nil : names.part(account), isReader: isReader)
        }
        return authors
    }

    private func message(
        _ message: OpenedMessage, at clock: String, _ author: Author, _ audience: [Listener]
    ) -> Site.Message {
        Site.Message(
            message.text == nil ? .withdrawn : author.isReader ? .own : .other, anchor: "m\(message.number)",
            disc: author.disc, from: author.name, role: author.role, at: clock, text: message.text ?? words.erasedText,
            read: author.isReader ? readLine(message.number, audience) : nil)
    }

    /// Somebody of whom the reader is told how far they read.
    private struct Listener {
        let name: String
        let read: Int
    }

    private func audience(_ names: CircleNames) -> [Listener] {
        let read = Dictionary(content.marks.map { ($0.account, $0.number) }) { first, _ in first }
        return present(names).filter { $0 != content.reading.reader && tellsReading(to: $0) }.map { account in
            Listener(name: names.calledName(account), read: read[account] ?? 0)
        }
    }

    /// Who read one's own message; between parents nothing is told of that.
    private func readLine(_ number: Int, _ audience: [Listener]) -> String? {
        let done = audience.filter { $0.read >= number }.map(\.name)
        let waiting = number < content.summary.lastNumber ? [] : audience.filter { $0.read < number }.map(\.name)
        let words = language.site
        guard !done.isEmpty else { return waiting.isEmpty ? nil : words.readByNobodyYet(of: language.choice(waiting)) }
        let read = words.readBy(language.list(done))
        return waiting.isEmpty ? read : read + " " + words.notYetReadBy(language.choice(waiting))
    }

    private func tellsReading(to account: ID<Account>) -> Bool {
        guard let own = content.reading.ownPerson, content.reading.adults.contains(own) else { return true }
        return !content.circle.persons.contains {
            $0.person.account == account && (content.reading.adults.contains($0.person.id) || !$0.isCovered)
        }
    }

    // MARK: Where to write

    private func composer(_ draft: MessageDraft, _ names: CircleNames, token: String, form: FormID) -> Composer {
        let others = present(names).filter { $0 != content.reading.reader }
        return Composer(
            language, action: .messages(content.family, conversation.id), token: token, form: form, title: words.write,
            to: others.map(names.disc), names: others.isEmpty ? nil : language.list(others.map(names.calledName)),
            field: Field(
                language, "message", label: words.yourMessage, value: draft.text, error: draft.error,
                kind: .paragraphs(rows: 4)))
    }
}
