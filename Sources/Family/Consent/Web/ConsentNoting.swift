// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What a professional can do on the page of a consent: write down an answer, ask on paper, decide on help all the same.
struct ConsentNoting {
    let content: ConsentContent
    let now: Moment
    let draft: ConsentDraft
    let token: String
    let form: FormID
    let language: Language

    private var words: any ConsentWords { language.consent }
    private var consent: Consent { content.kept.consent }
    private var names: ConsentNames {
        ConsentNames(circle: content.circle, reading: content.reading, language: language)
    }

    var html: HTML {
        let notable = content.notable(at: now)
        let exceptional = content.exceptional(at: now)
        return """
            \(if: isWithUnasked, Section("unasked", language.notAsked.title, unasked).html)\
            \(if: !notable.isEmpty, Section("note", words.note, noting(notable)).html)\
            \(if: !exceptional.isEmpty, Section("exception", words.exception, deciding(exceptional)).html)
            """
    }

    private var mayLeaveOut: Bool { content.kept.mayLeaveOut(content.reading, at: now) }

    private var isWithUnasked: Bool {
        mayLeaveOut || !content.kept.notAsked.isEmpty && consent.persons.allSatisfy(content.reading.mayHandCard(to:))
    }

    private var unasked: HTML {
        """
        \(content.kept.notAsked, leftOut)\
        \(if: mayLeaveOut, "<p>\(More(.notAsked(content.family, consent.id), language.notAsked.title))</p>")
        """
    }

    private func leftOut(_ notAsked: NotAsked) -> HTML {
        let said = language.notAsked.state(names.person(notAsked.who), notAsked.answer)
        guard notAsked.answer == nil else { return "<p>\(said)</p>\n" }
        return "<p>\(said) \(More(.decision(content.family, notAsked.id), language.decisions.title))</p>\n"
    }

    private func noting(_ notable: [(about: ID<Person>, by: ID<Person>)]) -> HTML {
        """
        <p>\(More(.consentPaper(content.family, consent.id), words.paper))</p>
        \(FamilyForm(
            action: .consentNote(content.family, consent.id), token: token, form: form,
            content: """
                \(Choices(language, "noted", legend: words.noteWhose, error: draft.errors["noted"], .one, notable.map {
                    let value = $0.by.text + "." + $0.about.text
                    return Choices.Choice(
                        value, words.noteChoice(names.person($0.by), about: names.person($0.about)),
                        isChosen: draft.noted == value || notable.count == 1)
                }))
                \(Choices(language, "answer", legend: words.noteAnswer, error: draft.errors["answer"], .one,
                    [Consent.Answer.yes, .no, .notReached].map {
                        Choices.Choice($0.rawValue, words.say($0), isChosen: draft.answer == $0.rawValue)
                    }))
                \(Choices(language, "how", legend: words.noteHow, error: draft.errors["how"], .one,
                    [Consent.How.spoken, .onPaper].map {
                        Choices.Choice($0.rawValue, words.how($0), isChosen: (draft.how.isEmpty ? "spoken" : draft.how) == $0.rawValue)
                    }))
                \(Field(
                    language, "note", label: words.noteText, hint: words.noteTextHint, value: draft.note,
                    error: draft.errors["note"], kind: .paragraphs(rows: 2)))
                """,
            buttons: [Button(words.noteButton, .submit(), .quiet)]).html)
        """
    }

    private func deciding(_ persons: [ID<Person>]) -> HTML {
        FamilyForm(
            action: .consentException(content.family, consent.id), token: token, form: form,
            content: """
                <p>\(words.exceptionText)</p>
                \(Choices(language, "person", legend: words.about, error: draft.errors["person"], .one, persons.map {
                    Choices.Choice($0.text, names.person($0), isChosen: draft.person == $0.text || persons.count == 1)
                }))
                \(Choices(language, "exception", legend: words.exception, error: draft.errors["exception"], .one,
                    HelpException.allCases.map {
                        let said = words.exception($0)
                        return Choices.Choice(
                            $0.rawValue, said.label, text: said.text, isChosen: draft.exception == $0.rawValue)
                    }))
                \(Field(
                    language, "reason", label: words.exceptionReason, value: draft.reason,
                    error: draft.errors["reason"], kind: .paragraphs(rows: 3)))
                """,
            buttons: [Button(words.exceptionButton, .submit(), .quiet)]
        ).html
    }
}

/// The question on paper, to be signed.
struct ConsentPaper: Equatable {
    let content: ConsentContent
    let language: Language

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any ConsentWords { language.consent }

    var html: HTML {
        let (kept, consent) = (content.kept, content.kept.consent)
        let names = ConsentNames(circle: content.circle, reading: content.reading, language: language)
        let lead = words.asks(names.account(consent.by), on: language.dateInside(consent.made.day))
        var facts = [
            Facts.Fact(words.with, names.party(kept)),
            Facts.Fact(consent.asked == .share ? words.what : words.help, names.what(kept)),
        ]
        if let letter = kept.letter { facts.append(Facts.Fact(words.purpose, letter.purpose)) }
        facts.append(Facts.Fact(words.about, names.persons(consent.persons.sorted())))
        facts.append(Facts.Fact(words.until, names.until(consent.until)))
        return """
            \(PageHead(
                words.question(consent.asked, names.party(kept)), lead: lead,
                above: More(.consent(content.family, consent.id), words.question(consent.asked, names.party(kept)))))
            \(Facts(facts))
            <p>\(words.paperText) \(words.staysThere)</p>
            <dl class="facts">\([words.paperName, words.paperDate, words.paperSign], { "<dt>\($0)</dt><dd>______________________________</dd>" })</dl>
            \(Actions([Button(words.print, .print, .quiet, icon: .print)]))
            """
    }
}
