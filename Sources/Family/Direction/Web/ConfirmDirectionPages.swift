// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// A second professional looks at direction that is taken without its holder, and says yes or no.
package struct ConfirmDirectionPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/direction/to-confirm/:asked", use: show)
        router.post("families/:family/direction/to-confirm/:asked", use: answer)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<DirectionToConfirm> = try visit.id("asked")
        let look = try visit.look(.read, at: ItemName(.direction, family))
        let found = try await dossiers.read(family, look) {
            key, connection -> Found<(DirectionToConfirm, CircleSight, Reading)>? in
            guard let asked = try connection.directionToConfirm(id, key) else { return nil }
            return Found((asked, try connection.circle(key), key.reading), about: [])
        }
        guard let (asked, circle, reading) = found else { throw Problem.notFound }
        let page = ConfirmDirectionPage(
            asked, circle, reading, family: family, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.direction.confirmTitle, for: reading)
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html)
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<DirectionToConfirm> = try visit.id("asked")
        let form = try await FormBody.read(request)
        let isRight = form.text("answer") == "yes"
        guard isRight || form.text("answer") == "no" else { throw Problem.malformed }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.direction, family)) {
                try $1.confirm(id, isRight: isRight, at: now, ids: ids, $0, vault)
                return .direction(family)
            }
            guard let done else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(done)
        } catch let refusal as DirectionRefusal {
            if refusal == .notYours { throw Problem.notFound }
            return .seeOther(.direction(family))
        }
    }
}

/// What a colleague wants to do, and why; with a yes and a no for the one who looks.
struct ConfirmDirectionPage: Equatable {
    let language: Language
    let family: ID<Family>
    let asked: DirectionToConfirm
    let name: String
    let second: String
    let isAsked: Bool
    let token: String
    let form: FormID

    init(
        _ asked: DirectionToConfirm, _ circle: CircleSight, _ reading: Reading, family: ID<Family>, token: String,
        form: FormID, language: Language
    ) {
        let names = CircleNames(circle: circle, reading: reading, language: language)
        (self.language, self.family, self.asked, self.token, self.form) = (language, family, asked, token, form)
        name = asked.by == reading.reader ? language.site.you : names.name(asked.by)
        second = names.name(asked.second)
        isAsked = asked.second == reading.reader
    }

    private var words: any DirectionWords { language.direction }

    var html: HTML {
        """
        \(PageHead(
            words.confirmTitle, lead: isAsked ? words.confirmLead(name) : words.waitsFor(second),
            above: More(.direction(family), words.title)))
        \(Facts([
            Facts.Fact(words.causeAsked, words.causeLabel(asked.cause)),
            Facts.Fact(words.kindAsked, words.kind(asked.kind)),
            Facts.Fact(words.why, asked.reason ?? language.circle.erased),
            Facts.Fact(words.reviewOn, language.dateInside(asked.review)),
        ]))
        \(if: isAsked, answer)
        """
    }

    private var answer: HTML {
        FamilyForm(
            action: .directionToConfirm(family, asked.id), page: .directionToConfirm(family, asked.id), token: token,
            form: form, content: "",
            buttons: [
                Button(words.confirmYes, .submit(name: "answer", value: "yes")),
                Button(words.confirmNo, .submit(name: "answer", value: "no"), .quiet),
            ]
        ).html
    }
}
