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
    var organisations: Set<ID<Organisation>> = []
    var question = ""
    var basis = ""
    /// By the name of what can be shared: on what it is shared, or nothing.
    var parts: [String: String] = [:]
    var origin: ID<Referral>?
    var errors: [FieldError] = []

    init(of person: ID<Person>?, from origin: ID<Referral>? = nil) { (self.person, self.origin) = (person, origin) }

    init(_ form: FormBody) {
        person = form.id("person")
        organisations = Set(form.ids("organisation"))
        question = form.text("question")
        basis = form.text("basis")
        for source in form.texts("offered") { parts[source] = form.text(source) }
        origin = form.id("from")
    }
}

extension Shareable.Source {
    /// Its name in a form.
    var name: String {
        switch self {
        case .story(let story, let version): "story-\(story.text)-\(version)"
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

    /// What was typed in a field of one act; nothing where another was sent.
    func value(_ field: KeyPath<ReferralActDraft, String>, of step: ReferralStep) -> String {
        self.step == step ? self[keyPath: field] : ""
    }
}
