// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Somebody of 16 or 17 chooses which of those who bring them up read with them.
package struct LettingReadPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/consents/readers", use: show)
        router.post("families/:family/consents/readers", use: choose)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.consent, family))
        let found = try await dossiers.read(family, look) { key, connection -> Found<(LettingReadSight, Reading)>? in
            guard let sight = try connection.lettingRead(key) else { return nil }
            return Found((sight, key.reading), about: [sight.person])
        }
        guard let (sight, reading) = found else { throw Problem.notFound }
        let page = LettingReadPage(
            language: visit.language, family: family, sight: sight,
            chosen: visit.typed.map { Set($0.ids("readers", Person.self)) }, token: visit.token ?? "",
            form: installation.newForm(visit))
        var frame = installation.familyFrame(visit, title: visit.language.lettingRead.title, for: reading)
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html)
    }

    @Sendable private func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        let (now, vault, chosen) = (visit.now, installation.vault, Set(form.ids("readers", Person.self)))
        let done = try await dossiers.change(family, visit, form, at: ItemName(.consent, family)) { key, connection in
            guard try connection.chooseReaders(chosen, at: now, key, vault) else { throw Problem.notFound }
            return .consents(key.family)
        }
        guard let done else { throw Problem.notFound }
        await live.wrote(in: family)
        return .seeOther(done)
    }
}

/// Each of those who bring the reader up, ticked when they read.
struct LettingReadPage: Equatable {
    let language: Language
    let family: ID<Family>
    let sight: LettingReadSight
    /// What was ticked before signing in again; nil on a fresh form.
    let chosen: Set<ID<Person>>?
    let token: String
    let form: FormID

    private var words: any LettingReadWords { language.lettingRead }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead, above: More(.consents(family), language.consent.title)))
        \(FamilyForm(
            action: .readers(family), page: .readers(family), token: token, form: form,
            content: Choices(
                language, "readers", legend: words.who, hint: words.hint, error: nil, .several, sight.carers.map(carer)
            ).html,
            buttons: [Button(words.button, .submit())]).html)
        """
    }

    private func carer(_ carer: LettingReadSight.Carer) -> Choices.Choice {
        Choices.Choice(
            carer.person.text, carer.name ?? language.circle.erased,
            isChosen: chosen?.contains(carer.person) ?? carer.reads)
    }
}

extension Link {
    static func readers(_ family: ID<Family>) -> Link { "/families/\(family)/consents/readers" }
}
