// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Making an address secret, with all that gives it away: by the adult themself, and by professionals who plan with
/// somebody.
package struct SecretAddressPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/persons/:person/secret-address", use: show)
        router.post("families/:family/persons/:person/secret-address", use: hide)
        router.post("families/:family/persons/:person/secret-address/shown", use: showAgain)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { SecretAddressDraft($0) }, visit)
    }

    @Sendable private func hide(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let draft = SecretAddressDraft(form)
        let (now, vault) = (visit.now, installation.vault)
        return try await act(form, visit) { person, key, connection in
            let known = Set(try connection.circle(key).signingIn)
            return try connection.hideAddress(
                of: person, exceptFrom: draft.readers.intersection(known), organisationsOf: draft.members, at: now,
                key, vault)
        }
    }

    @Sendable private func showAgain(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let details = Set(form.texts("details").compactMap(PersonalDetail.init(rawValue:)))
        let places = Set(form.ids("places", Membership.self))
        guard !details.isEmpty || !places.isEmpty else {
            var draft = SecretAddressDraft(form)
            draft.errors.append(FieldError("details", visit.language.secretAddress.showNothing))
            return try await page(draft, visit)
        }
        let (now, vault) = (visit.now, installation.vault)
        return try await act(form, visit) { person, key, connection in
            try connection.showAddress(of: person, details: details, organisationsOf: places, at: now, key, vault)
        }
    }

    private func act(
        _ form: FormBody, _ visit: Visit,
        _ act: @escaping @Sendable (ID<Person>, borrowing DossierKey, Connection) throws -> Bool
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let person: ID<Person> = try visit.id("person")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: ItemName(.family, family))
        let done = try await dossiers.act(family, look, form: submission) { key, connection in
            try act(person, key, connection) ? Found(Link.secretAddress(key.family, of: person).text, about: []) : nil
        }
        guard done != nil else { throw Problem.notFound }
        await live.wrote(in: family)
        return .seeOther(.secretAddress(family, of: person))
    }

    private func page(_ draft: SecretAddressDraft?, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let person: ID<Person> = try visit.id("person")
        let look = try visit.look(.read, at: ItemName(.family, family))
        // About nobody in the log: a line there would tell that there is something to hide.
        let content = try await dossiers.read(family, look) { key, connection -> Found<SecretAddressContent>? in
            guard let sight = try connection.secretAddress(of: person, key) else { return nil }
            let details = try connection.details(key).filter { $0.person == person }
            return Found(
                SecretAddressContent(
                    family: family, person: person, sight: sight, circle: try connection.circle(key), details: details,
                    reading: key.reading), about: [])
        }
        guard let content else { throw Problem.notFound }
        let page = SecretAddressPage(
            content, draft ?? SecretAddressDraft(content.sight), token: visit.token ?? "",
            forms: (installation.newForm(visit), installation.newForm(visit)), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.secretAddress.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !page.draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: frame.isError ? .badRequest : .ok)
    }
}

extension CircleSight {
    /// With what those of the circle sign in.
    fileprivate var signingIn: [ID<Account>] {
        persons.compactMap(\.person.account) + members.map(\.membership.account)
    }
}

extension Link {
    static func secretAddress(_ family: ID<Family>, of person: ID<Person>) -> Link {
        "/families/\(family)/persons/\(person)/secret-address"
    }

    static func shownAddress(_ family: ID<Family>, of person: ID<Person>) -> Link {
        "/families/\(family)/persons/\(person)/secret-address/shown"
    }
}
