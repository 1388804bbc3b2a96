// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import PeopleStore
import Site

/// Somebody who works for an organisation, and what can be done about their account.
struct OrganisationPersonPage: Hashable {
    let organisation: Organisation
    let person: OrganisationPerson
    let done: PersonAct?
    /// Whether this administrator may hand them a card, or close their account.
    let isHandedOut: Bool
    /// What they were trained for.
    let skills: Set<Professional.Skill>
    /// What became of their latest card.
    let card: HTML?
    let token: String
    let language: Language

    private var words: any OrganisationWords { language.organisations }
    private var name: String { person.account.profile.name }

    var html: HTML {
        """
        \(PageHead(
            name, lead: person.professional.title, above: More(.organisation(organisation.id), organisation.name)))
        \(done.map { "\(Notice(.good, words.done($0)))\n" as HTML })\(card)
        <p>\(person.hasWayIn ? words.waysSome : words.waysNone). \(words.sessions(person.sessions)).</p>
        \(if: isHandedOut, acts, else: "\(Notice(.about, words.elsewhere))")
        \(if: person.account.kind == .professional, training)\(part(.work))
        """
    }

    private var training: HTML { "\(PersonAct.training(skills), part)" }

    private var acts: HTML { "\([PersonAct.card, .sessions, .lost], part)" }

    private func part(_ act: PersonAct) -> HTML {
        let form = ActForm(
            .act(act, organisation.id, person.professional.id), token: token, title: words.title(act), about: name,
            .quiet)
        return Section(act.rawValue, words.title(act), isTight: true, "<p>\(words.text(act))</p>\n\(form)").html
    }
}
