// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// A referral as it is typed, with what is to be mended.
struct ReferralDraft: Equatable {
    var person: ID<Person>?
    /// By whom is asked: what lets them know; the others are not asked.
    var receivers: [ID<Organisation>: String] = [:]
    var question = ""
    /// By the name of what can be shared: on what it is shared, or nothing.
    var parts: [String: String] = [:]
    /// By the same name: which text was read.
    var read: [String: String] = [:]
    var origin: ID<Referral>?
    var errors: [FieldError] = []

    init(of person: ID<Person>?, from origin: ID<Referral>? = nil) { (self.person, self.origin) = (person, origin) }

    init(_ form: FormBody) {
        person = form.id("person")
        for organisation in form.ids("asked", Organisation.self) {
            receivers[organisation] = form.text(Self.field(organisation))
        }
        question = form.text("question")
        for offered in form.texts("offered") {
            let words = offered.split(separator: " ").map(String.init)
            guard words.count == 2 else { continue }
            parts[words[0]] = form.text(words[0])
            read[words[0]] = words[1]
        }
        origin = form.id("from")
    }

    /// The field that says whether an organisation is asked, and why it may know.
    static func field(_ organisation: ID<Organisation>) -> String { "to-\(organisation.text)" }
}

extension Shareable.Source {
    /// Its name in a form.
    var name: String {
        switch self {
        case .story(let story): "story-\(story.text)"
        case .goal(let goal): "goal-\(goal.text)"
        case .helpSoFar: "help"
        }
    }
}

extension SharedPart.Basis {
    var formValue: String {
        switch self {
        case .consent(let id): "consent-\(id.text)"
        case .ground(let id): "ground-\(id.text)"
        }
    }
}

/// What is typed with one act on a referral.
struct ReferralActDraft: Equatable {
    var step: ReferralStep?
    var text = ""
    var elsewhere = ""
    var subcontractor = ""
    var choice = ""
    var errors: [FieldError] = []

    init() {}

    /// The fields of each act bear its name, as several stand on one page.
    init(_ form: FormBody, _ step: ReferralStep) {
        self.step = step
        text = form.text(step.rawValue + "Text")
        elsewhere = form.text(step.rawValue + "Elsewhere")
        subcontractor = form.text(step.rawValue + "Subcontractor")
        choice = form.text(step.rawValue + "Choice")
    }

    /// What was typed in a session that expired: in the form of whichever act it was.
    init(typed form: FormBody) {
        let drafts = ReferralStep.allCases.map { ReferralActDraft(form, $0) }
        self = drafts.first { !$0.typed.isEmpty || !$0.choice.isEmpty } ?? ReferralActDraft()
    }

    /// All that was typed, to be handed back.
    var typed: [String] {
        [text, elsewhere, subcontractor].filter { text in text.contains { !$0.isWhitespace } }
    }

    /// What was typed in a field of one act; nothing where another was sent.
    func value(_ field: KeyPath<ReferralActDraft, String>, of step: ReferralStep) -> String {
        self.step == step ? self[keyPath: field] : ""
    }
}
