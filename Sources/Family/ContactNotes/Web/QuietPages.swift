// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// The families with which a professional had no contact for a while, and asking them how it goes.
package struct QuietPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("today/quiet", use: list)
        router.post("today/quiet", use: choose)
        router.post("families/:family/check-in", use: ask)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try professional(visit)
        let look = try visit.look(.read, at: ItemName(.family, account))
        let found = try await dossiers.quietFamilies(look)
        let page = QuietPage(
            language: visit.language, days: found.days, families: found.families, today: visit.today,
            token: visit.token ?? "",
            forms: found.families.map { _ in installation.newForm(visit) })
        var frame = installation.frame(visit, title: visit.language.contacts.quiet)
        frame.leavesQuickly = true
        return .page(Layout(frame, page.html).html)
    }

    @Sendable private func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try professional(visit)
        let form = try await FormBody.read(request)
        guard let days = Int(form.text("days")), Quiet.choices.contains(days) else { throw Problem.malformed }
        try await installation.database.write { try $0.chooseQuietDays(days, of: account) }
        return .seeOther(.quiet)
    }

    private func professional(_ visit: Visit) throws -> ID<Account> {
        let account = try visit.account()
        guard account.kind == .professional else { throw Problem.notFound }
        return account.id
    }

    /// Writes a short fixed message where the reader talks with the family alone; without such a talk a note is offered.
    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        _ = try professional(visit)
        let form = try await FormBody.read(request)
        let submission = form.sending.map { ID<Submission>(as: $0) } ?? installation.ids.next(at: visit.now)
        let look = try visit.look(.create, at: ItemName(.conversation, family))
        let text = try PlainText.line(visit.language.contacts.howAreYou)
        let (vault, now) = (installation.vault, visit.now)
        let message: ID<FamilyRules.Message> = installation.ids.next(at: now)
        let outcome = try await dossiers.act(family, look, form: submission) { key, connection in
            guard let talk = try connection.checkInPlace(key) else {
                let place: Link = key.reading.notes ? .newNote(key.family) : .circle(key.family)
                return Found(place.text, about: [])
            }
            let number = try connection.write(
                text, as: message, in: talk, by: key.reading.reader, at: now, key, vault)
            return Found(Link.conversation(key.family, talk.id).with(fragment: "m\(number)").text, about: talk.about)
        }
        guard let outcome, let link = Link(local: outcome) else { throw Problem.notFound }
        await live.wrote(in: family)
        return .seeOther(link)
    }
}

/// The families, whom the longest first, each with what can be done at once.
struct QuietPage: Equatable {
    let language: Language
    let days: Int
    let families: [QuietSight]
    let today: Day
    let token: String
    /// One for each family: the same act in another family is another act.
    let forms: [FormID]

    private var words: any ContactWords { language.contacts }

    var html: HTML {
        """
        \(PageHead(
            words.quiet, lead: families.isEmpty ? nil : words.quietLead(days),
            above: More(.today, language.today.title)))
        \(if: families.isEmpty, Empty(words.nobodyQuiet, words.nobodyQuietText).html)\
        \(if: !families.isEmpty, Section("families", words.quiet, isTitleHidden: true, list).html)
        \(choice)
        """
    }

    private var list: HTML {
        let sorted = zip(families, forms).sorted { one, other in
            (one.0.quiet.since, one.0.quiet.family) < (other.0.quiet.since, other.0.quiet.family)
        }
        return "\(sorted, family)"
    }

    private func family(_ sight: QuietSight, _ form: FormID) -> HTML {
        let family = sight.quiet.family
        let title = sight.name.map(words.family) ?? words.erased
        let last = sight.quiet.last.map { words.last(language.dayInside($0.day, today: today)) } ?? words.never
        return Card(
            title,
            """
            <p>\(last)</p>
            \(if: !sight.asked.isEmpty, ask(sight, title, form))\
            <p class="actions">\(if: sight.mayNote, More(.newNote(family), words.note, about: title).html)\
            \(More(.circle(family), language.today.wholeCircle, about: title))</p>
            """
        ).html
    }

    private func ask(_ sight: QuietSight, _ title: String, _ form: FormID) -> HTML {
        let names = language.list(sight.asked.map(CircleNames.firstName))
        return ActForm(
            .checkIn(sight.quiet.family), token: token, title: words.ask(names), about: title, .soft, form: form
        ).html
    }

    private var choice: HTML {
        """
        <form class="form section" action="\(Link.quiet)" method="post">\(CSRF.field(token))
        \(Choices(
            language, "days", legend: words.daysLabel, .one,
            Quiet.choices.map { Choices.Choice(String($0), words.days($0), isChosen: $0 == days) }))
        \(Actions([Button(words.choose, .submit(), .quiet)]))
        </form>
        """
    }
}
