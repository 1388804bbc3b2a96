// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyExchange
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// A list of who is around a family, from another system: each becomes an invitation, sent all at once or not at all.
package struct NetworkListPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/network-list", use: start)
        router.post("families/:family/network-list", use: read)
        router.post("families/:family/network-list/invitations", use: invite)
    }

    @Sendable private func start(_ request: Request, _ visit: Visit) async throws -> Response {
        let around = try await around(visit)
        guard var kept = visit.typed.flatMap({ NetworkListDraft($0) }) else {
            return start(visit.typed?.text("list") ?? "", nil, around, visit)
        }
        kept.wasKept = true
        return list(kept, around, visit)
    }

    /// Nothing is kept: what was read stands in the form that comes back.
    @Sendable private func read(_ request: Request, _ visit: Visit) async throws -> Response {
        let around = try await around(visit)
        let words = visit.language.networkLists
        var (bytes, typed) = ([UInt8](), "")
        do {
            let limits = FormPartLimits(files: 1, fileBytes: NetworkList.longest)
            _ = try await MultipartForm.read(request, limits: limits) { piece in
                if case .fileBytes(let more) = piece { bytes += more }
                // It comes before the file: kept also where that is too large.
                if case .field("list", let text) = piece { typed = text }
            }
        } catch let flaw as FormPartFlaw {
            let text = flaw == .tooManyFiles ? words.oneFile : words.wrong(.tooLarge)
            return start(typed, FieldError("file", text), around, visit)
        }
        guard !bytes.isEmpty || typed.contains(where: { !$0.isWhitespace }) else {
            return start(typed, FieldError("file", words.missing), around, visit)
        }
        let list: NetworkList
        do { list = try NetworkList(csv: bytes.isEmpty ? Array(typed.utf8) : bytes) } catch {
            return start(typed, FieldError(bytes.isEmpty ? "list" : "file", words.wrong(error)), around, visit)
        }
        var draft = NetworkListDraft(list, known: around.known, persons: Set(around.mayInviteFor(visit.today)))
        if draft.rows.contains(where: \.isChosen) {
            draft.leaveOut(try await checked(draft, around, visit).errors)
        }
        return self.list(draft, around, visit)
    }

    @Sendable private func invite(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }), var draft = NetworkListDraft(form) else {
            throw Problem.malformed
        }
        let around = try await around(visit)
        let (toSend, errors) = try await checked(draft, around, visit)
        draft.errors = errors
        guard errors.isEmpty else { return list(draft, around, visit, isRefused: true) }
        let (now, ids, vault) = (visit.now, installation.ids, installation.vault)
        // Whom the rule let pass, and nobody whom a form names besides.
        let about = toSend.reduce(into: Set<ID<Person>>()) { $0.formUnion($1.toSend.draft.persons) }
        do {
            let look = try visit.look(.update, at: ItemName(.circle, family))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                for one in toSend { try connection.send(one, at: now, ids: ids, key, vault) }
                return Found(Link.circle(key.family).text, about: about)
            }
            guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refused as ListedRefusal {
            draft.errors = [try refused.error(draft, around.sending(installation, visit), visit.language)]
            return list(draft, around, visit, isRefused: true)
        }
    }

    // MARK: What is sent

    /// An invitation for each that is chosen, and what is wrong with them; at first each that may be chosen.
    private func checked(
        _ draft: NetworkListDraft, _ around: Around, _ visit: Visit
    ) async throws -> (toSend: [ListedInvitation], errors: [FieldError]) {
        let sending = around.sending(installation, visit)
        var toSend: [ListedInvitation] = []
        var errors: [FieldError] = []
        let words = visit.language.networkLists
        if draft.persons.isEmpty { errors.append(FieldError("persons", visit.language.invitations.nobodyChosen)) }
        let chosen = draft.rows.filter(\.isChosen)
        if chosen.isEmpty, let first = draft.rows.first {
            errors.append(FieldError(first.field("chosen"), words.nobodyChosen))
        }
        guard !draft.persons.isEmpty else { return ([], errors) }
        for row in chosen {
            if let found = try await sending.listed(row, for: draft.persons, &errors) { toSend.append(found) }
        }
        return (toSend, errors)
    }

    // MARK: Pages

    private func start(_ typed: String, _ error: FieldError?, _ around: Around, _ visit: Visit) -> Response {
        let page = NetworkListStartPage(
            language: visit.language, family: around.family, typed: typed, error: error, token: visit.token ?? "",
            form: installation.newForm(visit))
        return answer(page.html, around, visit, isError: error != nil)
    }

    private func list(
        _ draft: NetworkListDraft, _ around: Around, _ visit: Visit, isRefused: Bool = false
    ) -> Response {
        let (invitable, known) = (Set(around.mayInviteFor(visit.today)), around.known)
        let persons = around.circle.persons.filter { invitable.contains($0.person.id) }.map {
            Choices.Choice(
                $0.person.id.text, $0.name ?? visit.language.circle.erased,
                isChosen: draft.persons.contains($0.person.id))
        }
        let page = NetworkListPage(
            language: visit.language, family: around.family, draft: draft, known: known, persons: persons,
            isRefused: isRefused, token: visit.token ?? "", form: installation.newForm(visit))
        return answer(page.html, around, visit, isError: isRefused)
    }

    private func answer(_ html: HTML, _ around: Around, _ visit: Visit, isError: Bool) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.networkLists.title, for: around.reading)
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: isError ? .badRequest : .ok)
    }

    /// - Throws: ``Problem/notFound`` for whoever may invite for nobody here.
    private func around(_ visit: Visit) async throws -> Around {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let (now, language) = (visit.now, visit.language)
        let content = try await dossiers.read(family, look) { key, connection in
            let around = Around(
                family: family, circle: try connection.circle(key), reading: key.reading,
                invited: try connection.invitations(at: now, key).map { $0.invitedName(language) })
            guard !around.mayInviteFor(now.day).isEmpty else { return Found<Around>?.none }
            return Found(around, about: Set(key.reading.covered.keys))
        }
        guard let content else { throw Problem.notFound }
        return content
    }
}

/// Who is around a family already, for the one reader.
private struct Around {
    let family: ID<Family>
    let circle: CircleSight
    let reading: Reading
    /// The names of whom an invitation waits for.
    let invited: [String]

    var known: Set<String> {
        let names = circle.persons.compactMap(\.name) + circle.members.compactMap(\.face?.name) + invited
        return Set(names.map { $0.lowercased() })
    }

    func mayInviteFor(_ today: Day) -> [ID<Person>] {
        reading.covered.keys.filter { reading.mayInvite(for: [$0], on: today) }
    }

    func sending(_ installation: Installation, _ visit: Visit) -> InvitationSending {
        InvitationSending(installation: installation, circle: circle, reading: reading, visit: visit)
    }
}
