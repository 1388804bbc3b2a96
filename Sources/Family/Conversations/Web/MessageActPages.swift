// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// What can be done with one message: taking it back, and telling that it is not right.
package struct MessageActPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        let message = "families/:family/conversations/:conversation/messages/:number"
        router.post("\(message)/withdrawal", use: withdraw)
        router.get("\(message)/withdrawn", use: askReason)
        router.post("\(message)/withdrawn", use: openWithdrawn)
        router.get("\(message)/concern", use: askConcern)
        router.post("\(message)/concern", use: tell)
    }

    // MARK: Taking back

    @Sendable private func withdraw(_ request: Request, _ visit: Visit) async throws -> Response {
        let (family, id, number) = try place(visit)
        let look = try visit.look(.update, at: ItemName(.conversation, id))
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let (vault, now) = (installation.vault, visit.now)
        let link = Link.conversation(family, id).with(fragment: "m\(number)")
        do {
            let outcome = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let summary = try connection.conversation(id, key),
                    try connection.withdraw(number, in: summary, by: key.reading.reader, at: now, key, vault)
                else { return nil }
                return Found(link.text, about: summary.conversation.about)
            }
            guard outcome != nil else { throw Problem.notFound }
        } catch let refusal as Withdrawal.Refusal {
            let words = visit.language.messageActs
            switch refusal {
            case .notTheAuthor: throw Problem.notFound
            // It is gone already, which is what was asked.
            case .alreadyWithdrawn: return .seeOther(link)
            case .dayIsOver: return sorry(words.tooLateTitle, words.tooLateText, back: link, visit)
            }
        }
        await live.wrote(in: family)
        return .seeOther(link)
    }

    @Sendable private func askReason(_ request: Request, _ visit: Visit) async throws -> Response {
        try await withdrawnPage(reason: "", error: nil, visit)
    }

    private func withdrawnPage(reason: String, error: String?, _ visit: Visit) async throws -> Response {
        let (family, id, number) = try place(visit)
        // Asking is not reading yet: the look at what was taken back is recorded with its reason.
        let look = try visit.look(.read, at: ItemName(.concern, id))
        let now = visit.now
        let isThere = try await dossiers.read(family, look) { key, connection -> Found<Bool>? in
            try connection.withdrawnMessage(number, in: id, at: now, key).map { Found(true, about: $0.about) }
        }
        guard isThere != nil else { throw Problem.notFound }
        let words = visit.language.messageActs
        let page = ReasonPage(
            language: visit.language, title: words.withdrawnTitle, lead: words.withdrawnLead,
            above: More(.conversations(family), visit.language.conversations.all),
            action: .withdrawnMessage(family, id, number), token: visit.token ?? "",
            form: FormID(installation.ids.next(at: now)), label: words.reason, value: reason, error: error,
            button: words.openIt)
        return answer(page.html, visit, isError: error != nil, status: error == nil ? .ok : .badRequest)
    }

    @Sendable private func openWithdrawn(_ request: Request, _ visit: Visit) async throws -> Response {
        let (family, id, number) = try place(visit)
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let words = visit.language.messageActs
        let reason: PlainText
        do { reason = try PlainText.paragraphs(form.text("reason"), limit: 500) } catch {
            return try await withdrawnPage(reason: form.text("reason"), error: words.reasonNeeded, visit)
        }
        let look = try visit.look(.read, at: ItemName(.conversation, id))
        let (vault, now) = (installation.vault, visit.now)
        let noted = try await dossiers.act(family, look, form: submission) { key, connection in
            guard let message = try connection.withdrawnMessage(number, in: id, at: now, key) else { return nil }
            try connection.note(reason, forOpening: message, in: id, at: now, key, vault)
            return Found("opened", about: message.about)
        }
        guard noted != nil else { throw Problem.notFound }
        let found = try await dossiers.read(family, look) { key, connection in
            try connection.withdrawnMessage(number, in: id, at: now, key).map { message in
                let names = CircleNames(
                    circle: try connection.circle(key, withEnded: true), reading: key.reading, language: visit.language)
                return Found(
                    (text: message.text, from: names.name(message.author), at: message.at), about: message.about)
            }
        }
        guard let found else { throw Problem.notFound }
        let page = QuotedPage(
            language: visit.language, title: words.withdrawnTitle,
            above: More(.conversations(family), visit.language.conversations.all), from: found.from,
            at: visit.language.dayAndClock(found.at, today: visit.today),
            text: found.text ?? visit.language.conversations.erasedText, act: nil)
        return answer(page.html, visit)
    }

    // MARK: Telling that it is not right

    @Sendable private func askConcern(_ request: Request, _ visit: Visit) async throws -> Response {
        let (family, id, number) = try place(visit)
        let look = try visit.look(.read, at: ItemName(.conversation, id))
        let found = try await dossiers.read(family, look) { key, connection -> Found<OpenedMessage>? in
            guard let summary = try connection.conversation(id, key) else { return nil }
            let message = try connection.messages(of: summary, in: .one(number), limit: 1, key).first
            guard let message, !message.isWithdrawn, message.author != key.reading.reader else { return nil }
            return Found(message, about: summary.conversation.about)
        }
        guard let found else { throw Problem.notFound }
        let words = visit.language.messageActs
        let act = ActForm(
            .concern(family, id, number), token: visit.token ?? "", title: words.tellIt, .main,
            form: FormID(installation.ids.next(at: visit.now)))
        let page = QuotedPage(
            language: visit.language, title: words.concernTitle, lead: words.concernLead,
            above: More(.conversation(family, id), words.back), from: nil,
            at: visit.language.dayAndClock(found.at, today: visit.today),
            text: found.text ?? visit.language.conversations.erasedText, act: act)
        return answer(page.html, visit)
    }

    @Sendable private func tell(_ request: Request, _ visit: Visit) async throws -> Response {
        let (family, id, number) = try place(visit)
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let concern: ID<Promise> = installation.ids.next(at: visit.now)
        let look = try visit.look(.create, at: ItemName(.concern, concern))
        let (vault, now, words) = (installation.vault, visit.now, visit.language.messageActs)
        let text = words.toHear
        let link = Link.conversation(family, id).with(fragment: "m\(number)")
        do {
            let outcome = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let summary = try connection.conversation(id, key),
                    try connection.tell(ofMessage: number, in: summary, as: concern, saying: text, at: now, key, vault)
                else { return nil }
                return Found(link.text, about: summary.conversation.about)
            }
            guard outcome != nil else { throw Problem.notFound }
        } catch let refusal as Concern.Refusal {
            switch refusal {
            case .ownMessage: throw Problem.notFound
            case .alreadyTold: return .seeOther(link)
            case .nobodyToHear: return sorry(words.nobodyTitle, words.nobodyText, back: link, visit)
            }
        }
        await live.wrote(in: family)
        return .seeOther(link)
    }

    // MARK: What the pages share

    private func place(_ visit: Visit) throws -> (ID<Family>, ID<Conversation>, Int) {
        guard let number = visit.parameters.get("number").flatMap({ Int($0) }), number > 0 else {
            throw Problem.notFound
        }
        return (try visit.id("family"), try visit.id("conversation"), number)
    }

    private func sorry(_ title: String, _ text: String, back: Link, _ visit: Visit) -> Response {
        let page = PageHead(title, lead: text, above: More(back, visit.language.messageActs.back))
        return answer(page.html, visit, isError: true, status: .conflict)
    }

    private func answer(
        _ html: HTML, _ visit: Visit, isError: Bool = false, status: HTTPResponse.Status = .ok
    ) -> Response {
        var frame = installation.frame(visit, title: visit.language.conversations.title)
        frame.leavesQuickly = true
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: status)
    }
}
