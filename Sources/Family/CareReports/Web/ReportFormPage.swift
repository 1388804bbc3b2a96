// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// A report as it is typed, with what is to be mended.
struct ReportDraft: Equatable {
    static let longest = 5_000

    var form = FormBody(fields: [:])
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) { self.form = form }

    func text(_ field: String) -> String { form.text(field) }

    var urgency: CareReport.Urgency? { CareReport.Urgency(rawValue: text("urgency")) }
    var reporter: ReportOrigin.Kind? { ReportOrigin.Kind(rawValue: text("reporter")) }

    /// What was reported, or nil with the errors that say what to mend.
    mutating func worry(_ language: Language) -> ReportedWorry? {
        let words = language.careReports
        let persons = (1...ReportedWorry.mostPersons).compactMap { person($0, language) }
        let place = line("place", 200, language)
        if persons.isEmpty, place.isEmpty { errors.append(FieldError("name-1", words.personMissing)) }
        let facts = paragraphs("facts", language)
        if facts.isEmpty, errors["facts"] == nil { errors.append(FieldError("facts", words.factsMissing)) }
        let worry = ReportedWorry(
            persons: persons, place: place, facts: facts, interpretation: paragraphs("interpretation", language),
            incident: paragraphs("incident", language), told: paragraphs("told", language),
            onlyReporter: paragraphs("only", language))
        return errors.isEmpty ? worry : nil
    }

    /// Who reported, or nil with the errors that say what to mend; signed in, it is who signed in.
    mutating func origin(signedIn: (name: String, organisation: String)?, _ language: Language) -> ReportOrigin? {
        if let signedIn {
            return ReportOrigin(
                kind: .professional, name: "\(signedIn.name), \(signedIn.organisation)",
                reach: line("reach", 200, language), mayBeNamed: true)
        }
        let name = line("reporter-name", 120, language)
        let reach = line("reach", 200, language)
        guard let reporter else {
            errors.append(FieldError("reporter", language.careReports.reporterMissing))
            return nil
        }
        return ReportOrigin(kind: reporter, name: name, reach: reach, mayBeNamed: text("named") == "yes")
    }

    private mutating func person(_ number: Int, _ language: Language) -> ReportedPerson? {
        let name = line("name-\(number)", 120, language)
        let kind = ReportedPerson.Kind(rawValue: text("kind-\(number)")) ?? .unknown
        let typed = text("birth-\(number)")
        let birth = Day(typed)
        if !typed.isEmpty, birth == nil {
            errors.append(FieldError("birth-\(number)", language.careReports.birthWrong))
        }
        return name.isEmpty && birth == nil && kind != .unborn
            ? nil : ReportedPerson(kind: kind, name: name, birth: kind == .unborn ? nil : birth)
    }

    private mutating func line(_ field: String, _ limit: Int, _ language: Language) -> String {
        read(field, language) { text throws(PlainText.Refusal) in try PlainText.line(text, limit: limit) }
    }

    private mutating func paragraphs(_ field: String, _ language: Language) -> String {
        read(field, language) { text throws(PlainText.Refusal) in
            try PlainText.paragraphs(text, limit: Self.longest)
        }
    }

    private mutating func read(
        _ field: String, _ language: Language, _ read: (String) throws(PlainText.Refusal) -> PlainText
    ) -> String {
        do { return try read(text(field)).text } catch {
            if error != .empty { errors.append(FieldError(field, language.notes.wrong(error))) }
            return ""
        }
    }
}

/// Where a worry is reported.
struct ReportFormPage {
    let language: Language
    let desks: [Organisation]
    /// Whether somebody is on duty at one of them.
    let isStaffed: Bool
    /// Who reports, where they are signed in at their work.
    let signedIn: (name: String, organisation: String)?
    let draft: ReportDraft
    let token: String?
    let form: FormID
    /// When the form was given out, with the proof of it.
    let made: String

    private var words: any CareReportWords { language.careReports }

