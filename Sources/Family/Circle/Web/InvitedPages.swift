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

/// Invitations for whoever is signed in: what is asked, and yes or no.
package struct InvitedPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("invitations", use: mine)
        router.post("families/:family/invitations/:invitation/acceptance", use: accept)
        router.post("families/:family/invitations/:invitation/refusal", use: refuse)
    }

    @Sendable private func mine(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        let (now, behalf) = (visit.now, visit.behalf)
        let open = try await dossiers.database.read { try $0.invitations(of: account.id, for: behalf, at: now) }
        var cards: [InvitedPage.Invited] = []
        for (family, id) in open {
            let look = try visit.look(.read, at: ItemName(.circle, id), by: id)
            let kept = try await dossiers.read(family, look) { key, connection in
                try connection.invitationLetter(id, key).map { Found($0, about: []) }
            }
            if let kept { cards.append(InvitedPage.Invited(family: family, kept: kept)) }
        }
        let isThanked = request.uri.queryParameters["thanks"] != nil
        let page = InvitedPage(
            language: visit.language, invited: cards, isThanked: isThanked, token: visit.token ?? "",
            forms: cards.map { _ in installation.newForm(visit) })
        var frame = installation.frame(visit, title: visit.language.invitations.mine)
        frame.isNarrow = true
        frame.leavesQuickly = true
        return .page(Layout(frame, page.html).html)
    }

    @Sendable private func accept(_ request: Request, _ visit: Visit) async throws -> Response {
        let name = try visit.account().profile.name
        let ids = installation.ids
        let (now, vault) = (visit.now, installation.vault)
        return try await act(request, visit) { id, key, connection in
            try connection.accept(id, as: (name, nil), at: now, ids: ids, key, vault)
            // Where all agreed before, the circle is open from now on.
            return key.reading.covered.isEmpty ? .myInvitations.with(query: ["thanks": "1"]) : .circle(key.family)
        }
    }

    @Sendable private func refuse(_ request: Request, _ visit: Visit) async throws -> Response {
        let (now, vault) = (visit.now, installation.vault)
        return try await act(request, visit) { id, key, connection in
            try connection.refuse(id, at: now, key, vault)
            return .myInvitations
        }
    }

    /// Whoever the invitation is not for, or not any more, finds nothing.
    private func act(
        _ request: Request, _ visit: Visit,
        _ act: @escaping @Sendable (ID<Invitation>, borrowing DossierKey, Connection) throws -> Link
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Invitation> = try visit.id("invitation")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let account = try visit.account().id
        if let before = try await dossiers.database.read({ try $0.submitted(submission, by: account) }) {
            return .seeOther(Link(local: before) ?? .myInvitations)
        }
        do {
            let look = try visit.look(.update, at: ItemName(.circle, id), by: id)
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                Found(try act(id, key, connection).text, about: [])
            }
            guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch is Invitation.Refusal {
            throw Problem.notFound
        }
    }
}

/// The invitations for one reader, each with yes and no.
struct InvitedPage: Equatable {
    struct Invited: Equatable {
        let family: ID<Family>
        let kept: KeptInvitation
    }

    let language: Language
    let invited: [Invited]
    let isThanked: Bool
    let token: String
    let forms: [FormID]

    private var words: any InvitationWords { language.invitations }

    var html: HTML {
        """
        \(PageHead(words.mine, lead: words.mineLead))
        \(if: isThanked, Notice(.good, words.thanks, words.thanksText).html)\
        \(if: invited.isEmpty, Empty(words.mineEmpty, words.mineEmptyText).html)\
        \(if: !invited.isEmpty, Section("open", words.mineOpen, "<div class=\"flow\">\n\(zip(invited, forms), card)</div>").html)
        """
    }

    private func card(_ invited: Invited, _ form: FormID) -> HTML {
        let invitation = invited.kept.invitation
        let inviter = invited.kept.letter?.inviter ?? language.circle.erased
        // Two of one inviter bear the same name, which parts of a page may not.
        return """
            \(Card(
                words.asks(inviter),
                """
                <div class="flow">\(texts(invited.kept), { "<p>\($0)</p>\n" })</div>
                <div class="actions">
                \(ActForm(
                    .acceptance(invited.family, invitation.id), token: token, title: words.accept, .main, form: form))
                \(ActForm(
                    .refusal(invited.family, invitation.id), token: token, title: words.refuse, .quiet, form: form))
                </div>
                """))

            """
    }

    private func texts(_ kept: KeptInvitation) -> [String] {
        let face = kept.letter?.face
        let said: [String?] = [
            face.map { words.asWhat([$0.function, $0.organisation].compactMap(\.self).joined(separator: ", ")) },
            face.map { words.expects($0.expectation) },
            face.flatMap { $0.notTheirTask.isEmpty ? nil : words.expectsNot($0.notTheirTask) },
            words.sees(kept.invitation.share),
            words.answerBefore(language.dateInside(kept.invitation.ends.day)),
        ]
        return said.compactMap(\.self)
    }
}
