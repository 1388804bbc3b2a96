// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Somebody who works for an organisation, and what an administrator does about their account: never what they read.
struct OrganisationPersonPages: Sendable {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("organisations/:organisation/people/:professional", use: show)
        router.post("organisations/:organisation/people/:professional/cards", use: makeCard)
        router.post("organisations/:organisation/people/:professional/sessions/end", use: endSessions)
        router.post("organisations/:organisation/people/:professional/ways-in/end", use: endWaysIn)
        router.post("organisations/:organisation/people/:professional/work/end", use: endWork)
        router.post("organisations/:organisation/people/:professional/training", use: skill(.trained))
        router.post("organisations/:organisation/people/:professional/training/end", use: skill(.untrained))
        router.post("organisations/:organisation/people/:professional/youth", use: skill(.youth))
        router.post("organisations/:organisation/people/:professional/youth/end", use: skill(.youthEnded))
        router.post("organisations/:organisation/people/:professional/reporter", use: skill(.reporter))
        router.post("organisations/:organisation/people/:professional/reporter/end", use: skill(.reporterEnded))
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (organisation, person) = try await found(visit)
        let isHandedOut = try await isHandedOut(person, visit)
        let (card, skills) = try await installation.database.read {
            (try $0.latestCard(of: person.account.id), try $0.skills(of: person.professional.id))
        }
        let page = OrganisationPersonPage(
            organisation: organisation, person: person,
            done: request.uri.queryParameters["done"].flatMap { PersonAct(rawValue: String($0)) },
            isHandedOut: isHandedOut, skills: skills,
            card: card.map { CardNotice($0, now: visit.now, visit.language).html },
            token: visit.token ?? "",
            language: visit.language)
        // Nobody's name stands in a title, where it would stay in the history.
        var frame = installation.frame(visit, title: visit.language.organisations.title)
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html)
    }

    @Sendable private func makeCard(_ request: Request, _ visit: Visit) async throws -> Response {
        let administrator = try await administrator(visit).account
        let (_, person) = try await handedOut(visit)
        let card = CardMaking(installation, by: administrator.id, visit)
        try await installation.database.write { try card.make(for: person.account.id, $0) }
        return card.page(visit, isReplacing: person.hasWayIn)
    }

    @Sendable private func endSessions(_ request: Request, _ visit: Visit) async throws -> Response {
        let (organisation, person) = try await handedOut(visit)
        let ended = try await installation.database.write { try $0.endSessions(of: person.account.id, but: nil) }
        return await done(.sessions, organisation, person, ended)
    }

    /// A lost account: nobody gets in any more, also with a card that lies about, until there is a new one.
    @Sendable private func endWaysIn(_ request: Request, _ visit: Visit) async throws -> Response {
        let (organisation, person) = try await handedOut(visit)
        let now = visit.now
        let ended = try await installation.database.write { connection in
            try connection.voidCards(of: person.account.id, at: now)
            return try connection.endWaysIn(of: person.account.id)
        }
        return await done(.lost, organisation, person, ended)
    }

    @Sendable private func endWork(_ request: Request, _ visit: Visit) async throws -> Response {
        let (organisation, person) = try await found(visit)
        let (today, now, workEnded) = (visit.today, visit.now, installation.workEnded)
        let ended = try await installation.database.write { connection in
            try connection.endWork(person.professional.id, on: today)
            try workEnded(person.professional, now, connection)
            return try connection.endSessions(of: person.account.id, but: nil)
        }
        for digest in ended { await installation.sessionEnded(digest) }
        return .seeOther(.organisation(organisation.id))
    }

    /// Notes what somebody was trained for, or takes it back.
    private func skill(_ act: PersonAct) -> @Sendable (Request, Visit) async throws -> Response {
        { request, visit in
            let (organisation, person) = try await found(visit)
            guard let (skill, isTrained) = act.skill else { throw Problem.notFound }
            try await installation.database.write {
                try $0.note(skill, of: person.professional.id, isTrained: isTrained)
            }
            return await done(act, organisation, person, [])
        }
    }

    private func done(
        _ act: PersonAct, _ organisation: Organisation, _ person: OrganisationPerson, _ ended: [String]
    ) async -> Response {
        for digest in ended { await installation.sessionEnded(digest) }
        return .seeOther(.person(organisation.id, person.professional.id).with(query: ["done": act.rawValue]))
    }

    private func handedOut(_ visit: Visit) async throws -> (Organisation, OrganisationPerson) {
        let (organisation, person) = try await found(visit)
        guard try await isHandedOut(person, visit) else { throw Problem.notFound }
        return (organisation, person)
    }

    private func administrator(_ visit: Visit) async throws -> Administrator {
        try await installation.administrator(visit, of: visit.id("organisation"))
    }

    private func isHandedOut(_ person: OrganisationPerson, _ visit: Visit) async throws -> Bool {
        let (scope, account, today) = (try await administrator(visit).scope, person.account, visit.today)
        let work = try await installation.database.read { try $0.workplaces(of: account.id, on: today) }
        return scope.mayHandOut(account.kind, workingFor: work)
    }

    /// - Throws: ``Problem/notFound`` for who does not administer the organisation, too.
    private func found(_ visit: Visit) async throws -> (Organisation, OrganisationPerson) {
        _ = try await administrator(visit)
        let id: ID<Organisation> = try visit.id("organisation")
        let professional: ID<Professional> = try visit.id("professional")
        let (vault, now) = (installation.vault, visit.now)
        let found = try await installation.database.read { connection -> (Organisation, OrganisationPerson)? in
            try vault.refresh()
            guard let organisation = try connection.organisation(id),
                let person = try connection.people(of: id, at: now, vault).first(where: {
                    $0.professional.id == professional
                })
            else { return nil }
            return (organisation, person)
        }
        guard let found else { throw Problem.notFound }
        return found
    }
}
