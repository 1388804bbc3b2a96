// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Actions as they are typed: lines at first, then a row of fields each, that are read anew each time.
struct ActionRows: Hashable, Sendable {
    struct Row: Hashable, Sendable {
        var what: String
        var who: String
        var when: String
        var provisions: Set<String> = []
    }

    var rows: [Row]
    var errors: [FieldError] = []

    init(_ rows: [Row]) { self.rows = rows }

    /// The rows that a form sent back.
    init(_ form: FormBody) {
        let count = min(Int(form.text("rows")) ?? 0, ActionLine.most)
        rows = (0..<max(0, count)).map { number in
            Row(
                what: form.text("what-\(number)"), who: form.text("who-\(number)"), when: form.text("when-\(number)"),
                provisions: Set(form.texts("provisions-\(number)")))
        }
    }

    /// What was typed in lines.
    init(lines: [String], names: PlanNames, today: Day) {
        let called = names.known.flatMap(\.names)
        rows = lines.map { line in
            let read = ActionLine(line, names: called, today: today)
            return Row(what: read.what, who: names.language.list(read.who), when: read.when)
        }
    }

    /// What the rows say, as actions; nil where something must be mended, which then stands at its field.
    mutating func actions(_ names: PlanNames, today: Day) -> [ActionText]? {
        let words = names.language.goals
        errors = []
        let found = rows.enumerated().map { number, row -> ActionText? in
            let what = try? PlainText.line(row.what, limit: 200)
            if what == nil { errors.append(FieldError("what-\(number)", words.whatMissing)) }
            let who = doers(row.who, at: number, names)
            let when = ActionTimeReader(today: today).time(in: row.when)
            if when == nil { errors.append(FieldError("when-\(number)", words.whenMissing)) }
            guard let what, let who, let when else { return nil }
            return ActionText(
                what: what.text, who: who, when: when,
                provisions: Provision.allCases.filter { row.provisions.contains($0.rawValue) })
        }
        return errors.isEmpty ? found.compactMap(\.self) : nil
    }

    private mutating func doers(_ typed: String, at number: Int, _ names: PlanNames) -> [Doer]? {
        let words = names.language.goals
        guard let line = try? PlainText.line(typed), case let called = ActionLine.names(in: line.text), !called.isEmpty
        else {
            errors.append(FieldError("who-\(number)", words.whoMissing))
            return nil
        }
        let known = names.known
        var doers: [Doer] = []
        for name in called.prefix(8) {
            switch WhoIsMeant(name, among: known, reader: names.reading.reader) {
            case .one(let account): doers.append(.account(account))
            case .nobody: doers.append(.named(name))
            case .several:
                errors.append(FieldError("who-\(number)", words.whoSeveral(name)))
                return nil
            }
        }
        return doers.reduce(into: []) { kept, doer in if !kept.contains(doer) { kept.append(doer) } }
    }
}

/// The rows as fields, with what they are read as beside them.
struct ActionRowFields {
    let rows: ActionRows
    let names: PlanNames
    let today: Day

    private var language: Language { names.language }
    private var words: any GoalWords { language.goals }

    var html: HTML {
        "<input type=\"hidden\" name=\"rows\" value=\"\(rows.rows.count)\">\n\(rows.rows.enumerated(), fields)"
    }

    private func fields(_ number: Int, _ row: ActionRows.Row) -> HTML {
        """
        <fieldset class="fieldset section--tight"><legend class="legend">\(words.line(number + 1))</legend>
        \(Field(language, "what-\(number)", label: words.what, value: row.what, error: rows.errors["what-\(number)"]))
        \(Field(
            language, "who-\(number)", label: words.who, hint: number == 0 ? words.whoHint : nil, value: row.who,
            error: rows.errors["who-\(number)"]))
        \(Field(
            language, "when-\(number)", label: words.when, hint: number == 0 ? words.whenHint : nil, value: row.when,
            error: rows.errors["when-\(number)"]))
        \(read(row).map { "<p class=\"soft\">\($0)</p>\n" as HTML })\
        \(Details(words.provisions, provisions(number, row)))
        </fieldset>

        """
    }

    /// What the row is read as, where it is read.
    private func read(_ row: ActionRows.Row) -> String? {
        guard let when = ActionTimeReader(today: today).time(in: row.when) else { return nil }
        let who = ActionLine.names(in: row.who).map { name in
            switch WhoIsMeant(name, among: names.known, reader: names.reading.reader) {
            case .one(let account): names.circle.name(of: account) ?? name
            case .nobody, .several: words.withoutAccount(name)
            }
        }
        return who.isEmpty ? nil : words.read(language.list(who), language.plan.time(when, today: today))
    }

    private func provisions(_ number: Int, _ row: ActionRows.Row) -> HTML {
        Choices(
            language, "provisions-\(number)", legend: words.provisions, .several,
            Provision.allCases.map {
                Choices.Choice(
                    $0.rawValue, language.plan.provision($0), isChosen: row.provisions.contains($0.rawValue))
            }
        ).html
    }
}
