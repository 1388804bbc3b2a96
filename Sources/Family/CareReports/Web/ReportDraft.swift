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
    /// Whether files came along, which are gone once something must be mended.
    var hasFiles = false

    init() {}

    init(_ form: FormBody) { self.form = form }

    func text(_ field: String) -> String { form.text(field) }

    var urgency: CareReport.Urgency? { CareReport.Urgency(rawValue: text("urgency")) }
    var reporter: ReportOrigin.Kind? { ReportOrigin.Kind(rawValue: text("reporter")) }

    /// What was reported, or nil with the errors that say what to mend.
    ///
    /// - Parameter isHandedOver: whether who reports can hand over what holds for safety, at their work.
    mutating func worry(isHandedOver: Bool, _ language: Language) -> ReportedWorry? {
        let words = language.careReports
        let persons = (1...ReportedWorry.mostPersons).compactMap { person($0, language) }
        let place = line("place", 200, language)
        if persons.isEmpty, place.isEmpty { errors.append(FieldError("name-1", words.personMissing)) }
        let facts = paragraphs("facts", language)
        if facts.isEmpty, errors["facts"] == nil { errors.append(FieldError("facts", words.factsMissing)) }
        let worry = ReportedWorry(
            persons: persons, place: place, facts: facts, interpretation: paragraphs("interpretation", language),
            incident: paragraphs("incident", language), told: paragraphs("told", language),
            onlyReporter: paragraphs("only", language),
            safety: isHandedOver ? conditions(language) : [])
        return errors.isEmpty ? worry : nil
    }

    private mutating func conditions(_ language: Language) -> [SafetyCondition] {
        let text = paragraphs("conditions", language)
        return text.isEmpty ? [] : [SafetyCondition(.agreed, text)]
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
