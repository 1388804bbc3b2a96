// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// An invitation to be sent, as it was typed.
struct InvitationDraft: Equatable {
    var kind = Membership.Kind.relative
    /// As what they are asked in; nil where it was not said.
    var role: Role?
    var name = ""
    var function = ""
    var organisation = ""
    var colleague = ""
    var persons: Set<ID<Person>> = []
    var share: Share?
    var until = ""
    var expectation = ""
    var notTheirTask = ""
    /// Identifiers of persons of the family and of accounts of members.
    var apart: Set<String> = []
    var reason = ""
    /// Who is asked to decide it, as a form names them.
    var second = ""
    var errors: [FieldError] = []
    var wasKept = false

    init(_ kind: Membership.Kind) { self.kind = kind }

    /// What is usual for a role, of those whom the reader may ask for.
    ///
    /// Never more than the reader sees themself.
    init(_ role: Role, _ reading: Reading, on today: Day, _ words: any RoleWords) {
        let preset = role.preset
        let persons = Set(reading.covered.keys.filter { reading.mayInvite(for: [$0], on: today) })
        let widest = persons.compactMap { reading.covered[$0]?.share }.max() ?? .contact
        self.role = role
        kind = preset.kind
        function = words.name(role).lowercased()
        share = min(preset.share, widest)
        self.persons = role.covers(of: persons, adults: reading.adults)
        until = preset.term.map { (today + $0).iso } ?? ""
        expectation = words.expectation(role)
        notTheirTask = words.notTheirTask(role)
    }

    init(_ form: FormBody) {
        kind = form.text("kind") == Membership.Kind.professional.rawValue ? .professional : .relative
        role = Role(rawValue: form.text("role"))
        name = form.text("name")
        function = form.text("function")
        organisation = form.text("organisation")
        colleague = form.text("colleague")
        persons = Set(form.ids("persons"))
        share = Int(form.text("share")).flatMap(Share.init)
        until = form.text("until")
        expectation = form.text("expectation")
        notTheirTask = form.text("notTheirTask")
        apart = Set(form.texts("apart"))
        reason = form.text("reason")
        second = form.text("second")
    }
}

/// What was typed well, as values; the rest is in the draft's errors.
struct InvitationTyped {
    let name: PlainText?
    let function: PlainText?
    let organisation: PlainText?
    let colleague: PlainText?
    let until: Day?
    let expectation: PlainText?
    let notTheirTask: PlainText?
    let notAsking: NotAsking?

    init(_ form: FormBody, _ draft: inout InvitationDraft, _ words: any InvitationWords) {
        var errors: [FieldError] = []
        let wrong = words.wrong
        switch draft.kind {
        case .relative:
            name = form.line("name", missing: words.nameMissing, wrong, &errors)
            function = form.line("function", missing: words.relationMissing, wrong, &errors)
            (organisation, colleague) = (nil, nil)
        case .professional:
            organisation = form.line("organisation", missing: words.organisationMissing, wrong, &errors)
            colleague = form.optional("colleague", limit: 120, wrong, &errors)
            function = form.line("function", missing: words.relationMissing, wrong, &errors)
            name = nil
        }
        if draft.persons.isEmpty { errors.append(FieldError("persons", words.nobodyChosen)) }
        if draft.share == nil { errors.append(FieldError("share", words.shareMissing)) }
        let day = draft.until.filter { !$0.isWhitespace }
        until = day.isEmpty ? nil : Day(day)
        if !day.isEmpty, until == nil { errors.append(FieldError("until", words.noDay)) }
        expectation = form.optional("expectation", wrong, &errors)
        if draft.expectation.allSatisfy(\.isWhitespace) {
            errors.append(FieldError("expectation", words.expectationMissing))
        }
        notTheirTask = form.optional("notTheirTask", wrong, &errors)
        let reason = form.optional("reason", wrong, &errors)
        let second = Promise.Owner(formValue: draft.second)
        notAsking = reason.flatMap { reason in second.map { NotAsking(reason: reason, asking: $0) } }
        draft.errors = errors
    }
}
