// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Minutes as they are typed: who came, what was said, and decisions, a line or a row of fields each.
struct MinutesDraft: Equatable {
    var came: Set<ID<Account>> = []
    var notes = ""
    /// What was typed as lines, before they were read.
    var lines = ""
    var rows = ActionRows([])
    var goal = ""
    var version = 0
    var errors: [FieldError] = []

    init(came: Set<ID<Account>>, notes: String = "", version: Int, goal: String) {
        (self.came, self.notes, self.version, self.goal) = (came, notes, version, goal)
    }

    init(_ form: FormBody) {
        came = Set(form.ids("came", Account.self))
        (notes, lines, goal) = (form.text("notes"), form.text("decisions"), form.text("goal"))
        version = Int(form.text("version")) ?? 0
        rows = ActionRows(form)
    }

    /// Reads the lines; whether there is something new to look at.
    mutating func read(_ names: PlanNames, today: Day) -> Bool {
        let typed = ActionLine.lines(of: lines)
        guard !typed.isEmpty else { return false }
        if rows.rows.count + typed.count > ActionLine.most {
            errors.append(FieldError("decisions", names.language.goals.tooMany(ActionLine.most)))
        }
        rows.rows += ActionRows(lines: Array(typed.prefix(ActionLine.most)), names: names, today: today).rows
        lines = ""
        return true
    }

    /// What was decided; nil where something must be mended, which then stands at its field.
    ///
    /// With who and when it becomes an action; with neither it stands in the minutes alone.
    mutating func decisions(_ names: PlanNames, today: Day) -> [DecisionToKeep]? {
        let words = names.language.minutes
        let isGoalChosen = ID<Goal>(goal) != nil
        var found: [DecisionToKeep] = []
        for (number, row) in rows.rows.enumerated() where !row.isEmpty {
            let isAction = !row.who.allSatisfy(\.isWhitespace) || !row.when.allSatisfy(\.isWhitespace)
            guard let text = try? PlainText.line(row.said, limit: 300) else {
                errors.append(FieldError("what-\(number)", names.language.goals.whatMissing))
                continue
            }
            guard isAction else {
                found.append(DecisionToKeep(text: text, action: nil))
                continue
            }
            guard isGoalChosen else {
                errors.append(FieldError("goal", words.goalMissing))
                continue
            }
            var one = ActionRows([row])
            let action = one.actions(names, today: today)?.first
            errors += one.errors.map { FieldError($0.field.replacing("-0", with: "-\(number)"), $0.text) }
            if let action { found.append(DecisionToKeep(text: text, action: action)) }
        }
        return errors.isEmpty ? found : nil
    }
}

extension ActionRows.Row {
    var isEmpty: Bool { (what + who + when).allSatisfy(\.isWhitespace) }

    /// As it stands in the minutes.
    fileprivate var said: String {
        [what, who, when].filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: " · ")
    }
}

/// Where the minutes of a meeting are written, with what was decided.
struct MinutesPage: Equatable {
    let content: MinutesContent
    let draft: MinutesDraft
    /// What another wrote meanwhile.
    let isTheirs: Bool
    let today: Day
    let token: String
    let form: FormID
    let language: Language

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any MinutesWords { language.minutes }
    private var id: ID<Meeting> { content.sight.meeting.id }
    private var isRead: Bool { !draft.rows.rows.isEmpty }
    private var errors: [FieldError] { draft.errors }
    private var accounts: CircleNames {
        CircleNames(circle: content.circle, reading: content.reading, language: language)
    }

    var html: HTML {
        """
        \(PageHead(
            draft.version == 0 ? words.write : words.correct, lead: draft.version == 0 ? words.lead : words.correctHint,
            above: More(.meeting(content.family, id), content.sight.text?.subject ?? language.meetings.erased),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(if: isTheirs, theirs)
        \(FamilyForm(
            action: .meeting(content.family, id, .minutes), page: .meeting(content.family, id, .minutes), token: token,
            form: form, content: fields, buttons: buttons).html)
        """
    }

    private var buttons: [Button] {
        [Button(words.keep, .submit(name: "go", value: "keep"))]
            + (isRead ? [Button(words.look, .submit(name: "go", value: "look"), .quiet)] : [])
    }

    private var theirs: HTML {
        """
        \(Notice(.near, words.theirs, words.theirsText))
        \(content.last?.minutes.map { Paragraphs($0.notes) })
        """
    }

    private var fields: HTML {
        """
        <input type="hidden" name="version" value="\(draft.version)">
        \(Choices(
            language, "came", legend: words.came, hint: words.cameHint, .several,
            accounts.sorted(content.sight.meeting.invited).map { account in
                let name = account == content.reading.reader ? language.site.you : accounts.name(account)
                return Choices.Choice(account.text, name, isChosen: draft.came.contains(account))
            }))
        \(Field(
            language, "notes", label: words.notes, hint: words.notesHint, value: draft.notes, error: errors["notes"],
            kind: .paragraphs(rows: 6)))
        \(if: isRead, read)
        \(Field(
            language, "decisions", label: words.decisions, hint: words.decisionsHint, value: draft.lines,
            error: errors["decisions"], kind: .paragraphs(rows: isRead ? 1 : 3)))
        \(if: content.goals.isEmpty, "<p class=\"soft\">\(words.noGoals)</p>", else: goal)
        """
    }

    private var read: HTML {
        var rows = draft.rows
        rows.errors = errors
        return """
            \(Notice(.about, words.read, words.readText))
            \(ActionRowFields(rows: rows, names: content.names(language), today: today).html)
            """
    }

    private var goal: HTML {
        let choices = content.goals.map {
            Choices.Choice($0.goal.id.text, $0.text?.title ?? language.plan.erased)
        }
        return Picker(
            language: language, name: "goal", label: words.goal, chosen: draft.goal, error: errors["goal"],
            choices: choices + [Choices.Choice("", words.noGoal)]
        ).html
    }
}
