// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyExchange
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// Reports that come as messages from other systems, and what goes back to those: for who is at the desk.
package struct ReportMessagePages: Sendable {
    /// More at once go through the command line.
    private static let most = 20

    private let installation: Installation
    private let desk: Desk
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.live = live
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("desk/messages", use: list)
        router.post("desk/messages", use: receive)
        router.get("desk/messages/:message/answer", use: fault)
        router.post("desk/messages/:message/settled", use: settle)
        router.get("desk/messages/:message/file", use: file)
        router.get("desk/reports/:report/answer", use: answer)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let page = max(1, min(10_000, request.uri.queryParameters["page"].flatMap { Int($0) } ?? 1))
        return try await self.page(visit, number: page)
    }

    /// Each is taken in as it arrives, so that only one is held at a time.
    @Sendable private func receive(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let words = visit.language.reportMessages
        let (account, behalf, today) = (try visit.account().id, visit.behalf, visit.today)
        let organisation = try await installation.database.read { connection in
            try connection.organisation(behind: behalf, of: account, on: today)
        }
        guard let organisation else { throw Problem.notFound }
        let look = try visit.look(.create, at: ItemName(.reportMessage, account))
        var intake = ReportMessageIntake(
            desk, for: organisation, by: look, at: visit.now, installation.vault, installation.ids)
        do {
            let limits = FormPartLimits(files: Self.most, fileBytes: ReportMessage.longest)
            _ = try await MultipartForm.read(request, limits: limits) { try await intake.take($0) }
        } catch let flaw as FormPartFlaw {
            let text = flaw == .tooManyFiles ? words.filesTooMany : words.fileTooLarge
            return try await page(visit, results: intake.results, error: FieldError("file", text))
        }
        await live.wroteAtDesks()
        guard !intake.results.isEmpty else {
            return try await page(visit, error: FieldError("file", words.fileMissing))
        }
        return try await page(visit, results: intake.results)
    }

    private func page(
        _ visit: Visit, number: Int = 1, results: [ReportMessageResult] = [], error: FieldError? = nil
    ) async throws -> Response {
        try visit.requireProfessional()
        let look = try visit.look(.read, at: ItemName(.reportMessage, try visit.account().id))
        let found = try await desk.list(look) {
            try KeptReportMessages(of: $0, on: look.at.day, page: number, $1)
        } _: { key, _ -> KeptReportMessage? in
            key.item
        }
        guard let found, found.list.desk != nil else { throw Problem.notFound }
        let page = ReportMessagePage(
            language: visit.language, kept: found.values, count: found.list.count, number: number, results: results,
            error: error, today: visit.today, token: visit.token ?? "",
            newForm: { [installation] in installation.newForm(visit) })
        var frame = installation.frame(visit, title: visit.language.careReports.board)
        frame.isNarrow = true
        frame.isError = error != nil
        return .page(Layout(frame, page.html).html, status: error == nil ? .ok : .badRequest)
    }

    // MARK: What goes back

    /// What is wrong with a message, as a message to its sender.
    @Sendable private func fault(_ request: Request, _ visit: Visit) async throws -> Response {
        let (bytes, message, desk) = try await kept(visit)
        let reference = String(message.id.text.filter { $0 != "-" }.suffix(12))
        let fault = ReportMessageFault(message.flaw, of: bytes, desk: desk, reference: reference, at: visit.now)
        return Self.xml(fault.xml, fault.name)
    }

    /// Whoever settles it twice settled it once.
    @Sendable private func settle(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let form = try await FormBody.read(request, limit: 16_384)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let id: ID<KeptReportMessage> = try visit.id("message")
        let (now, ids) = (visit.now, installation.ids)
        let look = try visit.look(.update, at: ItemName(.reportMessage, id))
        let done = try await desk.act(id, look, form: submission) { key, connection in
            try connection.settle(key, at: now, ids)
            return ""
        }
        guard done != nil else { throw Problem.notFound }
        return .seeOther(.reportMessages)
    }

    /// The message as it came.
    @Sendable private func file(_ request: Request, _ visit: Visit) async throws -> Response {
        let (bytes, message, _) = try await kept(visit)
        return Self.xml(bytes, String(message.id.text.suffix(12)) + ".xml")
    }

    private func kept(_ visit: Visit) async throws -> (bytes: [UInt8], message: KeptReportMessage, desk: String) {
        try visit.requireProfessional()
        let id: ID<KeptReportMessage> = try visit.id("message")
        let found = try await desk.read(id, try visit.look(.read, at: ItemName(.reportMessage, id))) {
            key, connection -> (bytes: [UInt8], message: KeptReportMessage, desk: String)? in
            guard let bytes = try connection.bytes(key) else { return nil }
            return (bytes, key.item, try connection.organisation(key.item.organisation)?.name ?? "")
        }
        guard let found else { throw Problem.notFound }
        return found
    }

    /// The answer to a report that came as a message, as a message to where it came from.
    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let (id, now): (ID<CareReport>, Moment) = (try visit.id("report"), visit.now)
        guard let origin = try await installation.database.read({ try $0.origin(of: id) }) else {
            throw Problem.notFound
        }
        // It names whom to ask where it came from, so it is opened on record as who reported is.
        let isTold = try await desk.read(origin, try visit.look(.read, at: ItemName(.reportOrigin, origin))) { _, _ in
            true
        }
        guard isTold == true else { throw Problem.notFound }
        let found = try await desk.read(id, try visit.look(.read, at: ItemName(.careReport, id))) {
            key, connection in
            try connection.messageAnswer(key, at: now)
        }
        guard let found else { throw Problem.notFound }
        return Self.xml(found.xml, found.name)
    }

    private static func xml(_ bytes: [UInt8], _ name: String) -> Response {
        Response(
            status: .ok, headers: .saving(name, as: "application/xml"),
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Connection {
    /// What goes back as a message; nil for a report that came otherwise, and before it is answered.
    func messageAnswer(_ key: borrowing DeskKey<CareReport>, at now: Moment) throws -> ReportMessageAnswer? {
        guard let head = try message(key), let reply = try reply(key), let sight = try sight(key),
            let organisation = try organisation(key.item.desk.organisation)
        else { return nil }
        return ReportMessageAnswer(reply, to: head, number: sight.number, desk: organisation.name, at: now)
    }
}
