// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Paper
import PeopleRules
import Site

/// A conversation for somebody's own record, as text or on paper.
struct ConversationCopy {
    let summary: ConversationSummary
    let messages: [OpenedMessage]
    let attachments: [Int: [Attachment?]]
    let names: CircleNames
    let at: Moment

    private var language: Language { names.language }
    private var words: any MessageCopyWords { language.messageCopy }

    /// Bytes of what was written, by which it is told beforehand whether it is too much for one copy.
    var size: Int { messages.reduce(0) { $0 + ($1.text?.utf8.count ?? 0) + Self.headSize } }

    /// What a name and a moment take, more or less.
    private static let headSize = 80

    var text: String {
        let head = [subject] + facts
        return
            (head.joined(separator: "\r\n") + "\r\n\r\n" + messages.map(text).joined(separator: "\r\n\r\n") + "\r\n")
    }

    /// Its title says nothing of what is in it: others see it beside the name of the file.
    var paper: PaperDocument {
        PaperDocument(
            title: words.paperTitle, language: language.rawValue, made: at, undrawn: words.undrawn,
            [.title(subject)] + facts.map { .note($0) } + messages.flatMap(parts))
    }

    private var subject: String { summary.subject ?? language.conversations.erasedSubject }

    private var facts: [String] {
        let people = names.sorted(summary.conversation.participants).map(names.name)
        return [
            words.between(language.list(people)),
            words.made(language.dateInside(at.day), by: names.name(names.reading.reader)),
            words.count(messages.count),
        ]
    }

    // MARK: One message

    private func text(_ message: OpenedMessage) -> String {
        let body = (gone(message) ?? message.text ?? "").replacing("\n", with: "\r\n")
        return ([head(message), body] + files(message)).joined(separator: "\r\n")
    }

    private func parts(_ message: OpenedMessage) -> [PaperDocument.Part] {
        let body: PaperDocument.Part = gone(message).map { .note($0) } ?? .paragraph(runs(message.text ?? ""))
        return [.heading(head(message)), body] + files(message).map { .note($0) }
    }

    private func head(_ message: OpenedMessage) -> String {
        "\(names.name(message.author)), \(language.dateInside(message.at.day)), \(language.clock(message.at))"
    }

    /// What stands there instead of a text that was taken back or erased.
    private func gone(_ message: OpenedMessage) -> String? {
        if message.isWithdrawn { return language.messageActs.withdrawn(by: names.name(message.author)) }
        return message.text == nil ? language.conversations.erasedText : nil
    }

    private func files(_ message: OpenedMessage) -> [String] {
        guard !message.isWithdrawn else { return [] }
        return (attachments[message.number] ?? []).map { attachment in
            guard let attachment else { return language.attachments.erased }
            let note = language.attachments.note(attachment.kind, bytes: attachment.size)
            return words.file(attachment.name.text, note)
        }
    }

    /// As on the page: an address leads where it says, and the host stands beside it where it doesn't show.
    private func runs(_ text: String) -> [PaperDocument.Run] {
        LinkedText(text).pieces.flatMap { piece -> [PaperDocument.Run] in
            switch piece {
            case .text(let text): return [.text(text)]
            case .link(let typed, let address):
                let isShown = typed.lowercased().contains(address.host)
                return [.link(typed, to: address.text)] + (isShown ? [] : [.text(" (\(address.host))")])
            }
        }
    }
}
