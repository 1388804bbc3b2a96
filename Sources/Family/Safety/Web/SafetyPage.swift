// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of a safety card, gathered in one transaction.
struct SafetyContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let card: SafetyCard?
    let isClosed: Bool
    let checks: [SafetyCheckSight]

    init(_ key: borrowing DossierKey, _ connection: Connection) throws {
        (family, reading) = (key.family, key.reading)
        circle = try connection.circle(key, withEnded: true)
        card = try connection.safetyCard(key)
        isClosed = try connection.isClosedTrack(key)
        checks = try connection.safetyChecks(key)
    }
}

/// The safety card as it is read: what is asked, with what was written.
struct SafetyFacts {
    let card: SafetyCard
    let language: Language

    var html: HTML {
        let facts = SafetyCard.Line.allCases.compactMap { line in
            card.lines[line].map { Facts.Fact(language.safety.label(line), $0) }
        }
        return Facts(facts).html
    }
}

/// The safety card, the form to write it anew, and the checks of a closed track.
struct SafetyPage: Equatable {
    let language: Language
    let content: SafetyContent
    let draft: SafetyDraft?
    let today: Day
    let token: String
    let forms: (card: FormID, check: FormID)

    init(
        _ content: SafetyContent, _ draft: SafetyDraft?, today: Day, token: String,
        forms: (card: FormID, check: FormID), language: Language
    ) {
        (self.content, self.draft, self.today) = (content, draft, today)
        (self.token, self.forms, self.language) = (token, forms, language)
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any SafetyWords { language.safety }
    private var names: CircleNames {
        CircleNames(circle: content.circle, reading: content.reading, language: language)
    }
    private var errors: [FieldError] { draft?.errors ?? [] }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.circle(content.family), language.invitations.toCircle),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(if: content.isClosed, Notice(.acute, words.closed, words.closedText).html)
        \(card)
        \(if: content.isClosed && content.reading.writesSafetyCard, Section("checks", words.checks, checks).html)\
        \(if: content.reading.writesSafetyCard, Section("write", words.write, form).html)
        """
    }

    private var card: HTML {
        guard let card = content.card, !card.isEmpty else { return Empty(words.none, words.noneText).html }
        let written = words.written(names.name(card.by), language.dayInside(card.at.day, today: today))
        return "\(SafetyFacts(card: card, language: language).html)\n<p class=\"soft\">\(written)</p>"
    }

    private var form: HTML {
        let lines = draft.flatMap { $0.isCheck ? nil : $0.lines } ?? content.card?.lines ?? [:]
        return FamilyForm(
            action: .safetyCard(content.family), page: .safetyCard(content.family), token: token, form: forms.card,
            content: fields(lines),
            buttons: [Button(words.save, .submit(), .quiet)]
        ).html
    }

    private func fields(_ lines: [SafetyCard.Line: String]) -> HTML {
        "\(SafetyCard.Line.allCases.map { ($0, lines[$0] ?? "") }, field)"
    }

    private func field(_ line: SafetyCard.Line, _ value: String) -> HTML {
        Field(
            language, line.rawValue, label: words.label(line), hint: words.hint(line), value: value,
            error: errors[line.rawValue], kind: .paragraphs(rows: 2)
        ).html
    }

    private var checks: HTML {
        """
        <p>\(words.checksText)</p>
        \(if: !content.checks.isEmpty, "<ul class=\"promises\">\(content.checks, row)</ul>")
        \(FamilyForm(
            action: .safetyChecks(content.family), page: .safetyCard(content.family), token: token,
            form: forms.check, content: checkFields, buttons: [Button(words.recordCheck, .submit(), .quiet)]).html)
        """
    }

    private var checkFields: HTML {
        """
        \(Choices(
            language, "contact", legend: words.contactLegend, error: errors["contact"], .one,
            ClosedTrack.Contact.allCases.map {
                Choices.Choice($0.rawValue, words.contact($0), isChosen: draft?.contact == $0.rawValue)
            }))
        \(Choices(
            language, "outcome", legend: words.outcome, error: errors["outcome"], .one,
            [true, false].map {
                let value = $0 ? "safe" : "unsafe"
                return Choices.Choice(value, words.isSafe($0), isChosen: draft?.outcome == value)
            }))
        \(Field(
            language, "checked", label: words.checked, hint: words.checkedHint, value: draft?.checked ?? "",
            error: errors["checked"], kind: .paragraphs(rows: 3)))
        """
    }

    private func row(_ sight: SafetyCheckSight) -> HTML {
        let check = sight.check
        let said = words.checkLine(check.contact, isSafe: check.isSafe, isUsed: check.used != nil)
        return LookedRow(
            names.disc(check.by), names.name(check.by), "\(said) \(sight.text ?? language.circle.erased)",
            at: language.dayInside(check.at.day, today: today)
        ).html
    }
}
