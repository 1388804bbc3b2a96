// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// Within how many working days things are done in this installation, set by who administers it; for everybody else
/// these pages are not there.
package struct NormPages: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("norms", use: show)
        router.post("norms", use: set)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try await installation.administratorOfAll(visit)
        return try await page([:], [], visit)
    }

    @Sendable private func set(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try await installation.administratorOfAll(visit)
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var (norms, typed, errors): ([Norm], [SettableNorm: NormTyped], [FieldError]) = ([], [:], [])
        for settable in SettableNorm.allCases {
            let text = form.text(settable.rawValue)
            typed[settable] = NormTyped(text: text, was: form.text("was-" + settable.rawValue))
            guard let norm = Int(text).flatMap({ try? Norm(settable.kind, workingDays: $0) }) else {
                errors.append(FieldError(settable.rawValue, visit.language.norms.outOfRange(Norm.range)))
                continue
            }
            // What a colleague set meanwhile stays, where this form was not changed.
            if text != form.text("was-" + settable.rawValue) { norms.append(norm) }
        }
        guard errors.isEmpty else { return try await page(typed, errors, visit) }
        let (account, now, wanted) = (try visit.account().id, visit.now, norms)
        try await installation.database.write { connection in
            guard try connection.submitted(submission, by: account) == nil else { return }
            for norm in wanted { try connection.set(norm, by: account, at: now) }
            try connection.record(
                Submission(form: submission, account: account, at: now, outcome: Link.norms.text))
        }
        return .seeOther(.norms)
    }

    private func page(
        _ typed: [SettableNorm: NormTyped], _ errors: [FieldError], _ visit: Visit
    ) async throws -> Response {
        let vault = installation.vault
        let (set, names) = try await installation.database.read { connection in
            let set = try connection.normsSet()
            let names = try connection.accounts(set.map(\.by), vault).map { ($0.id, $0.profile.name) }
            return (set, Dictionary(names, uniquingKeysWith: { first, _ in first }))
        }
        let page = NormPage(
            set: set, names: names, typed: typed, errors: errors, today: visit.today, token: visit.token ?? "",
            form: installation.newForm(visit), language: visit.language)
        var frame = installation.frame(visit, title: visit.language.norms.title)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, page.html).html, status: frame.isError ? .badRequest : .ok)
    }
}
