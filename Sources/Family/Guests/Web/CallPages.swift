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

/// Calling practices back, at the desk: the number on record, and the code that is told.
package struct CallPages: Sendable {
    private let installation: Installation
    private let desk: Desk

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("desk/calls", use: list)
        router.get("desk/calls/:request", use: show)
        router.post("desk/calls/:request/code", use: code)
        router.post("desk/calls/:request/refusal", use: refuse)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let sights = try await sights(visit)
        let names = try await installation.database.read { try $0.organisations(sights.map(\.request.practice)) }
        let page = CallListPage(
            language: visit.language, sights: sights,
            practices: Dictionary(uniqueKeysWithValues: names.map { ($0.id, $0.name) }), today: visit.today)
        return answer(page.html, visit)
    }

    /// Those that wait at the reader's desk; not there for anybody else.
    private func sights(_ visit: Visit) async throws -> [GuestRequestSight] {
        let look = try visit.look(.read, at: ItemName(.guestRequest, try visit.account().id))
        let found = try await desk.list(look) { worker, connection in
            guard try connection.isAtDesk(worker, on: look.at.day) else { throw Problem.notFound }
            return try SealedGuestRequests(of: worker, on: look.at.day, connection)
        } _: {
            try $1.sight($0)
        }
        guard let found else { throw Problem.notFound }
        return found.values
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit)
    }

    /// Answered at once: the code is shown this once, and nothing stays in the browser by which others would find it.
    @Sendable private func code(_ request: Request, _ visit: Visit) async throws -> Response {
        let submission = try await submission(request)
        guard let code = installation.vault.guestCode(sentBy: submission) else { throw Problem(.broken) }
        let called: String?
        do { called = try await call(code, submission, visit) } catch let refusal as GuestRequest.Refusal {
            return try await page(visit, refusal)
        }
        guard let practice = called else { return .seeOther(.calls) }
        let words = visit.language.guests
        let until = visit.language.dateInside((visit.now + GuestRequest.codeStands).day)
        let html: HTML = """
            \(PageHead(words.codeTitle, lead: words.codeText(practice, until: until), above: More(.calls, words.callsTitle)))
            \(Facts([Facts.Fact(words.code, code.description)]))
            \(Notice(.near, words.codeOnce))
            """
        return answer(html, visit)
    }

    @Sendable private func refuse(_ request: Request, _ visit: Visit) async throws -> Response {
        let submission = try await submission(request)
        do { _ = try await call(nil, submission, visit) } catch let refusal as GuestRequest.Refusal {
            return try await page(visit, refusal)
        }
        return .seeOther(.calls)
    }

    private func submission(_ request: Request) async throws -> ID<Submission> {
        let form = try await FormBody.read(request, limit: 16_384)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        return submission
    }

    /// The name of the practice that was called; nil where a colleague at the desk called it before.
    ///
    /// - Throws: ``GuestRequest/Refusal``
    private func call(_ code: CardCode?, _ submission: ID<Submission>, _ visit: Visit) async throws -> String? {
        try visit.requireProfessional()
        let id: ID<GuestRequest> = try visit.id("request")
        let (now, ids, vault) = (visit.now, installation.ids, installation.vault)
        let look = try visit.look(.update, at: ItemName(.guestRequest, id))
        let done = try await desk.act(id, look, form: submission) { key, connection in
            try connection.call(code, at: now, key, ids, vault)
            return try connection.organisation(key.item.practice)?.name ?? ""
        }
        if done == nil { _ = try await sights(visit) }
        return done
    }

    private func page(_ visit: Visit, _ refusal: GuestRequest.Refusal? = nil) async throws -> Response {
        try visit.requireProfessional()
        let id: ID<GuestRequest> = try visit.id("request")
        let content = try await desk.read(id, try visit.look(.read, at: ItemName(.guestRequest, id))) {
            key, connection -> CallContent? in
            let practice = key.item.practice
            guard let asker = try connection.asker(key), let name = try connection.organisation(practice)?.name else {
                return nil
            }
            return CallContent(
                request: key.item, asker: asker, practice: name, phone: try connection.phone(of: practice))
        }
        guard let content else { throw Problem.notFound }
        let page = CallPage(
            language: visit.language, content: content, refusal: refusal, token: visit.token ?? "",
            newForm: { [installation] in installation.newForm(visit) })
        return answer(page.html, visit, isError: refusal != nil)
    }

    private func answer(_ html: HTML, _ visit: Visit, isError: Bool = false) -> Response {
        var frame = installation.frame(visit, title: visit.language.guests.callsTitle)
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: isError ? .conflict : .ok)
    }
}

/// Who asks to be a guest, and the number on record of their practice.
struct CallContent: Sendable {
    let request: GuestRequest
    let asker: GuestAsker
    let practice: String
    /// Never one that was typed; nil where it was taken away since.
    let phone: PhoneNumber?
}

/// Those who are to be called.
struct CallListPage {
    let language: Language
    let sights: [GuestRequestSight]
    let practices: [ID<Organisation>: String]
    let today: Day

    private var words: any GuestWords { language.guests }

    var html: HTML {
        """
        \(PageHead(words.callsTitle, lead: words.callsLead, above: More(.desk, language.careReports.board)))
        \(if: sights.isEmpty, Empty(words.noCalls, words.noCallsText).html)\
        \(if: !sights.isEmpty, Entries(sights.map(entry)).html)
        """
    }

    private func entry(_ sight: GuestRequestSight) -> Entry {
        let request = sight.request
        let name = sight.asker?.guest.name ?? language.circle.erased
        return Entry(
            .guestRequest(request.id), .phone, words.asks(name, practices[request.practice] ?? ""),
            language.dayAndClockInside(request.asked, today: today))
    }
}

/// One who is to be called.
struct CallPage {
    let language: Language
    let content: CallContent
    let refusal: GuestRequest.Refusal?
    let token: String
    let newForm: () -> FormID

    private var words: any GuestWords { language.guests }

    var html: HTML {
        """
        \(PageHead(
            words.asks(content.asker.guest.name, content.practice), above: More(.calls, words.callsTitle),
            errors: refusal.map { ErrorSummary(language, [FieldError("call", words.refused($0))]) }))
        \(Facts([
            Facts.Fact(words.onRecord, content.phone?.text ?? words.noNumber),
            Facts.Fact(language.outsideReferrals.asker, language.outsideReferrals.guest(content.asker.guest)),
            Facts.Fact(words.mail, content.asker.mail),
        ]))
        \(Notice(.near, words.callFirst, words.callFirstText))
        <div class="actions" id="call">
        \(if: content.phone != nil, act(.guestCode(content.request.id), words.known, .main))\
        \(act(.guestRefusal(content.request.id), words.unknown, .soft))
        </div>
        """
    }

    private func act(_ link: Link, _ title: String, _ weight: Button.Weight) -> HTML {
        ActForm(link, token: token, title: title, weight, form: newForm()).html
    }
}
