// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// A person of the family, for the professionals who cover them: whether they sign in, and the card to hand over.
///
/// A young person gets theirs here, out of sight of who reads with them: neither page, journal nor log that family
/// reads tells of it.
package struct PersonPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/persons/:person", use: person)
        router.post("families/:family/persons/:person/card", use: makeCard)
        router.post("families/:family/invitations/:invitation/card", use: makeCardForInvited)
        router.post("families/:family/members/:member/card", use: makeCardForMember)
    }

    @Sendable private func person(_ request: Request, _ visit: Visit) async throws -> Response {
        let content = try await content(visit)
        let words = visit.language.personPage
        let notice = content.card.map { CardNotice($0, now: visit.now, visit.language).html }
        let signsIn = content.account != nil
        let html: HTML = """
            \(PageHead(
                content.name ?? visit.language.circle.erased, lead: signsIn ? words.signsIn : words.signsNotIn,
                above: More(.circle(content.family), visit.language.invitations.toCircle)))
            \(notice)
            <p class="section--tight">\(content.isMinor ? words.youngText : words.text)</p>
            \(ActForm(
                .card(content.family, of: content.person), token: visit.token ?? "",
                title: signsIn ? words.newCard : words.card, .main, form: installation.newForm(visit)))
            <p>\(More(.secretAddress(content.family, of: content.person), visit.language.secretAddress.title))</p>
            \(if: content.decides, "<p>\(More(.inability(content.family, of: content.person), visit.language.inability.title))</p>")
            """
        return answer(html, visit, content.reading)
    }

    @Sendable private func makeCard(_ request: Request, _ visit: Visit) async throws -> Response {
        let content = try await content(visit)
        let person = content.person
        let making = CardMaking(installation, for: content.account, visit)
        // A line about a young person in a log would tell who reads with them.
        let logged: Set<ID<Person>> = content.isMinor ? [] : [person]
        let (isMinor, name) = (content.isMinor, content.name ?? "")
        return try await answer(making, in: content.family, at: ItemName(.family, person), visit) { key, connection in
            guard try connection.personToJoin(person, key)?.account == content.account else { return nil }
            if content.account == nil {
                try making.openAccount(named: name, connection)
                try connection.give(
                    making.account, to: person, isTheirOwn: isMinor, at: making.now, ids: making.ids, key,
                    making.vault)
            }
            try making.make(key, connection)
            return Found("", about: logged)
        }
    }

    /// Who invited somebody of the own network hands over the card to that person alone.
    @Sendable private func makeCardForInvited(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Invitation> = try visit.id("invitation")
        let look = try visit.look(.read, at: ItemName(.circle, id))
        let now = visit.now
        let kept = try await dossiers.read(family, look) { key, connection in
            try connection.invitationToHandOver(id, at: now, key).map { Found($0, about: $0.loggedPersons) }
        }
        guard let kept, let name = kept.letter?.face.name else { throw Problem.notFound }
        let making = CardMaking(installation, for: kept.invitation.account, visit)
        let asking = visit.language.invitations.asking
        return try await answer(making, in: family, at: ItemName(.circle, id), visit) { key, connection in
            guard let again = try connection.invitationToHandOver(id, at: now, key),
                again.invitation.account == kept.invitation.account
            else { return nil }
            if again.invitation.account == nil {
                try making.openAccount(named: name, connection)
                try connection.bind(making.account, to: again, asking, at: now, ids: making.ids, key, making.vault)
            }
            try making.make(key, connection)
            return Found("", about: again.loggedPersons)
        }
    }

    /// Who lost their way in gets a new card from a professional, in person; never by mail alone.
    @Sendable private func makeCardForMember(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Membership> = try visit.id("member")
        let look = try visit.look(.read, at: ItemName(.circle, id))
        let vault = installation.vault
        let found = try await dossiers.read(family, look) { key, connection in
            try connection.memberToJoin(id, key, vault).map { Found($0, about: $0.covers) }
        }
        guard let member = found else { throw Problem.notFound }
        let making = CardMaking(installation, for: member.account, visit)
        return try await answer(making, in: family, at: ItemName(.circle, id), visit) { key, connection in
            guard try connection.memberToJoin(id, key, vault)?.account == member.account else { return nil }
            try making.make(key, connection)
            return Found("", about: member.covers.intersection(key.reading.covered.keys))
        }
    }

    /// The card is the answer: it is shown this once, and a second press makes another one.
    private func answer(
        _ making: CardMaking, in family: ID<Family>, at item: ItemName, _ visit: Visit,
        _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Found<String>?
    ) async throws -> Response {
        let look = try visit.look(.execute, at: item)
        let form: ID<Submission> = installation.ids.next(at: visit.now)
        guard try await dossiers.act(family, look, form: form, act) != nil else { throw Problem.notFound }
        var frame = installation.frame(visit, title: visit.language.personPage.title)
        frame.isNarrow = true
        frame.leavesQuickly = true
        return .page(Layout(frame, making.page(visit.language).html).html)
    }

    private func answer(_ html: HTML, _ visit: Visit, _ reading: Reading) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.personPage.title, for: reading)
        frame.isNarrow = true
        return .page(Layout(frame, html).html)
    }

    private func content(_ visit: Visit) async throws -> PersonContent {
        let family: ID<Family> = try visit.id("family")
        let person: ID<Person> = try visit.id("person")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let content = try await dossiers.read(family, look) { key, connection in
            guard let found = try connection.personToJoin(person, key) else { return Found<PersonContent>?.none }
            let card = try found.account.flatMap { try connection.latestCard(of: $0) }
            let content = PersonContent(
                family: family, person: person, reading: key.reading, name: found.name, account: found.account,
                isMinor: found.isMinor, decides: found.decides, card: card)
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let content else { throw Problem.notFound }
        return content
    }
}

/// What a professional sees of a person who is to get a card.
private struct PersonContent: Sendable {
    let family: ID<Family>
    let person: ID<Person>
    let reading: Reading
    let name: String?
    let account: ID<Account>?
    let isMinor: Bool
    /// Whether they answer themself, unless it is recorded that they can't judge.
    let decides: Bool
    let card: JoiningCard?
}

/// A card on its way: made before the transaction, so that this can run twice.
private struct CardMaking: Sendable {
    let account: ID<Account>
    let now: Moment
    let vault: Vault
    let ids: IDSource
    private let maker: ID<Account>?
    private let code: CardCode
    private let pin: CardPin
    private let isReplacing: Bool
    private let address: RelyingParty?

    init(_ installation: Installation, for account: ID<Account>?, _ visit: Visit) {
        self.account = account ?? installation.ids.next(at: visit.now)
        isReplacing = account != nil
        (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        maker = visit.signedIn?.account.id
        code = .make(from: installation.secrets)
        pin = .make(from: installation.secrets)
        address = installation.address
    }

    func openAccount(named name: String, _ connection: Connection) throws {
        let profile = AccountProfile(name: name)
        try connection.create(Account(id: account, kind: .familyMember, profile: profile), vault)
    }

    /// Keeps it; who had a way in before is told, and can end the card.
    func make(_ key: borrowing DossierKey, _ connection: Connection) throws {
        guard let maker else { return }
        try connection.makeCard(for: account, by: maker, code: code, pin: pin, at: now, vault)
        if isReplacing { try connection.tellOfCard(for: account, at: now, key) }
    }

    func page(_ language: Language) -> CardPage {
        CardPage(code, pin, until: now + JoiningCard.term, at: address, isReplacing: isReplacing, language)
    }
}
