// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of what was recorded about a young person, gathered in one transaction.
struct InabilityContent: Sendable {
    let family: ID<Family>
    let person: ID<Person>
    let reading: Reading
    let circle: CircleSight
    let recorded: [InabilitySight]
    /// Who says yes or no now.
    let mustAgree: WhoMustAgree
    /// The invitations that wait for an answer about the young person: where it counts now.
    let invitations: [KeptInvitation]

    /// nil where the reader may not see it, and where nobody is asked whether the person can judge.
    init?(
        _ person: ID<Person>, at now: Moment, _ key: borrowing DossierKey, _ connection: Connection
    ) throws {
        guard let recorded = try connection.inabilities(of: person, key),
            let birth = key.reading.persons.first(where: { $0.id == person })?.birth,
            Inability.concerns(birth, on: key.today) || !recorded.isEmpty
        else { return nil }
        (family, reading, self.person, self.recorded) = (key.family, key.reading, person, recorded)
        circle = try connection.circle(key, withEnded: true)
        mustAgree = try connection.whoMustAgree(for: [person], key)[person] ?? .nobody(.authorityNotNoted)
        invitations = try connection.invitations(at: now, key).filter { $0.invitation.persons.contains(person) }
    }
}

/// Whether a young person answers themself, what was recorded, and the forms that change it.
struct InabilityPage: Equatable {
    let language: Language
    let family: ID<Family>
    let person: ID<Person>
    let name: String
    let standing: Facts?
    let before: [String]
    let answers: String
    let used: [Entry]
    let mayChange: Bool
    let draft: InabilityDraft
    let token: String
    let form: FormID

    init(
        _ content: InabilityContent, _ draft: InabilityDraft, today: Day, token: String, form: FormID,
        language: Language
    ) {
        let words = language.inability
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        let called = { (person: ID<Person>) in content.circle.name(of: person) ?? language.circle.erased }
        (self.language, self.draft, self.token, self.form) = (language, draft, token, form)
        (family, person, name) = (content.family, content.person, called(content.person))
        mayChange = content.reading.mayRecordInability(of: content.person)
        answers = words.answers(language.list(content.mustAgree.persons.sorted().map(called)))
        used = content.invitations.map {
            Entry(.invitation(content.family, $0.invitation.id), .people, $0.invitedName(language), words.waits)
        }
        standing = content.recorded.first { $0.inability.stands(on: today) }.map { sight in
            Facts([
                Facts.Fact(words.by, names.name(sight.inability.by)),
                Facts.Fact(words.since, language.dateInside(sight.inability.recorded.day)),
                Facts.Fact(words.until, language.dateInside(sight.inability.until)),
                Facts.Fact(words.reason, sight.reason ?? language.circle.erased),
            ])
        }
        before = content.recorded.filter { !$0.inability.stands(on: today) }.map { sight in
            words.before(
                names.name(sight.inability.by), from: language.dateInside(sight.inability.recorded.day),
                until: language.dateInside(sight.inability.withdrawn?.day ?? sight.inability.until),
                because: sight.reason ?? language.circle.erased, withdrawn: sight.withdrawal)
        }
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any InabilityWords { language.inability }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: standing == nil ? words.able(name) : words.notAble(name),
            above: More(.circle(family), language.invitations.toCircle),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        <p>\(answers)</p>
        \(standing)\(if: !used.isEmpty, Section("used", words.used, Entries(used).html).html)\
        \(if: mayChange, Section("change", standing == nil ? words.record : words.withdraw, change).html)\
        \(if: !before.isEmpty, Section("before", words.history, "<ul class=\"flow\">\(before, { "<li>\($0)</li>\n" })</ul>").html)
        """
    }

    private var change: HTML { standing == nil ? recording : withdrawal }

    private var recording: HTML {
        FamilyForm(
            action: .inability(family, of: person), token: token, form: form,
            content: """
                <p>\(words.recordText(name))</p>
                \(Field(
                    language, "reason", label: words.reasonLabel, hint: words.reasonHint, value: draft.reason,
                    error: draft.errors["reason"], kind: .paragraphs(rows: 4)))
                \(Field(
                    language, "until", label: words.untilLabel, hint: words.untilHint, value: draft.until,
                    error: draft.errors["until"], kind: .date))
                """,
            buttons: [Button(words.recordButton, .submit(), .quiet)]
        ).html
    }

    private var withdrawal: HTML {
        FamilyForm(
            action: .inabilityWithdrawal(family, of: person), page: .inability(family, of: person), token: token,
            form: form,
            content: """
                <p>\(words.withdrawText(name))</p>
                \(Field(
                    language, "withdrawal", label: words.reasonLabel, value: draft.withdrawal,
                    error: draft.errors["withdrawal"], kind: .paragraphs(rows: 3)))
                """,
            buttons: [Button(words.withdrawButton, .submit(), .quiet)]
        ).html
    }
}
