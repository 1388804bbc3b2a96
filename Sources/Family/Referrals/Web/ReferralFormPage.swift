// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import NetworkRules
import PeopleRules
import PeopleStore
import Site

/// An organisation that can be asked, with what is known of the wait there; nil of few.
struct Referrable: Sendable {
    let organisation: Organisation
    let wait: WaitThere

    init(_ organisation: Organisation, on today: Day, _ connection: Connection) throws {
        self.organisation = organisation
        wait = try WaitThere(at: organisation.id, on: today, connection)
    }
}

extension Language {
    /// What is known of the wait there, or plainly that it is not known.
    func expectedWait(_ found: Referrable) -> String { expectedWait(found.wait) ?? referrals.notKnown }
}

/// What there is to know before one refers a young person, gathered in one transaction.
struct ReferralFormContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let person: ID<Person>
    let name: String?
    let organisations: [Referrable]
    let shareables: [Shareable]
    let bases: [BasisSight]
    /// How many professionals helped so far, and how many handovers there were.
    let helpers: Int
    let handovers: Int
    /// The names of whose stories there are.
    let authors: [ID<Person>: String]
    /// Within how many working days it is answered.
    let answerNorm: Int

    /// nil for who may not refer them.
    ///
    /// - Parameter origin: the referral that pointed to another door: that one alone is offered then.
    init?(
        of person: ID<Person>, from origin: ID<Referral>?, at now: Moment, _ key: borrowing DossierKey,
        _ connection: Connection
    ) throws {
        guard key.reading.mayRefer(person) else { return nil }
        (family, reading, self.person) = (key.family, key.reading, person)
        name = try key.name(of: person)
        let own = key.reading.onBehalfOf
        let door = try origin.flatMap { try connection.door(of: $0, about: person, key) }
        organisations = try connection.organisationsToRefer(on: now.day)
            .filter { $0.id != own && (door == nil || $0.id == door) }
            .map { try Referrable($0, on: now.day, connection) }
        shareables = try connection.shareables(about: person, key)
        bases = try connection.standingBases(at: now, key).filter { $0.standing.persons.contains(person) }
        helpers = try connection.helperCount(of: person, key)
        handovers = try connection.handovers(key).count { $0.handover.state == .completed }
        var authors: [ID<Person>: String] = [:]
        for author in Set(shareables.flatMap(\.about)) { authors[author] = try key.name(of: author) }
        self.authors = authors
        answerNorm = try connection.norms().workingDays(for: .answerReferral, usual: Referral.answerNorm)
    }
}

/// Where a young person is referred: five steps on one page.
struct ReferralFormPage {
    let language: Language
    let content: ReferralFormContent
    let draft: ReferralDraft
    let token: String
    let form: FormID

    private var words: any ReferralWords { language.referrals }
    private var name: String { content.name ?? language.circle.erased }

    var html: HTML {
        """
        \(PageHead(
            words.refer(name), lead: words.referLead(within: content.answerNorm), above: More(.referrals(content.family), words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(Section("so-far", words.soFar, Facts([
            Facts.Fact(words.helpers, language.number(content.helpers)),
            Facts.Fact(words.handovers, language.number(content.handovers)),
        ]).html))
        \(Details(words.alternatives, alternatives))
        \(if: content.bases.isEmpty, Notice(.near, words.noBasis, words.noBasisText).html)
        \(if: content.bases.isEmpty, asking)
        \(if: !content.bases.isEmpty, FamilyForm(
            action: .referrals(content.family),
            page: .newReferral(content.family, of: content.person, from: draft.origin), token: token, form: form,
            content: fields, buttons: [Button(words.send, .submit())]).html)
        """
    }

    private var alternatives: HTML {
        Entries([
            Entry(.consults, .talk, language.consults.title, words.askFirst),
            Entry(.newInvitation(content.family), .people, words.addSomebody, words.addSomebodyText),
        ]).html
    }

    private var asking: HTML {
        Entries([
            Entry(.newConsent(content.family, .share), .done, words.askConsent, words.askConsentText),
            Entry(.newGround(content.family), .key, words.noteGround, words.noteGroundText),
        ]).html
    }

    private var fields: HTML {
        """
        <input type="hidden" name="person" value="\(content.person)">
        \(draft.origin.map { "<input type=\"hidden\" name=\"from\" value=\"\($0)\">\n" as HTML })\
        \(Field(
            language, "question", label: words.question, hint: words.questionHint, value: draft.question,
            error: draft.errors["question"], kind: .paragraphs(rows: 4)))
        <p class="legend" id="to">\(words.whom(name))</p>
        <p>\(words.whomHint)</p>
        \(draft.errors["to"].map { FieldError("to", $0).line(language) })\
        \(content.organisations, organisation)
        \(if: !content.shareables.isEmpty, "<p class=\"legend\" id=\"parts\">\(words.share)</p>\n<p>\(words.shareHint)</p>")
        \(draft.errors["parts"].map { FieldError("parts", $0).line(language) })\
        \(content.shareables, shareable)
        \(Notice(.near, words.seenBy(name), words.seenByText))
        """
    }

    private func organisation(_ found: Referrable) -> HTML {
        let name = ReferralDraft.field(found.organisation.id)
        return """
            <input type="hidden" name="asked" value="\(found.organisation.id)">
            \(Picker(
                language: language, name: name, label: found.organisation.name,
                chosen: draft.receivers[found.organisation.id] ?? "", error: draft.errors[name],
                choices: [Choices.Choice("", words.askNot)] + bases(for: [content.person])).html)
            <p class="soft small">\(language.expectedWait(found))</p>
            """
    }

    private func shareable(_ found: Shareable) -> HTML {
        let name = found.source.name
        let choices = bases(for: found.about)
        return """
            <input type="hidden" name="offered" value="\(name) \(found.digest)">
            \(Picker(
                language: language, name: name, label: title(found), chosen: draft.parts[name] ?? "",
                error: draft.errors[name],
                choices: [Choices.Choice("", choices.isEmpty ? words.mayNot : words.notShared)] + choices).html)
            \(Details(words.look, Paragraphs(found.body).html))
            """
    }

    private func title(_ found: Shareable) -> String {
        switch found.source {
        case .story: words.story(of: language.list(found.about.sorted().compactMap { content.authors[$0] }))
        case .goal: words.goal(found.title)
        case .helpSoFar: words.helpSoFar
        }
    }

    private func bases(for persons: Set<ID<Person>>) -> [Choices.Choice] {
        content.bases.filter { $0.standing.covers(persons) }.map { basis in
            let party = basis.letter.map { "\($0.party): \($0.what)" } ?? language.circle.erased
            let day = language.dateInside(basis.since.day)
            let label =
                basis.ground.map { words.ground(language.grounds.ground($0).label, party, day) }
                ?? words.agreed(party, day)
            return Choices.Choice(basis.standing.basis.formValue, label)
        }
    }
}

extension Connection {
    /// Where a referral of the young person was pointed to; nil once that was asked, and for any other.
    fileprivate func door(
        of origin: ID<Referral>, about person: ID<Person>, _ key: borrowing DossierKey
    ) throws -> ID<Organisation>? {
        try referrals(key).map(\.referral).first { $0.id == origin && $0.person == person }?.door
    }
}