    var html: HTML {
        """
        \(PageHead(
            words.newTitle, lead: words.newLead,
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(Notice(.acute, words.dangerTitle, isStaffed ? words.dangerText : words.dangerNobody))
        \(if: desks.isEmpty, Notice(.near, words.noDesk).html, else: filled)
        """
    }

    private var filled: HTML {
        """
        <form class="form section--tight" action="\(Link.reports)" method="post">
        \(token.map(CSRF.field))\(form.field)<input type="hidden" name="made" value="\(made)">
        <input type="hidden" name="page" value="\(Link.newReport)">
        <p class="hidden-visually" aria-hidden="true"><input type="text" name="website" value="" tabindex="-1" \
        autocomplete="off" aria-label="\(words.leaveEmpty)"></p>
        \(about)\(what)\(reporting)
        \(Actions([Button(words.send, .submit())]))
        </form>
        """
    }

    private var about: HTML {
        """
        \(Section("about", words.aboutTitle, isTight: true, persons))
        \(field("place", words.place, words.placeHint, .line))
        """
    }

    private var persons: HTML {
        let more: HTML = "\(person(2))\(person(3))"
        return "\(person(1))\(Details(words.more, more))"
    }

    private func person(_ number: Int) -> HTML {
        """
        \(field("name-\(number)", words.personName, words.personNameHint, .line))
        \(Picker(
            language: language, name: "kind-\(number)", label: words.personKind, chosen: draft.text("kind-\(number)"),
            error: nil, choices: ReportedPerson.Kind.allCases.map { Choices.Choice($0.rawValue, words.kind($0)) }).html)
        \(field("birth-\(number)", words.birth, nil, .date))
        """
    }

    private var what: HTML {
        """
        \(field("facts", words.facts, words.factsHint, .paragraphs(rows: 6)))
        \(field("interpretation", words.interpretation, words.interpretationHint, .paragraphs(rows: 3)))
        \(field("incident", words.incident, words.incidentHint, .paragraphs(rows: 3)))
        \(field("told", words.told, words.toldHint, .paragraphs(rows: 2)))
        \(field("only", words.only, words.onlyHint, .paragraphs(rows: 2)))
        \(Choices(
            language, "urgency", legend: words.urgencyLegend, error: draft.errors["urgency"], .one,
            [CareReport.Urgency.acute, .day, .regular].filter { isStaffed || $0 != .acute }.map {
                Choices.Choice($0.rawValue, words.howSoon($0), isChosen: draft.urgency == $0)
            }))
        \(Choices(
            language, "colleague", legend: words.colleagueLegend, error: draft.errors["colleague"], .several,
            [Choices.Choice("yes", words.colleague, isChosen: draft.text("colleague") == "yes")]))
        \(if: desks.count > 1, Picker(
            language: language, name: "desk", label: words.desk, chosen: draft.text("desk"),
            error: draft.errors["desk"], choices: desks.map { Choices.Choice($0.id.text, $0.name) }).html)
        """
    }

    private var reporting: HTML {
        guard signedIn == nil else {
            return """
                \(Notice(.about, words.reportingAs(signedIn?.name ?? "", signedIn?.organisation ?? "")))
                \(field("reach", words.reach, words.reachHint, .line))
                """
        }
        return """
            \(Picker(
                language: language, name: "reporter", label: words.reporter, chosen: draft.text("reporter"),
                error: draft.errors["reporter"],
                choices: [Choices.Choice("", words.choose)]
                    + ReportOrigin.Kind.allCases.map { Choices.Choice($0.rawValue, words.reporter($0)) }).html)
            \(field("reporter-name", words.reporterName, words.reporterNameHint, .line))
            \(field("reach", words.reach, words.reachHint, .line))
            \(Choices(
                language, "named", legend: words.namedLegend, hint: words.namedHint, .several,
                [Choices.Choice("yes", words.named, isChosen: draft.text("named") == "yes")]))
            """
    }

    private func field(_ name: String, _ label: String, _ hint: String?, _ kind: Field.Kind) -> HTML {
        Field(
            language, name, label: label, hint: hint, value: draft.text(name), error: draft.errors[name], kind: kind
        ).html
    }
}
