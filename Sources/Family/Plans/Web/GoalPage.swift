// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// The form for a goal: a new one with its first actions, or one that is changed.
struct GoalPage: Equatable {
    let family: ID<Family>
    let names: PlanNames
    /// nil for a new one.
    let goal: ID<Goal>?
    let draft: GoalDraft
    /// Actions typed with a new goal, once they were read.
    let rows: ActionRows?
    /// What another wrote meanwhile.
    var theirs: GoalText?
    let today: Day
    let token: String
    let form: FormID

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var language: Language { names.language }
    private var words: any GoalWords { language.goals }
    private var errors: [FieldError] { draft.errors + (rows?.errors ?? []) }

    var html: HTML {
        """
        \(PageHead(
            title, lead: rows == nil ? nil : words.linesLead, above: More(.plan(family), language.plan.title),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(theirs.map(meanwhile))\(fields)\(goal.map { names.holding(ItemName(.goal, $0), in: family) })
        \(if: goal == nil && rows == nil, templates)
        """
    }

    private var title: String { rows != nil ? words.linesTitle : goal == nil ? words.newTitle : words.changeTitle }

    private func meanwhile(_ text: GoalText) -> HTML {
        """
        \(Notice(.near, words.meanwhile, words.meanwhileText))
        \(Facts([
            Facts.Fact(words.goal, text.title), Facts.Fact(words.meaning, text.meaning),
            Facts.Fact(words.voice, text.voice?.words ?? ""),
        ]))
        """
    }

    private var fields: HTML {
        FamilyForm(
            action: goal.map { .goal(family, $0) } ?? .goals(family), page: goal == nil ? .newGoal(family) : nil,
            token: token, form: form,
            content: """
                \(rows.map { ActionRowFields(rows: $0, names: names, today: today).html })\
                \(rows == nil ? asked : Details(words.goal, asked).html)
                """,
            buttons: [Button(words.keep, .submit(name: "go", value: "keep"), .main)]
                + (rows == nil ? [] : [Button(words.look, .submit(name: "go", value: "look"), .quiet)])
        ).html
    }

    private var asked: HTML {
        """
        \(Field(
            language, "title", label: words.goal, hint: words.goalHint, value: draft.title, error: draft.errors["title"],
            kind: .paragraphs(rows: 2)))
        \(if: goal == nil, about)\
        \(Field(
            language, "meaning", label: words.meaning, hint: words.meaningHint, value: draft.meaning,
            error: draft.errors["meaning"], kind: .paragraphs(rows: 2)))
        \(if: goal == nil && rows == nil, actions)\
        \(Details(words.voice, voice))
        \(Details(words.domain, domain))
        \(if: goal != nil, state)<input type="hidden" name="version" value="\(draft.version)">
        """
    }

    private var about: HTML {
        let persons = names.circle.persons.filter { person in
            person.isCovered && names.reading.mayPlan(about: [person.person.id])
        }
        return Choices(
            language, "about", legend: words.about, error: draft.errors["about"], .several,
            persons.map {
                Choices.Choice(
                    $0.person.id.text, names.called($0.person.id), isChosen: draft.about.contains($0.person.id))
            }
        ).html
    }

    private var actions: HTML {
        """
        \(Field(
            language, "lines", label: words.actions, hint: language.plan.addHint, value: draft.lines,
            error: draft.errors["lines"], kind: .paragraphs(rows: 3)))
        \(Choices(
            language, "simple", legend: language.plan.state, .several,
            [Choices.Choice("yes", words.simple, text: words.simpleText, isChosen: draft.isSimple)]))
        """
    }

    private var voice: HTML {
        let persons = names.circle.persons.filter(\.isCovered)
        return """
            \(Field(
                language, "voice", label: words.voice, hint: words.voiceHint, value: draft.voice,
                error: draft.errors["voice"], kind: .paragraphs(rows: 2)))
            \(Choices(
                language, "voiceOf", legend: words.voiceOf, error: draft.errors["voiceOf"], .one,
                persons.map {
                    Choices.Choice(
                        $0.person.id.text, names.called($0.person.id), isChosen: draft.voiceOf == $0.person.id)
                }))
            """
    }

    private var domain: HTML {
        Choices(
            language, "domain", legend: words.domain, .one,
            LifeDomain.allCases.map {
                Choices.Choice($0.rawValue, language.plan.domain($0), isChosen: draft.domain == $0)
            }
        ).html
    }

    private var state: HTML {
        Choices(
            language, "state", legend: words.state, .one,
            Goal.State.allCases.map {
                Choices.Choice($0.rawValue, language.plan.ended($0), isChosen: draft.state == $0)
            }
        ).html
    }

    private var templates: HTML {
        let child = names.circle.persons.first { $0.isCovered && !names.reading.adults.contains($0.person.id) }
        let entries = PlanTemplate.allCases.map { template in
            let said = words.template(template, for: child.map { names.called($0.person.id) } ?? "")
            return Entry(.newGoal(family, template: template), .plan, said.name, said.title)
        }
        return Section("templates", words.templates, Entries(entries).html).html
    }
}
