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
    let token: String

    /// How many messages stand on one page.
    static let size = 50
    static let longestMessage = 10_000

    private var words: any ConversationWords { language.conversations }
    private var conversation: Conversation { content.summary.conversation }
    private var names: CircleNames {
        CircleNames(circle: content.circle, reading: content.reading, language: language)
    }
    private var link: Link { .conversation(content.family, conversation.id) }

    func page(_ draft: MessageDraft, form: FormID) -> ConversationPage {
        let names = names
        let isLatest = content.messages.last?.number == content.summary.lastNumber || content.messages.isEmpty
        let first = content.messages.first?.number ?? 1
        let from = content.summary.fromNumber
        return ConversationPage(
            language: language, subject: content.summary.subject ?? words.erasedSubject,
            above: More(.conversations(content.family), words.all), readers: readers(names),
            talk: talk(names, isLive: isLatest),
            older: first > from ? link.with(query: ["before": String(first)]) : nil, newest: isLatest ? nil : link,
            composer: composer(draft, names, form: form), more: more, errors: draft.errors,
            wasKept: draft.wasKept)
    }

    private var more: [More] {
        let copy = More(.copy(content.family, conversation.id), language.messageCopy.title)
        guard !conversation.isPrivateLine else { return [copy] }
        let hold =
            content.reading.decidesWithSecond
            ? [More(.newHold(content.family, of: ItemName(.conversation, conversation.id)), language.holds.hold)] : []
        return [More(.participants(content.family, conversation.id), language.participants.title), copy] + hold
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
        let joined = joined(names)
        for message in content.messages {
            parts += joined[message.number] ?? []
            let local = message.at.local
            if local.day != day {
                day = local.day
                parts.append(.day(TalkDay(language.day(local.day, today: now.day))))
            }
            let clock = language.time.clock(hour: local.hour, minute: local.minute)
            guard let author = authors[message.author] else { continue }
            parts.append(.message(self.message(message, at: clock, author, audience)))
        }
        if isLive { parts += joined[content.summary.lastNumber + 1] ?? [] }
        let live = Talk.Live(
            events: .conversationEvents(content.family, conversation.id),
            fragment: .messages(content.family, conversation.id), page: link)
        return Talk(language, parts, live: isLive ? live : nil)
    }

    /// Who began to read along, before which message.
    private func joined(_ names: CircleNames) -> [Int: [Talk.Part]] {
        content.marks.reduce(into: [:]) { joined, mark in
            guard let added = mark.added else { return }
            joined[added.at, default: []].append(.event(TalkEvent(.circle, text(of: added, mark.account, names))))
        }
    }

    private func text(of added: ReadMark.Added, _ account: ID<Account>, _ names: CircleNames) -> String {
        let words = language.participants
        guard account != content.reading.reader else {
            return added.readsBefore ? words.youJoinedWithBefore : words.youJoined
        }
        let by = added.by == content.reading.reader ? language.site.you : names.name(added.by)
        guard added.readsBefore else { return words.joined(names.name(account), by: by) }
        // Who reads further back themself is told how far the other does.
        let day = added.from > content.summary.fromNumber ? added.fromDay : nil
        return words.joinedWithBefore(
            names.name(account), by: by, from: day.map { language.dayInside($0, today: now.day) })
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
        let acts = MessageActs(
            content: content, message: message, isOwn: author.isReader, now: now, language: language, token: token)
        let isGone = message.isWithdrawn || message.text == nil
        return Site.Message(
            isGone ? .withdrawn : author.isReader ? .own : .other, anchor: "m\(message.number)", disc: author.disc,
            from: author.name, role: author.role, at: clock, text: text(of: message, author),
            read: note(on: message, author, audience), act: acts.act(at: clock), files: acts.files,
            more: acts.more(at: clock))
    }

    private func text(of message: OpenedMessage, _ author: Author) -> String {
        guard message.isWithdrawn else { return message.text ?? words.erasedText }
        return author.isReader
            ? language.messageActs.withdrawnByYou : language.messageActs.withdrawn(by: author.name)
    }

    private func note(on message: OpenedMessage, _ author: Author, _ audience: [Listener]) -> String? {
        if content.concerns.contains(message.number) { return language.messageActs.wasTold }
        return author.isReader && !message.isWithdrawn ? readLine(message.number, audience) : nil
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

    private func composer(_ draft: MessageDraft, _ names: CircleNames, form: FormID) -> Composer {
        let others = present(names).filter { $0 != content.reading.reader }
        return Composer(
            language, action: .messages(content.family, conversation.id), token: token, form: form, title: words.write,
            to: others.map(names.disc), names: others.isEmpty ? nil : language.list(others.map(names.calledName)),
            field: Field(
                language, "message", label: words.yourMessage, value: draft.text, error: draft.error,
                kind: .paragraphs(rows: 4)),
            files: .attachments(language, error: draft.fileError),
            draft: Composer.Draft(
                .draft(content.family, conversation.id), title: words.keepDraft, said: words.draftKept,
                isKept: draft.isDraftKept))
    }
}
