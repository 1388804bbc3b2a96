// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Letting somebody more take part in a conversation, from now on.
package struct ParticipantPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/conversations/:conversation/participants", use: choose)
        router.post("families/:family/conversations/:conversation/participants", use: add)
    }

    @Sendable private func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(nil, error: nil, visit)
    }

    @Sendable private func add(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Conversation> = try visit.id("conversation")
        let look = try visit.look(.update, at: ItemName(.conversation, id))
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let chosen: ID<Account>? = form.id("who")
        let (vault, now) = (installation.vault, visit.now)
        do {
            let outcome = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let summary = try connection.conversation(id, key) else { return nil }
                try connection.add(chosen, to: summary, at: now, key, vault)
                return Found(Link.conversation(key.family, id).text, about: summary.conversation.about)
            }
            guard let outcome, let link = Link(local: outcome) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as Conversation.AddingRefusal {
            let words = visit.language.participants
            switch refusal {
            case .privateLine, .mayNotTakePart: throw Problem.notFound
            case .takesPartAlready: return .seeOther(.conversation(family, id))
            case .nobodyChosen: return try await page(nil, error: words.nobodyChosen, visit)
            case .mayNotRead(let account): return try await page(account, error: words.cannotJoin, visit)
            }
        }
    }

    private func page(_ chosen: ID<Account>?, error: String?, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Conversation> = try visit.id("conversation")
        let look = try visit.look(.read, at: ItemName(.conversation, id))
        let found = try await dossiers.read(family, look) { key, connection -> Found<ParticipantChoice>? in
            guard let summary = try connection.conversation(id, key), !summary.conversation.isPrivateLine
            else { return nil }
            let choice = ParticipantChoice(
                circle: try connection.circle(key), reading: key.reading, summary: summary)
            return Found(choice, about: summary.conversation.about)
        }
        guard let found else { throw Problem.notFound }
        // Whom the reader does not know they could not have chosen on our page.
        if let chosen, found.circle.name(of: chosen) == nil { throw Problem.notFound }
        let page = ParticipantPage(
            found, chosen: chosen, error: error, family: family, token: visit.token ?? "",
            form: FormID(installation.ids.next(at: visit.now)), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.conversations.title, for: found.reading)
        frame.isNarrow = true
        frame.isError = error != nil
        return .page(Layout(frame, page.html).html, status: error == nil ? .ok : .badRequest)
    }
}

/// Whom somebody can let take part, gathered in one transaction.
struct ParticipantChoice: Sendable {
    let circle: CircleSight
    let reading: Reading
    let summary: ConversationSummary
}

/// Where somebody chooses who takes part from now on.
struct ParticipantPage: Equatable {
    let language: Language
    let subject: String
    let above: More
    let choices: Choices
    let readers: String
    let action: Link
    let token: String
    let form: FormID

    init(
        _ choice: ParticipantChoice, chosen: ID<Account>?, error: String?, family: ID<Family>, token: String,
        form: FormID, language: Language
    ) {
        let words = language.participants
        let names = CircleNames(circle: choice.circle, reading: choice.reading, language: language)
        let conversation = choice.summary.conversation
        let accounts = Set(
            choice.circle.persons.compactMap(\.person.account) + choice.circle.members.map(\.membership.account))
        let others = names.sorted(accounts.subtracting(conversation.participants))
        self.language = language
        subject = choice.summary.subject ?? language.conversations.erasedSubject
        above = More(.conversation(family, conversation.id), language.messageActs.back)
        let present = names.sorted(conversation.participants.filter(names.isPresent))
        readers = words.readNow(
            language.list(present.map { $0 == choice.reading.reader ? language.site.you : names.name($0) }))
        choices = Choices(
            language, "who", legend: words.who, hint: words.hint, error: error, .one,
            others.map {
                Choices.Choice($0.text, names.name($0), text: names.part($0), isChosen: $0 == chosen)
            })
        action = .participants(family, conversation.id)
        self.token = token
        self.form = form
    }

    var html: HTML {
        """
        \(PageHead(language.participants.title, lead: readers, above: above,
            errors: choices.error.map { ErrorSummary(language, [FieldError("who", $0)]) }))
        \(if: choices.choices.isEmpty, Empty(language.participants.nobodyTitle, language.participants.nobodyText).html,
            else: fields)
        """
    }

    private var fields: HTML {
        """
        <form class="form" action="\(action)" method="post">
        \(CSRF.field(token))\(form.field)
        \(choices)
        \(Notice(.about, language.participants.fromNowTitle, language.participants.fromNowText))
        \(Actions([Button(language.participants.add, .submit())]))
        </form>
        """
    }
}
