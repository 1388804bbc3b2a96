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
        router.get("\(message)/concern", use: askConcern)
        router.post("\(message)/concern", use: tell)
    }

    // MARK: Taking back

    @Sendable private func withdraw(_ request: Request, _ visit: Visit) async throws -> Response {
        let (family, id, number) = try visit.message()
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

    // MARK: Telling that it is not right

    @Sendable private func askConcern(_ request: Request, _ visit: Visit) async throws -> Response {
        let (family, id, number) = try visit.message()
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
        return installation.messagePage(page.html, visit)
    }

    @Sendable private func tell(_ request: Request, _ visit: Visit) async throws -> Response {
        let (family, id, number) = try visit.message()
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

    private func sorry(_ title: String, _ text: String, back: Link, _ visit: Visit) -> Response {
        let page = PageHead(title, lead: text, above: More(back, visit.language.messageActs.back))
        return installation.messagePage(page.html, visit, isError: true, status: .conflict)
    }
}

extension Visit {
    /// The message whose page this is.
    func message() throws -> (ID<Family>, ID<Conversation>, Int) {
        guard let number = parameters.get("number").flatMap({ Int($0) }), number > 0 else { throw Problem.notFound }
        return (try id("family"), try id("conversation"), number)
    }
}

extension Installation {
    /// A page about one message.
    func messagePage(
        _ html: HTML, _ visit: Visit, isError: Bool = false, status: HTTPResponse.Status = .ok
    ) -> Response {
        var frame = frame(visit, title: visit.language.conversations.title)
        frame.leavesQuickly = true
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: status)
    }
}
