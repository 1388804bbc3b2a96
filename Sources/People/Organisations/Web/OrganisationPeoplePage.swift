// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import PeopleStore
import Site

/// Who works for an organisation.
struct OrganisationPeoplePage: Hashable {
    let organisation: Organisation
    let people: [OrganisationPerson]
    let wasAdded: Bool
    /// Who administers the installation appoints this organisation's administrators.
    let isInstallation: Bool
    let language: Language

    private var words: any OrganisationWords { language.organisations }

    var html: HTML {
        """
        \(PageHead(
            organisation.name, lead: words.peopleLead(organisation.name), above: isInstallation ? More(.organisations, words.title) : nil,
            actions: [Button(words.invite, .link(.invite(organisation.id)))]))
        \(if: wasAdded, "\(Notice(.good, words.added))\n")\
        \(if: people.isEmpty, Empty(words.nobody, words.nobodyText).html, else: list)
        <p>\(More(.organisationPhone(organisation.id), words.phone))</p>
        \(if: isInstallation, "<p>\(More(.administrators(organisation.id), words.administrators))</p>")
        """
    }

    private var list: HTML { Entries(people.map(entry)).html }

    private func entry(_ person: OrganisationPerson) -> Entry {
        Entry(
            .person(organisation.id, person.professional.id), .people, person.account.profile.name,
            "\(person.professional.title). \(person.hasWayIn ? words.waysSome : words.waysNone)")
    }
}

/// The form that invites somebody.
struct InvitePage: Hashable {
    let organisation: Organisation
    let draft: InviteDraft
    let token: String
    let form: FormID
    let language: Language

    private var words: any OrganisationWords { language.organisations }

    var html: HTML {
        """
        \(PageHead(
            words.inviteTitle, lead: words.inviteLead(organisation.name),
            above: More(.organisation(organisation.id), organisation.name),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        <form class="flow" action="\(Link.people(organisation.id))" method="post">\(CSRF.field(token))\(form.field)
        \(Field(
            language, "name", label: words.personName, value: draft.name, error: draft.errors["name"], limit: 120))
        \(Field(
            language, "title", label: words.jobTitle, hint: words.jobTitleHint, value: draft.title,
            error: draft.errors["title"], limit: 120))
        \(Choices(
            language, "function", legend: words.function, error: draft.errors["function"], .one,
            Professional.Function.allCases.map {
                Choices.Choice($0.rawValue, words.name($0), isChosen: $0.rawValue == draft.function)
            }))
        \(Field(
            language, "known", label: words.known, hint: words.knownHint, value: draft.known,
            error: draft.errors["known"], limit: SignInName.longest))
        <p>\(Button(words.makeAccount, .submit()))</p>
        </form>
        """
    }
}

/// Somebody to invite, as they were typed.
struct InviteDraft: Hashable {
    var name = ""
    var title = ""
    var function = ""
    /// The sign-in name of an account that there is already.
    var known = ""
    var errors: [FieldError] = []
}
