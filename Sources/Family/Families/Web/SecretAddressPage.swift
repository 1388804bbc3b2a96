// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of a secret address, gathered in one transaction.
struct SecretAddressContent: Sendable {
    let family: ID<Family>
    let person: ID<Person>
    let sight: SecretAddressSight
    let circle: CircleSight
    let details: [DetailSight]
    let reading: Reading
}

/// The address as its forms were sent, with what must be mended.
struct SecretAddressDraft: Equatable {
    var readers: Set<ID<Account>> = []
    var members: Set<ID<Membership>> = []
    var errors: [FieldError] = []

    init(_ sight: SecretAddressSight) {
        (readers, members) = (sight.readers, Set(sight.organisations))
    }

    init(_ form: FormBody) {
        readers = Set(form.ids("readers", Account.self))
        members = Set(form.ids("members", Membership.self))
    }
}

/// Who may know the address, whose organisation would tell, and what may be seen again.
struct SecretAddressPage: Equatable {
    let language: Language
    let content: SecretAddressContent
    let draft: SecretAddressDraft
    let token: String
    let forms: (hide: FormID, show: FormID)

    init(
        _ content: SecretAddressContent, _ draft: SecretAddressDraft, token: String,
        forms: (hide: FormID, show: FormID), language: Language
    ) {
        (self.content, self.draft, self.token) = (content, draft, token)
        (self.forms, self.language) = (forms, language)
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any SecretAddressWords { language.secretAddress }
    private var circle: CircleSight { content.circle }
    private var isSecret: Bool { content.sight.isSecret }
    private var names: CircleNames { CircleNames(circle: circle, reading: content.reading, language: language) }
    private var link: Link { .secretAddress(content.family, of: content.person) }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead(name), above: More(.circle(content.family), language.invitations.toCircle),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: isSecret, Notice(.good, words.isSecret, words.isSecretText).html)\
        \(if: !isSecret && !hidden.isEmpty, "<p>\(words.hides(language.list(hidden)))</p>")\
        \(FamilyForm(
            action: link, page: link, token: token, form: forms.hide, content: asked,
            buttons: [Button(isSecret ? words.change : words.button, .submit())]).html)
        \(if: isSecret, Section("show", words.show, showing).html)
        """
    }

    private var name: String { circle.name(of: content.person).map(CircleNames.firstName) ?? language.circle.erased }
    private var hidden: [String] { content.details.map { language.circle.detail($0.kind) } }

    private var asked: HTML {
        """
        \(Choices(language, "readers", legend: words.readers, hint: words.readersHint, .several, readers))
        \(if: !members.isEmpty, Choices(
            language, "members", legend: words.members, hint: words.membersHint, .several, members).html)
        """
    }

    private var readers: [Choices.Choice] {
        let family = circle.persons.filter { $0.person.id != content.person }.compactMap(\.person.account)
        var seen: Set<ID<Account>> = [content.reading.reader]
        return (family + circle.members.map(\.membership.account)).filter { seen.insert($0).inserted }.map {
            Choices.Choice(
                $0.text, names.name($0), text: names.part($0), isChosen: draft.readers.contains($0))
        }
    }

    private var members: [Choices.Choice] {
        circle.members.filter { $0.membership.covers.contains(content.person) && $0.face?.organisation != nil }.map {
            Choices.Choice(
                $0.membership.id.text, $0.face?.organisation ?? "", text: $0.face?.name,
                isChosen: draft.members.contains($0.membership.id))
        }
    }

    private var showing: HTML {
        let details = content.details.filter(\.isHidden).map {
            Choices.Choice($0.kind.rawValue, language.circle.detail($0.kind))
        }
        let places = members.filter { choice in content.sight.organisations.contains { $0.text == choice.value } }.map {
            Choices.Choice($0.value, $0.label, text: $0.text)
        }
        let fields: HTML = """
            \(if: !details.isEmpty, Choices(
                language, "details", legend: words.showDetails, error: draft.errors["details"], .several, details).html)
            \(if: !places.isEmpty, Choices(
                language, "places", legend: words.showMembers, error: details.isEmpty ? draft.errors["details"] : nil,
                .several, places).html)
            """
        return """
            <p>\(words.showLead)</p>
            \(FamilyForm(
                action: .shownAddress(content.family, of: content.person), page: link, token: token,
                form: forms.show, content: fields, buttons: [Button(words.showButton, .submit(), .quiet)]).html)
            """
    }
}
