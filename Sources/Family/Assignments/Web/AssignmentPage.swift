// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import Site

/// One assignment as one worker sees it.
struct AssignmentContent: Sendable {
    let sight: AssignmentSight
    let entries: [AssignmentEntry]
    /// Who has it in hand.
    let holder: String?
    let names: [ID<Account>: String]
    /// Those at the worker's organisation to whom it can be passed on.
    let colleagues: [Account]

    init?(_ key: borrowing DeskKey<Assignment>, on today: Day, _ connection: Connection, _ vault: Vault) throws {
        guard let sight = try connection.sight(key) else { return nil }
        self.sight = sight
        entries = try connection.entries(key)
        let work = Set(try connection.professionals(in: key.worker.organisation, on: today).map(\.account))
        let people = try connection.accounts(work.sorted(), vault).filter { $0.kind == .professional }
        holder = people.first { $0.id == key.item.holder }?.profile.name
        let named = try connection.accounts(Set(entries.compactMap(\.to)).sorted(), vault)
        names = Dictionary(uniqueKeysWithValues: named.map { ($0.id, $0.profile.name) })
        let held = key.item.holder
        colleagues = people.filter { $0.id != held }.sorted { $0.profile.name < $1.profile.name }
    }
}

/// One assignment: how it stands, what was told about it, and to whom it can be handed.
struct AssignmentPage {
    let language: Language
    let content: AssignmentContent
    let errors: [FieldError]
    let today: Day
    let token: String
    let form: FormID

    private var words: any AssignmentWords { language.assignments }
    private var assignment: Assignment { content.sight.assignment }

    var html: HTML {
        """
        \(PageHead(
            content.sight.name ?? words.erased, lead: words.stands(assignment), above: More(.assignments, words.title),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(Facts(facts))
        \(Section("told", words.told, Facts(content.entries.map(entry)).html))
        \(passing)
        """
    }

    private var facts: [Facts.Fact] {
        let terms = assignment.terms
        return [
            content.sight.birth.map { Facts.Fact(words.birth, language.birthDay($0)) },
            Facts.Fact(words.help, words.category(assignment.category)),
            Facts.Fact(words.from, words.municipality(assignment.municipality)),
            content.sight.number.map { Facts.Fact(words.number, $0) },
            terms.map { Facts.Fact(words.assigned, language.dateInside($0.assigned)) },
            terms.map {
                let until = $0.until.map { language.dateInside($0) }
                return Facts.Fact(words.period, words.period(language.dateInside($0.from), until: until))
            },
            assignment.daysWaited(until: today).map {
                Facts.Fact(words.waited, language.referrals.span(days: $0))
            },
            Facts.Fact(words.holder, content.holder ?? words.noHolder),
        ].compactMap(\.self)
    }

    private func entry(_ entry: AssignmentEntry) -> Facts.Fact {
        Facts.Fact(
            language.dayAndClock(entry.at, today: today),
            words.told(
                entry.kind, about: entry.about.map { language.dateInside($0) },
                to: entry.to.flatMap { content.names[$0] }))
    }

    private var passing: HTML {
        let back = assignment.holder == nil ? [] : [Choices.Choice("", words.passLeads)]
        return Section(
            "pass", words.passTitle,
            FamilyForm(
                action: .assignmentPassing(assignment.id), page: .assignment(assignment.id), token: token, form: form,
                content: Picker(
                    language: language, name: "colleague", label: words.passLabel, chosen: nil,
                    error: errors["colleague"],
                    choices: back + content.colleagues.map { Choices.Choice($0.id.text, $0.profile.name) }
                ).html,
                buttons: [Button(words.pass, .submit(), .soft)]
            ).html
        ).html
    }
}
