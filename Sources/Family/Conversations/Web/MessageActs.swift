// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What the reader can do with one message, and the files that came with it.
struct MessageActs {
    let content: ConversationContent
    let message: OpenedMessage
    let isOwn: Bool
    let now: Moment
    let language: Language
    let token: String

    private var conversation: ID<Conversation> { content.summary.conversation.id }

    var files: [FileLink] {
        guard !message.isWithdrawn else { return [] }
        return (content.attachments[message.number] ?? []).map { attachment in
            guard let attachment else { return FileLink(nil, language.attachments.erased, "") }
            return FileLink(
                .attachment(content.family, conversation, attachment.id), attachment.name.text,
                language.attachments.note(attachment.kind, bytes: attachment.size))
        }
    }

    /// Taking back one's own, on its day.
    func act(at clock: String) -> ActForm? {
        guard isOwn, !message.isWithdrawn, message.text != nil, message.at.day == now.day else { return nil }
        let words = language.messageActs
        return ActForm(
            .withdrawal(content.family, conversation, message.number), token: token, title: words.withdraw,
            about: words.message(at: clock), form: form)
    }

    /// The same form for the same message, so that a list that is renewed leaves what has the focus alone.
    private var form: FormID? {
        FormBody(fields: ["form": [conversation.text], "number": [String(message.number)]]).sending.map(FormID.init)
    }

    /// What leads to a page of its own: telling that another's is not right, taking it along, and opening what was
    /// taken back.
    func more(at clock: String) -> [More] {
        if message.isWithdrawn {
            guard isInCharge else { return [] }
            return [
                More(
                    .withdrawnMessage(content.family, conversation, message.number), language.messageActs.openWithdrawn)
            ]
        }
        guard message.text != nil else { return [] }
        let copy = More(
            .copy(content.family, conversation, of: message.number), language.messageCopy.short,
            about: language.messageActs.message(at: clock))
        guard !isOwn, !content.concerns.contains(message.number) else { return [copy] }
        return [More(.concern(content.family, conversation, message.number), language.messageActs.notRight), copy]
    }

    /// The professional who directs; the store looks again before anything is opened.
    private var isInCharge: Bool {
        content.reading.membership?.kind == .professional && content.circle.direction?.holder == content.reading.reader
    }
}
