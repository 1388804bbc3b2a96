// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Whom somebody can let take part, gathered in one transaction.
struct ParticipantChoice: Sendable {
    let circle: CircleSight
    let reading: Reading
    let summary: ConversationSummary
    /// Whether somebody they know could read what went before, too.
    let mayGiveBefore: Bool
}

extension CircleSight {
    /// All whom the reader knows here and who sign in.
    var accounts: Set<ID<Account>> {
        Set(persons.compactMap(\.person.account) + members.map(\.membership.account))
    }
}

/// Whom somebody lets take part, as the form sent it.
struct AddedDraft: Equatable {
    private(set) var who: ID<Account>?
    private(set) var reads: WhatWentBefore.Choice = .fromNow
    private(set) var error: FieldError?

    init() {}

    init(_ form: FormBody) {
        who = form.id("who")
        reads = WhatWentBefore.Choice(rawValue: form.text("reads")) ?? .fromNow
    }

    func with(_ error: String, at field: String = "who") -> AddedDraft {
        var draft = self
        draft.error = FieldError(field, error)
        return draft
    }
}

/// Where somebody chooses who takes part from now on.
struct ParticipantPage: Equatable {
    let language: Language
    let subject: String
    let above: More
    let choices: Choices
    /// From now on or with what went before; nil where only the first is possible.
    let reads: Choices?
    let error: FieldError?
    let readers: String
    let action: Link
    let token: String
    let form: FormID

    init(
        _ choice: ParticipantChoice, _ draft: AddedDraft, family: ID<Family>, token: String, form: FormID,
        language: Language
    ) {
        let words = language.participants
        let names = CircleNames(circle: choice.circle, reading: choice.reading, language: language)
        let conversation = choice.summary.conversation
        let others = names.sorted(choice.circle.accounts.subtracting(conversation.participants))
        self.language = language
        subject = choice.summary.subject ?? language.conversations.erasedSubject
        above = More(.conversation(family, conversation.id), language.messageActs.back)
        let present = names.sorted(conversation.participants.filter(names.isPresent))
        readers = words.readNow(
            language.list(present.map { $0 == choice.reading.reader ? language.circle.you : names.name($0) }))
        choices = Choices(
            language, "who", legend: words.who, hint: words.hint, error: [draft.error].compactMap(\.self)["who"], .one,
            others.map {
                Choices.Choice($0.text, names.name($0), text: names.part($0), isChosen: $0 == draft.who)
            })
        reads = choice.mayGiveBefore || draft.reads == .withBefore ? Self.reads(draft, words, language) : nil
        error = draft.error
        action = .participants(family, conversation.id)
        self.token = token
        self.form = form
    }

    private static func reads(
        _ draft: AddedDraft, _ words: any ParticipantWords, _ language: Language
    ) -> Choices {
        Choices(
            language, "reads", legend: words.whatReads, error: [draft.error].compactMap(\.self)["reads"], .one,
            [
                Choices.Choice(
                    WhatWentBefore.Choice.fromNow.rawValue, words.fromNowTitle, text: words.fromNowText,
                    isChosen: draft.reads == .fromNow),
                Choices.Choice(
                    WhatWentBefore.Choice.withBefore.rawValue, words.withBeforeTitle, text: words.withBeforeText,
                    isChosen: draft.reads == .withBefore),
            ])
    }

    var html: HTML {
        """
        \(PageHead(language.participants.title, lead: readers, above: above,
            errors: error.map { ErrorSummary(language, [$0]) }))
        \(if: choices.choices.isEmpty, Empty(language.participants.nobodyTitle, language.participants.nobodyText).html,
            else: fields)
        """
    }

    private var fields: HTML {
        """
        <form class="form" action="\(action)" method="post">
        \(CSRF.field(token))\(form.field)
        \(choices)
        \(reads.map { $0.html } ?? Notice(
            .about, language.participants.fromNowTitle, language.participants.fromNowText).html)
        \(Actions([Button(language.participants.add, .submit())]))
        </form>
        """
    }
}
