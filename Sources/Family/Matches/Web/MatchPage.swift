// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

extension Link {
    /// The matches of a regional index that somebody of the circle received.
    package static func matches(_ family: ID<Family>) -> Link { "/families/\(family)/matches" }
    static func match(_ family: ID<Family>, _ id: ID<IndexMatch>) -> Link { "/families/\(family)/matches/\(id)" }
    static func matchTold(_ family: ID<Family>, _ id: ID<IndexMatch>) -> Link {
        "/families/\(family)/matches/\(id)/told"
    }
    static func matchTalk(_ family: ID<Family>, _ id: ID<IndexMatch>) -> Link {
        "/families/\(family)/matches/\(id)/talk"
    }
}

/// What one reader sees of matches, gathered in one transaction.
struct MatchContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let matches: [MatchSight]
    let isAuthorised: Bool
}

/// A match as it was typed.
struct MatchDraft: Equatable {
    var person: ID<Person>?
    var day: String
    var parties = ""
    var outcome = ""
    var text = ""
    var isTold = false
    var errors: [FieldError] = []

    init(on today: Day) { day = today.iso }

    init(_ form: FormBody) {
        (person, day, parties) = (form.id("person"), form.text("day"), form.text("parties"))
        (outcome, text, isTold) = (form.text("outcome"), form.text("agreed"), form.text("told") == "yes")
    }
}

/// The matches of a family, and where one is written down.
struct MatchListPage: Equatable {
    let language: Language
    let family: ID<Family>
    let entries: [Entry]
    let persons: [Choices.Choice]
    let draft: MatchDraft
    let token: String
    let form: FormID

    init(_ content: MatchContent, _ draft: MatchDraft, today: Day, token: String, form: FormID, language: Language) {
        (self.language, self.draft, self.token, self.form) = (language, draft, token, form)
        family = content.family
        let words = language.matches
        entries = content.matches.map { sight in
            let face = MatchFace(sight, content, language)
            return Entry(.match(content.family, sight.match.id), .about, face.title, face.state)
        }
        let matched = content.isAuthorised ? content.reading.matched(on: today) : []
        persons = content.circle.persons.filter { matched.contains($0.person.id) }.map { sight in
            Choices.Choice(
                sight.person.id.text, sight.name ?? words.erased,
                isChosen: draft.person == sight.person.id || matched.count == 1)
        }
    }

    private var words: any MatchWords { language.matches }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.circle(family), language.circle.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: entries.isEmpty, Empty(words.none, words.noneText).html, else: Entries(entries).html)
        \(if: !persons.isEmpty, Section("fresh", words.fresh, writing).html)
        """
    }

    private var writing: HTML {
        FamilyForm(
            action: .matches(family), page: .matches(family), token: token, form: form,
            content: """
                <p>\(words.freshText)</p>
                \(Choices(language, "person", legend: words.person, error: draft.errors["person"], .one, persons))
                \(Field(
                    language, "parties", label: words.parties, hint: words.partiesHint, value: draft.parties,
                    error: draft.errors["parties"], kind: .paragraphs(rows: 3)))
                \(Field(
                    language, "day", label: words.received, value: draft.day, error: draft.errors["day"], kind: .date))
                """,
            buttons: [Button(words.save, .submit(), .quiet)]
        ).html
    }
}

/// How a match is called, and how it stands.
struct MatchFace: Equatable {
    let title: String
    let state: String
    let by: String

    init(_ sight: MatchSight, _ content: MatchContent, _ language: Language) {
        let words = language.matches
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        let name = content.circle.name(of: sight.match.person).map(CircleNames.firstName) ?? language.circle.erased
        title = words.of(name, language.dateInside(sight.match.received))
        let outcome = sight.outcome.map(words.outcome)
        state =
            sight.match.talked.map { day in
                [words.talkedOn(language.dateInside(day)), outcome].compactMap(\.self).joined(separator: ". ") + "."
            } ?? words.waits + "."
        by = words.by(names.name(sight.match.reporter))
    }
}

/// One match, and where what came of the talk is written down.
struct MatchPage: Equatable {
    let language: Language
    let family: ID<Family>
    let id: ID<IndexMatch>
    let face: MatchFace
    let facts: [Facts.Fact]
    let mayTalk: Bool
    let mayTell: Bool
    let hold: Link?
    let draft: MatchDraft
    let token: String
    let form: FormID

    init(
        _ content: MatchContent, _ sight: MatchSight, _ draft: MatchDraft, token: String, form: FormID,
        language: Language
    ) {
        (self.language, self.draft, self.token, self.form) = (language, draft, token, form)
        (family, id) = (content.family, sight.match.id)
        let words = language.matches
        face = MatchFace(sight, content, language)
        let isOver = sight.match.talked != nil
        facts = [
            content.reading.mayReadParties(of: sight.match)
                ? Facts.Fact(words.parties, sight.parties ?? words.erased) : nil,
            isOver ? Facts.Fact(words.agreed, sight.talk ?? words.erased) : nil,
            isOver ? Facts.Fact(words.told, sight.match.isTold ? words.isTold : words.notTold) : nil,
        ].compactMap(\.self)
        let mayWork = content.isAuthorised && content.reading.mayWorkWithMatches(of: sight.match.person)
        (mayTalk, mayTell) = (mayWork && !isOver, mayWork && isOver && !sight.match.isTold)
        hold =
            content.reading.decidesWithSecond
            ? .newHold(content.family, of: ItemName(.match, sight.match.id)) : nil
    }

    private var words: any MatchWords { language.matches }

    var html: HTML {
        """
        \(PageHead(
            face.title, lead: face.state, above: More(.matches(family), words.all),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(Facts(facts))
        <p class="soft">\(face.by)</p>
        \(if: mayTalk, Section("talk", words.talk, talking).html)\
        \(if: mayTell, Section("told", words.told, telling).html)\
        \(hold.map { "<p>\(More($0, language.holds.hold))</p>" as HTML })
        """
    }

    private var telling: HTML {
        """
        <p>\(words.toldHint)</p>
        \(ActForm(
            .matchTold(family, id), token: token, title: words.toldButton, about: face.title, .quiet, form: form))
        """
    }

    private var talking: HTML {
        FamilyForm(
            action: .matchTalk(family, id), page: .match(family, id), token: token, form: form,
            content: """
                \(Choices(
                    language, "outcome", legend: words.outcomeLegend, error: draft.errors["outcome"], .one,
                    IndexMatch.Outcome.allCases.map {
                        Choices.Choice($0.rawValue, words.outcome($0), isChosen: draft.outcome == $0.rawValue)
                    }))
                \(Field(
                    language, "agreed", label: words.agreed, value: draft.text, error: draft.errors["agreed"],
                    kind: .paragraphs(rows: 4)))
                \(Field(
                    language, "day", label: words.talked, value: draft.day, error: draft.errors["day"], kind: .date))
                \(Choices(
                    language, "told", legend: words.told, hint: words.toldHint, .several,
                    [Choices.Choice("yes", words.isTold, isChosen: draft.isTold)]))
                """,
            buttons: [Button(words.talkButton, .submit())]
        ).html
    }
}
