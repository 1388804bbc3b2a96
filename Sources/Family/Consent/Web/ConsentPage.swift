// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of a consent, gathered in one transaction.
struct ConsentContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let kept: KeptConsent
    /// Whether it may be put on paper: in a closed track not before somebody looked.
    let mayPrint: Bool

    /// The persons for whom the reader may take it back.
    func withdrawable(at now: Moment) -> [ID<Person>] {
        guard let own = reading.ownPerson else { return [] }
        return kept.consent.persons.sorted().filter { person in
            kept.outcome(for: person, at: now) == .agreed
                && kept.consent.mayWithdraw(own, for: person, kept.mustAgree[person])
        }
    }

    /// Whose answer a professional may write down, about whom.
    func notable(at now: Moment) -> [(about: ID<Person>, by: ID<Person>)] {
        kept.consent.persons.sorted().filter { person in
            reading.mayHandCard(to: person) && kept.consent.isOpen(for: person, at: now)
        }.flatMap { person in
            (kept.mustAgree[person]?.persons.sorted() ?? []).map { (about: person, by: $0) }
        }
    }

    /// Those about whom a professional may decide that help is given all the same.
    func exceptional(at now: Moment) -> [ID<Person>] {
        guard kept.consent.asked == .help else { return [] }
        return kept.consent.persons.sorted().filter { person in
            reading.mayHandCard(to: person) && kept.consent.isOpen(for: person, at: now)
        }
    }
}

/// What was typed on the page of a consent, and what is wrong with it.
struct ConsentDraft: Equatable {
    var noted = ""
    var answer = ""
    var how = ""
    var note = ""
    var person = ""
    var exception = ""
    var reason = ""
    var errors: [FieldError] = []

    init(_ errors: [FieldError] = []) { self.errors = errors }

    init(_ form: FormBody) {
        (noted, answer, how, note) = (form.text("noted"), form.text("answer"), form.text("how"), form.text("note"))
        (person, exception, reason) = (form.text("person"), form.text("exception"), form.text("reason"))
    }
}

/// One consent in plain words: with whom, what, what for, how long; one's own answer, and the way to stop.
struct ConsentPage: Equatable {
    let content: ConsentContent
    let now: Moment
    let draft: ConsentDraft
    let token: String
    let form: FormID
    let language: Language

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any ConsentWords { language.consent }
    private var kept: KeptConsent { content.kept }
    private var consent: Consent { content.kept.consent }
    private var names: ConsentNames {
        ConsentNames(circle: content.circle, reading: content.reading, language: language)
    }

    var html: HTML {
        let lead = words.asks(names.account(consent.by), on: language.dateInside(consent.made.day))
        return """
            \(PageHead(
                words.question(consent.asked, names.party(kept)), lead: lead,
                above: More(.consents(content.family), words.toTable),
                errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
            \(Facts(facts))
            \(if: !awaited.isEmpty, Section("answer", words.yourAnswer, "\(answer)\(narrower)").html)\
            \(if: isRefusedForChild, Notice(.about, words.court, words.courtText).html)\
            \(if: !withdrawable.isEmpty, Section("stop", words.stop, stop).html)\
            \(ConsentNoting(content: content, now: now, draft: draft, token: token, form: form, language: language).html)\
            \(if: !history.isEmpty, Section("history", words.history, "<ul class=\"flow\">\(history, { "<li>\($0)</li>\n" })</ul>").html)
            """
    }

    // MARK: What is asked

    private var facts: [Facts.Fact] {
        var facts = [
            Facts.Fact(words.with, names.party(kept)),
            Facts.Fact(consent.asked == .share ? words.what : words.help, names.what(kept)),
        ]
        if let letter = kept.letter { facts.append(Facts.Fact(words.purpose, letter.purpose)) }
        facts.append(Facts.Fact(words.until, names.until(consent.until)))
        return facts
            + covered.map { Facts.Fact(names.person($0), names.state(kept, for: $0, at: now)) }
    }

    /// Those the reader reads about; of others it is not told how it stands.
    private var covered: [ID<Person>] { consent.persons.sorted().filter { kept.mustAgree[$0] != nil } }

    private var isRefusedForChild: Bool {
        consent.asked == .help
            && covered.contains { person in
                guard case .refused(let by) = kept.outcome(for: person, at: now) else { return false }
                return !by.contains(person)
            }
    }

    // MARK: One's own answer

    private var awaited: [ID<Person>] { kept.awaited(of: content.reading.ownPerson, at: now) }

    /// Until when what others agreed before runs on for the reader, who decides now.
    private var runsOut: Day? { content.reading.ownPerson.flatMap { consent.runsOut(for: $0, at: now) } }

    /// About one person a tap; about several, each gets an answer of its own.
    private var answer: HTML {
        let isOne = awaited.count == 1
        return FamilyForm(
            action: .consentAnswer(content.family, consent.id), token: token, form: form,
            content: """
                \(runsOut.map { "<p>\(language.renewal.asksAnew(until: language.dateInside($0)))</p>" as HTML })
                \(if: !isOne, "\(awaited, question)")\
                \(if: isOne, "\(awaited, { "<p>\(words.answerAbout(names.person($0)))</p>\n" })")<p>\(words.mayStop)</p>
                """,
            buttons: isOne
                ? [
                    Button(words.yes, .submit(name: "all", value: "yes")),
                    Button(words.no, .submit(name: "all", value: "no"), .quiet),
                ] : [Button(words.send, .submit())]
        ).html
    }

    private var narrower: HTML {
        let isOffered = !kept.narrowable(by: content.reading, at: now).isEmpty
        return "\(if: isOffered, "<p>\(More(.narrowerConsent(content.family, consent.id), words.narrower))</p>")"
    }

    private func question(_ person: ID<Person>) -> HTML {
        let field = "person-\(person)"
        return Choices(
            language, field, legend: words.answerAbout(names.person(person)), error: draft.errors[field], .one,
            [Choices.Choice("yes", words.yes), Choices.Choice("no", words.no)]
        ).html
    }

    // MARK: Stopping

    private var withdrawable: [ID<Person>] { content.withdrawable(at: now) }

    private var stop: HTML {
        FamilyForm(
            action: .consentWithdrawal(content.family, consent.id), token: token, form: form,
            content: """
                <p>\(consent.membership == nil ? words.stopText : words.stopMember) \(words.staysThere)</p>
                \(if: withdrawable.count > 1, "\(persons)")\
                \(if: withdrawable.count == 1, "\(withdrawable, { "<input type=\"hidden\" name=\"persons\" value=\"\($0)\">" })")
                """,
            buttons: [Button(words.stopButton, .submit(), .acute)]
        ).html
    }

    private var persons: Choices {
        Choices(
            language, "persons", legend: words.stopForWhom, error: draft.errors["persons"], .several,
            withdrawable.map { Choices.Choice($0.text, names.person($0), isChosen: true) })
    }

    // MARK: How it went

    private var history: [String] {
        let said = consent.given.filter { kept.mustAgree[$0.about] != nil }.map { given in
            let line = words.said(
                names.person(given.by), given.answer, about: names.person(given.about), given.how)
            let noted = given.notedBy.map { words.noted(by: names.account($0)) }
            return [language.dateInside(given.at.day) + ":", line, noted].compactMap(\.self).joined(separator: " ")
        }
        let ended = covered.compactMap { person in
            consent.ended[person].map { at in
                let who = kept.endedBy[person].map(names.account)
                return language.dateInside(at.day) + ": " + words.ended(by: who, about: names.person(person))
            }
        }
        return said + ended
    }
}
