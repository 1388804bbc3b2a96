// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

/// A goal as it is typed.
struct GoalDraft: Hashable, Sendable {
    var title = ""
    var domain = LifeDomain.other
    var about: Set<ID<Person>> = []
    var meaning = ""
    var voice = ""
    var voiceOf: ID<Person>?
    var lines = ""
    var isSimple = false
    var state = Goal.State.open
    var version = 1
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        title = form.text("title")
        domain = LifeDomain(rawValue: form.text("domain")) ?? .other
        about = Set(form.ids("about"))
        meaning = form.text("meaning")
        voice = form.text("voice")
        voiceOf = form.id("voiceOf")
        lines = form.text("lines")
        isSimple = form.text("simple") == "yes"
        state = Goal.State(rawValue: form.text("state")) ?? .open
        version = Int(form.text("version")) ?? 1
    }

    init(_ goal: Goal, _ text: GoalText?) {
        (about, state, version) = (goal.about, goal.state, goal.version)
        guard let text else { return }
        (title, domain, meaning) = (text.title, text.domain, text.meaning)
        (voice, voiceOf) = (text.voice?.words ?? "", text.voice?.of)
    }

    init(_ template: PlanTemplateWords, about child: ID<Person>?) {
        (title, domain, meaning) = (template.title, template.domain, template.meaning)
        lines = template.actions.joined(separator: "\n")
        about = child.map { [$0] } ?? []
    }

    /// What was typed, as a goal says it; nil where something must be mended, which then stands at its field.
    mutating func text(_ language: Language) -> GoalText? {
        let (words, wrong) = (language.goals, language.invitations.wrong)
        func kept(_ field: String, _ typed: String, _ missing: String, limit: Int) -> PlainText? {
            do { return try PlainText.paragraphs(typed, limit: limit) } catch {
                errors.append(FieldError(field, error == .empty ? missing : wrong(error)))
                return nil
            }
        }
        let title = kept("title", title, words.goalMissing, limit: 200)
        if about.isEmpty { errors.append(FieldError("about", words.aboutMissing)) }
        let meaning = kept("meaning", meaning, words.meaningMissing, limit: 1_000)
        var said: GoalText.Voice?
        if !voice.isEmpty, let typed = kept("voice", voice, words.voiceHint, limit: 2_000) {
            if let voiceOf {
                said = GoalText.Voice(typed.text, of: voiceOf)
            } else {
                errors.append(FieldError("voiceOf", words.voiceOfMissing))
            }
        }
        guard errors.isEmpty, let title, let meaning else { return nil }
        return GoalText(title: title.text, domain: domain, meaning: meaning.text, voice: said)
    }
}
