// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleWeb
import Site

/// Actions as they are typed: new ones, or the one that is changed.
struct ActionDraft: Sendable {
    /// The action that is changed.
    var item: ItemName?
    var rows: ActionRows
    /// Of the action that is changed; nil for new ones.
    var version = 0
    var delay = ""
    var isLate = false
    /// By when there is first contact; empty where that is not planned.
    var contact = ""
    /// What another wrote meanwhile.
    var theirs: ActionText?

    var isNew: Bool { version == 0 }

    init(rows: ActionRows) { self.rows = rows }

    init(_ form: FormBody) {
        rows = ActionRows(form)
        version = max(1, Int(form.text("version")) ?? 1)
        delay = form.text("delay")
        contact = form.text("contact")
    }

    /// The day that was planned, or none; nil, with the error at its field, for what is no day.
    mutating func plannedContact(_ language: Language) -> Day?? {
        let typed = contact.split(separator: " ").joined()
        guard !typed.isEmpty else { return .some(nil) }
        guard let day = Day(typed) else {
            rows.errors.append(FieldError("contact", language.goals.contactMissing))
            return nil
        }
        return .some(day)
    }

    init(_ action: ActionSight, _ names: PlanNames, _ language: Language) {
        let who = action.doers.map { doer in
            switch doer {
            case .named(let name): name
            case .account(let account): names.circle.name(of: account) ?? ""
            }
        }
        let row = ActionRows.Row(
            what: action.text?.what ?? "", who: language.list(who),
            when: action.text.map { language.plan.typed($0.when) } ?? "",
            provisions: Set((action.text?.provisions ?? []).map(\.rawValue)))
        rows = ActionRows([row])
        version = action.action.version
        contact = action.start.planned?.iso ?? ""
    }

    /// The text with why it becomes later, where it was late and its day moves; nil where that is not said.
    mutating func delayed(
        _ text: ActionText, _ before: ActionText, _ action: ActionSight, _ visit: Visit
    ) -> ActionText? {
        guard case .late(let was) = action.progress(on: visit.today), text.when != before.when else {
            return ActionText(
                what: text.what, who: text.who, when: text.when, provisions: text.provisions, delay: before.delay)
        }
        guard let why = try? PlainText.line(delay, limit: 300) else {
            isLate = true
            rows.errors.append(FieldError("delay", visit.language.goals.delayMissing))
            return nil
        }
        return ActionText(
            what: text.what, who: text.who, when: text.when, provisions: text.provisions,
            delay: ActionText.Delay(was: was, why: why.text))
    }
}

/// The form for actions: each with what, who and when, and how it is read.
struct ActionPage: Equatable {
    let family: ID<Family>
    let title: String
    let action: Link
    let from: Link?
    let names: PlanNames
    let draft: ActionDraft
    let today: Day
    let token: String
    let form: FormID

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var language: Language { names.language }
    private var words: any GoalWords { language.goals }
    private var errors: [FieldError] { draft.rows.errors }

    var html: HTML {
        """
        \(PageHead(
            title, lead: words.linesLead, above: More(.plan(family), language.plan.title),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(draft.theirs.map(meanwhile))
        \(FamilyForm(action: action, page: from, token: token, form: form, content: fields, buttons: buttons).html)
        \(draft.item.map { names.holding($0, in: family) })
        """
    }

    private var fields: HTML {
        """
        \(ActionRowFields(rows: draft.rows, names: names, today: today).html)\
        \(if: draft.isLate, delay)\(if: !draft.isNew, contact)\
        \(if: !draft.isNew, "<input type=\"hidden\" name=\"version\" value=\"\(draft.version)\">")
        """
    }

    private var delay: HTML {
        Field(
            language, "delay", label: words.delay, hint: words.delayHint, value: draft.delay, error: errors["delay"]
        ).html
    }

    private var contact: HTML {
        Field(
            language, "contact", label: words.contact, hint: words.contactHint, value: draft.contact,
            error: errors["contact"], kind: .date
        ).html
    }

    private var buttons: [Button] {
        [Button(words.keep, .submit(name: "go", value: "keep"), .main)]
            + (draft.isNew
                ? [Button(words.look, .submit(name: "go", value: "look"), .quiet)]
                : [Button(words.stop, .submit(name: "go", value: "stop"), .quiet)])
    }

    private func meanwhile(_ text: ActionText) -> HTML {
        let who = text.who.map { doer in
            switch doer {
            case .named(let name): name
            case .account(let account): names.name(account)
            }
        }
        return """
            \(Notice(.near, words.meanwhile, words.meanwhileText))
            \(Facts([
                Facts.Fact(words.what, text.what), Facts.Fact(words.who, language.list(who)),
                Facts.Fact(words.when, language.plan.time(text.when, today: today)),
            ]))
            """
    }
}
