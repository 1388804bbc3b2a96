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

/// One member of a circle: what may be expected of them, and the way out.
package struct MemberPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/members/:member", use: member)
        router.post("families/:family/members/:member/expectation", use: describe)
        router.post("families/:family/members/:member/ending", use: end)
    }

    @Sendable private func member(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit)
    }

    @Sendable private func describe(_ request: Request, _ visit: Visit) async throws -> Response {
        let id: ID<Membership> = try visit.id("member")
        let form = try await FormBody.read(request)
        var errors: [FieldError] = []
        let wrong = visit.language.invitations.wrong
        let expectation = form.optional("expectation", wrong, &errors)?.text ?? ""
        let not = form.optional("notTheirTask", wrong, &errors)?.text ?? ""
        let mandate = form.optional("mandate", wrong, &errors)?.text ?? ""
        guard errors.isEmpty else { return try await page(visit, errors: errors, status: .badRequest) }
        return try await act(visit, form) { key, connection in
            guard let kept = try connection.member(id, key), kept.member.membership.account == key.reading.reader
            else { return nil }
            try connection.describe(id, expectation: expectation, notTheirTask: not, mandate: mandate, key)
            return Found(Link.member(key.family, id).text, about: kept.member.membership.covers)
        }
    }

    @Sendable private func end(_ request: Request, _ visit: Visit) async throws -> Response {
        let id: ID<Membership> = try visit.id("member")
        let form = try await FormBody.read(request)
        let persons: Set<ID<Person>> = Set(form.ids("persons"))
        guard let version = Int(form.text("version")) else { throw Problem.malformed }
        let words = visit.language.members
        guard !persons.isEmpty else {
            let missing = [FieldError("persons", words.nobodyChosen)]
            return try await page(visit, errors: missing, chosen: [], status: .badRequest)
        }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        do {
            return try await act(visit, form) { key, connection in
                guard let kept = try connection.member(id, key) else {
                    // Who knew them hears that somebody else stopped it already; for anybody else nothing is here.
                    guard try connection.knewMember(id, key) else { return nil }
                    throw Ending.Refusal.changed
                }
                let isOwn = kept.member.membership.account == key.reading.reader
                try connection.end(id, for: persons, version: version, at: now, ids: ids, key, vault)
                let isOut = isOwn && kept.member.membership.covers.isSubset(of: persons)
                return Found((isOut ? Link.families : .circle(key.family)).text, about: persons)
            }
        } catch let refusal as Ending.Refusal {
            switch refusal {
            case .changed:
                return try await changed(visit)
            case .noHeir:
                let notice = Notice(.near, words.noHeir, words.noHeirText)
                return try await page(visit, notice: notice, chosen: persons, status: .conflict)
            case .forNobody, .notYoursToEnd: throw Problem.notFound
            }
        }
    }

    /// The clear answer to who was too late: how it is now, or that nobody is left to stop.
    private func changed(_ visit: Visit) async throws -> Response {
        let words = visit.language.members
        do {
            let notice = Notice(.near, words.changed, words.changedText)
            return try await page(visit, notice: notice, status: .conflict)
        } catch let problem as Problem where problem == .notFound {
            let circle = Link.circle(try visit.id("family"))
            let head = PageHead(
                words.changed, lead: words.leftAlready, above: More(circle, visit.language.circle.title))
            var frame = installation.frame(visit, title: visit.language.circle.title)
            frame.leavesQuickly = true
            frame.isNarrow = true
            return .page(Layout(frame, head.html).html, status: .conflict)
        }
    }

    private func act(
        _ visit: Visit, _ form: FormBody,
        _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Found<String>?
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Membership> = try visit.id("member")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: ItemName(.circle, id))
        let done = try await dossiers.act(family, look, form: submission, act)
        guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
        await live.wrote(in: family)
        return .seeOther(link)
    }

    private func page(
        _ visit: Visit, notice: Notice? = nil, errors: [FieldError] = [], chosen: Set<ID<Person>>? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let content = try await content(visit)
        let page = MemberPage(
            content, notice: notice, errors: errors, chosen: chosen, token: visit.token ?? "",
            forms: (installation.newForm(visit), installation.newForm(visit)), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.members.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, page.html).html, status: status)
    }

    private func content(_ visit: Visit) async throws -> MemberContent {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Membership> = try visit.id("member")
        let look = try visit.look(.read, at: ItemName(.circle, id))
        let vault = installation.vault
        let content = try await dossiers.read(family, look) { key, connection in
            guard let kept = try connection.member(id, key) else { return Found<MemberContent>?.none }
            let covers = kept.member.membership.covers
            let circle = try connection.circle(key)
            let content = MemberContent(
                family: family, kept: kept, circle: circle, reading: key.reading,
                agreements: try connection.whoMustAgree(for: covers, key),
                mayHandCard: try connection.memberToJoin(id, key, vault) != nil,
                hiding: try connection.hiding(id, among: circle, look, key))
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let content else { throw Problem.notFound }
        return content
    }
}
