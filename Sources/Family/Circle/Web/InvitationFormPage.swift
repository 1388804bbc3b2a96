// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Where somebody chooses what kind of person to ask into the circle.
struct InvitationKindPage: Equatable {
    let language: Language
    let family: ID<Family>

    private var words: any InvitationWords { language.invitations }

    var html: HTML {
        let link = Link.newInvitation(family)
        return """
            \(PageHead(words.invite, lead: words.inviteLead, above: More(.circle(family), words.toCircle)))
            \(Section("own", language.roles.ownPeople, entries(.relative)))
            \(Section("professionals", language.roles.professionals, entries(.professional)))
            \(Section("kind", language.roles.somebodyElse, Entries([
                Entry(link.with(query: ["kind": "relative"]), .people, words.relative, words.relativeText),
                Entry(link.with(query: ["kind": "professional"]), .plan, words.professional, words.professionalText),
                Entry(.networkList(family), .clip, language.networkLists.title, language.networkLists.door),
            ]).html))
            """
    }

    private func entries(_ kind: Membership.Kind) -> HTML {
        let roles = Role.allCases.filter { $0.preset.kind == kind }
        return Entries(
            roles.map { role in
                let link = Link.newInvitation(family).with(query: ["role": role.rawValue])
                let icon: Icon = kind == .relative ? .people : .plan
                return Entry(link, icon, language.roles.name(role), language.roles.door(role.preset))
            }
        ).html
    }
}

/// Where somebody is asked into the circle.
struct InvitationFormPage: Equatable {
    let language: Language
    let family: ID<Family>
    let draft: InvitationDraft
    let persons: [Choices.Choice]
    let shares: [Share]
    let apart: [Choices.Choice]
    /// Professionals with whom a reader who is one can decide; empty for the family.
    let seconds: [Choices.Choice]
    let token: String
    let form: FormID

    init(
        _ circle: CircleSight, _ reading: Reading, _ draft: InvitationDraft, _ candidates: [SecondCandidate],
        family: ID<Family>, on today: Day, token: String, form: FormID, language: Language
    ) {
        (self.family, self.draft, self.token, self.form, self.language) = (family, draft, token, form, language)
        let names = CircleNames(circle: circle, reading: reading, language: language)
        let covered = circle.persons.filter { reading.mayInvite(for: [$0.person.id], on: today) }
        persons = covered.map { sight in
            Choices.Choice(
                sight.person.id.text, sight.name ?? language.circle.erased,
                isChosen: draft.persons.contains(sight.person.id) || covered.count == 1)
        }
        let widest = covered.compactMap { reading.covered[$0.person.id]?.share }.max() ?? .contact
        shares = Share.allCases.filter { $0 <= widest }
        let family = circle.persons.filter { $0.person.id != reading.ownPerson }
        apart =
            family.map {
                Choices.Choice(
                    $0.person.id.text, $0.name ?? language.circle.erased,
                    isChosen: draft.apart.contains($0.person.id.text))
            }
            + circle.members.filter { $0.membership.account != reading.reader && $0.membership.kind == .relative }.map {
                let id = $0.membership.account
                return Choices.Choice(
                    id.text, names.name(id), text: names.part(id), isChosen: draft.apart.contains(id.text))
            }
        seconds = candidates.choices(draft.second, language)
    }

    private var words: any InvitationWords { language.invitations }

    var html: HTML {
        """
        \(PageHead(
            words.title(draft.kind), lead: words.formLead, above: More(.circle(family), words.toCircle),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: draft.wasKept, Notice(.good, words.kept).html)\(prefilled)\
        \(FamilyForm(
            action: .invitations(family), page: page,
            token: token, form: form, content: content, buttons: [Button(words.send, .submit())]).html)
        """
    }

    private var page: Link {
        let link = Link.newInvitation(family)
        guard let role = draft.role else { return link.with(query: ["kind": draft.kind.rawValue]) }
        return link.with(query: ["role": role.rawValue])
    }

    private var prefilled: HTML {
        guard let role = draft.role, draft.errors.isEmpty else { return "" }
        return Notice(.about, language.roles.prefilled, language.roles.prefilledText(role.preset)).html
    }

    private var content: HTML {
        """
        \(draft.role.map { "<input type=\"hidden\" name=\"role\" value=\"\($0.rawValue)\">\n" as HTML })\
        <input type="hidden" name="kind" value="\(draft.kind.rawValue)">
        \(who)\(choices("persons", words.forWhom, words.forWhomHint, .several, persons))
        \(choices("share", words.share, nil, .one, shares.map { share in
            let said = words.share(share)
            return Choices.Choice(
                String(share.rawValue), said.label, text: said.text,
                isChosen: (draft.share ?? .contact) == share)
        }))
        \(long("expectation", words.expectation, words.expectationHint, draft.expectation))
        \(long("notTheirTask", words.notTheirTask, words.notTheirTaskHint, draft.notTheirTask))
        \(Field(language, "until", label: words.until, hint: words.untilHint, value: draft.until,
            error: draft.errors["until"], kind: .date))
        \(if: !apart.isEmpty, choices("apart", words.apart, words.apartHint, .several, apart))
        \(if: !seconds.isEmpty, dangerous)
        """
    }

    private var who: HTML {
        switch draft.kind {
        case .relative:
            """
            \(line("name", words.name, nil, draft.name))
            \(line("function", words.relation, words.relationHint, draft.function))

            """
        case .professional:
            """
            \(line("organisation", words.organisation, words.organisationHint, draft.organisation))
            \(line("colleague", words.colleague, words.colleagueHint, draft.colleague))
            \(line("function", words.work, words.workHint, draft.function))

            """
        }
    }

    private var dangerous: HTML {
        """
        \(long("reason", words.reason, words.reasonHint, draft.reason))
        \(choices("second", words.second, nil, .one, seconds))
        """
    }

    private func line(_ name: String, _ label: String, _ hint: String?, _ value: String) -> HTML {
        Field(language, name, label: label, hint: hint, value: value, error: draft.errors[name], limit: 120).html
    }

    private func long(_ name: String, _ label: String, _ hint: String, _ value: String) -> HTML {
        Field(
            language, name, label: label, hint: hint, value: value, error: draft.errors[name],
            kind: .paragraphs(rows: 2)
        ).html
    }

    private func choices(
        _ name: String, _ legend: String, _ hint: String?, _ kind: Choices.Kind, _ all: [Choices.Choice]
    ) -> HTML {
        Choices(language, name, legend: legend, hint: hint, error: draft.errors[name], kind, all).html
    }
}
