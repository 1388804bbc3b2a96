// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// A conversation to be started, as it was typed.
struct ConversationStartDraft: Equatable {
    var to: Set<ID<Account>> = []
    var about: Set<ID<Person>> = []
    var subject = ""
    var message = ""
    var errors: [FieldError] = []
    var wasKept = false

    init() {}

    init(_ form: FormBody) {
        to = Set(form.ids("to"))
        about = Set(form.ids("about"))
        subject = form.text("subject")
        message = form.text("message")
    }
}

/// Where somebody chooses with whom to talk, about whom, and writes the first message.
struct ConversationStartPage: Equatable {
    let language: Language
    let above: More
    let recipients: [Choices.Choice]
    let persons: [Choices.Choice]
    let draft: ConversationStartDraft
    let action: Link
    /// Where the form stands, for what is typed when the session is over.
    let place: Link
    let token: String
    let form: FormID

    init(
        _ circle: CircleSight, _ reading: Reading, _ draft: ConversationStartDraft, family: ID<Family>, token: String,
        form: FormID, language: Language
    ) {
        let names = CircleNames(circle: circle, reading: reading, language: language)
        self.language = language
        self.draft = draft
        self.token = token
        self.form = form
        above = More(.conversations(family), language.conversations.all)
        action = .conversations(family)
        place = .newConversation(family)
        let accounts = Set(circle.persons.compactMap(\.person.account) + circle.members.map(\.membership.account))
        recipients = names.sorted(accounts.subtracting([reading.reader])).map { account in
            Choices.Choice(
                account.text, names.name(account), text: names.part(account), isChosen: draft.to.contains(account))
        }
        let covered = circle.persons.filter(\.isCovered)
        persons = covered.map { sight in
            Choices.Choice(
                sight.person.id.text, sight.name ?? language.circle.erased,
                isChosen: draft.about.contains(sight.person.id) || covered.count == 1)
        }
    }

    private var words: any ConversationWords { language.conversations }

    var html: HTML {
        """
        \(PageHead(words.newTitle, lead: words.newLead, above: above,
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: draft.wasKept, Notice(.good, words.keptNotice, words.keptText).html)\
        \(if: recipients.isEmpty, Empty(words.nobodyTitle, words.nobodyText).html, else: composer.html)
        """
    }

    private var composer: Composer {
        Composer(
            language, action: action, token: token, form: form, title: words.write, before: before,
            field: Field(
                language, "message", label: words.yourMessage, value: draft.message, error: draft.errors["message"],
                kind: .paragraphs(rows: 6)),
            files: .attachments(language, error: draft.errors["file"]))
    }

    private var before: HTML {
        """
        <input type="hidden" name="page" value="\(place)">
        \(Choices(
            language, "to", legend: words.toWhom, hint: words.toHint, error: draft.errors["to"], .several, recipients))
        \(Choices(
            language, "about", legend: words.aboutWhom, hint: words.aboutHint, error: draft.errors["about"], .several,
            persons))
        \(Field(
            language, "subject", label: words.subject, hint: words.subjectHint, value: draft.subject,
            error: draft.errors["subject"], limit: 120))
        """
    }
}
