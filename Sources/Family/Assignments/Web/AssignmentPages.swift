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

/// What municipalities assigned to the reader's organisation, and who of it has one in hand.
package struct AssignmentPages: Sendable {
    private let installation: Installation
    private let desk: Desk

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("assignments", use: list)
        router.get("assignments/:assignment", use: show)
        router.post("assignments/:assignment/passing", use: pass)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let query = request.uri.queryParameters
        let state = query["which"].flatMap { Assignment.State(rawValue: String($0)) } ?? .waiting
        let page = query["page"].flatMap { Int($0) } ?? 0
        guard (0...100_000).contains(page) else { throw Problem.notFound }
        let (account, today) = (try visit.account().id, visit.today)
        let look = try visit.look(.read, at: ItemName(.assignment, account))
        let found = try await desk.list(look) { worker, connection in
            try SealedAssignments(of: worker, state, page: page, on: today, connection)
        } _: {
            try $1.sight($0)
        }
        guard let found else { throw Problem.notFound }
        let shown = AssignmentListPage(
            language: visit.language, list: found.list, sights: found.values, state: state, today: today)
        return .page(Layout(frame(visit), shown.html).html)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit)
    }

    @Sendable private func pass(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let form = try await FormBody.read(request)
        let id: ID<Assignment> = try visit.id("assignment")
        let chosen = form.text("colleague")
        let colleague = ID<Account>(chosen)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }), chosen.isEmpty || colleague != nil else {
            throw Problem.malformed
        }
        let now = visit.now
        let look = try visit.look(.update, at: ItemName(.assignment, id))
        do {
            let done = try await desk.act(id, look, form: submission) { key, connection in
                try connection.pass(key, to: colleague, at: now)
                return ""
            }
            guard done != nil else { throw Problem.notFound }
        } catch is AssignmentNotPassed {
            return try await page(visit, [FieldError("colleague", visit.language.assignments.notPassed)])
        }
        return .seeOther(.assignments)
    }

    private func page(_ visit: Visit, _ errors: [FieldError] = []) async throws -> Response {
        try visit.requireProfessional()
        let id: ID<Assignment> = try visit.id("assignment")
        let (vault, today) = (installation.vault, visit.today)
        let look = try visit.look(.read, at: ItemName(.assignment, id))
        let content = try await desk.read(id, look) { key, connection in
            try AssignmentContent(key, on: today, connection, vault)
        }
        guard let content else { throw Problem.notFound }
        let page = AssignmentPage(
            language: visit.language, content: content, errors: errors, today: today, token: visit.token ?? "",
            form: installation.newForm(visit))
        var frame = frame(visit)
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, page.html).html, status: errors.isEmpty ? .ok : .conflict)
    }

    private func frame(_ visit: Visit) -> Frame {
        var frame = installation.frame(visit, title: visit.language.assignments.title)
        frame.isNarrow = true
        return frame
    }
}
