// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Where somebody chooses whether a mail tells them that something is new.
package struct NoticePages: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("account/notices", use: show)
        router.post("account/notices/codes", use: askCode)
        router.post("account/notices/address", use: confirm)
        router.post("account/notices/end", use: end)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map(NoticeDraft.init) ?? NoticeDraft(), visit)
    }

    @Sendable private func askCode(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        var draft = NoticeDraft(try await FormBody.read(request))
        guard installation.sendsMail else { throw Problem.notFound }
        guard let address = parsed(&draft, visit) else { return try await page(draft, visit, status: .badRequest) }
        let digits = NoticeCode.digits(from: installation.secrets.bytes(8))
        let (vault, now) = (installation.vault, visit.now)
        do {
            try await installation.database.write { connection in
                try vault.refresh()
                try connection.askNoticeCode(for: address, of: account.id, digits: digits, at: now, vault)
            }
        } catch is NoticeCode.Refusal {
            draft.errors.append(FieldError("address", visit.language.notices.tooOften))
            return try await page(draft, visit, status: .badRequest)
        }
        return .seeOther(.notices)
    }

    /// The address that was typed, or nil with the errors in the draft.
    private func parsed(_ draft: inout NoticeDraft, _ visit: Visit) -> MailAddress? {
        let words = visit.language.notices
        var address: MailAddress?
        do { address = try MailAddress(draft.address) } catch {
            draft.errors.append(FieldError("address", error == .empty ? words.noAddress : words.wrongAddress))
        }
        if !draft.isOwn { draft.errors.append(FieldError("own", words.notOwn)) }
        return draft.errors.isEmpty ? address : nil
    }

    @Sendable private func confirm(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        let typed = try await FormBody.read(request).text("code")
        let (vault, now) = (installation.vault, visit.now)
        let (words, before) = (visit.language.notices, try await state(of: account.id))
        // Pressed twice, the second one finds it done.
        if before.choice?.isWanted == true, before.code?.isOpen(at: now) != true { return .seeOther(.notices) }
        let answer = try await installation.database.write { connection in
            try vault.refresh()
            return try connection.confirmNoticeAddress(of: account.id, typed: typed, at: now, vault)
        }
        var draft = NoticeDraft()
        switch answer {
        case .right: return .seeOther(.notices)
        case .wrong(let left): draft.errors = [FieldError("code", words.wrongCode(left))]
        case .over: draft.errors = [FieldError("address", words.codeIsOver)]
        }
        draft.address = before.code?.address.text ?? ""
        return try await page(draft, visit, status: .badRequest)
    }

    @Sendable private func end(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        try await installation.database.write { try $0.endNotices(of: account.id) }
        return .seeOther(.notices)
    }

    private struct State: Sendable {
        let choice: NoticeChoice?
        let code: NoticeCode?
        let isCodeRefused: Bool
    }

    private func state(of account: ID<Account>) async throws -> State {
        let vault = installation.vault
        return try await installation.database.read { connection in
            try vault.refresh()
            let kept = try connection.noticeCode(of: account, vault)
            return State(
                choice: try connection.noticeChoice(of: account, vault), code: kept?.code,
                isCodeRefused: kept?.refused != nil)
        }
    }

    private func page(
        _ draft: NoticeDraft, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let account = try visit.account()
        let state = try await state(of: account.id)
        let code = state.code.flatMap { $0.isOpen(at: visit.now) ? $0 : nil }
        let page = NoticesPage(
            language: visit.language, isPossible: installation.sendsMail,
            chosen: state.choice.flatMap { $0.isWanted ? $0.address.text : nil },
            isRefused: state.choice?.refused != nil, asked: code?.address.text,
            isCodeRefused: code != nil && state.isCodeRefused, draft: draft, token: visit.token ?? "")
        var frame = installation.frame(visit, title: visit.language.notices.title)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: status)
    }
}

extension Link {
    /// Where somebody chooses about mail.
    package static let notices: Link = "/account/notices"
    static let noticeCodes: Link = "/account/notices/codes"
    static let noticeAddress: Link = "/account/notices/address"
    static let noticesEnd: Link = "/account/notices/end"
}
