// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader knows of proposed help and of what municipalities decided, gathered in one transaction.
struct ProvisionList: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let proposals: [ProposalSight]
    let provisions: [ProvisionSight]
}

/// Which help was proposed, and what municipalities were asked for, each with how it stands.
struct ProvisionListPage: Equatable {
    struct Row: Equatable {
        let title: String
        let text: String
        let state: String
        let isNear: Bool
        let link: Link
    }

    let language: Language
    let family: ID<Family>
    let proposals: [Row]
    let provisions: [Row]
    let mayPropose: Bool

    init(_ list: ProvisionList, today: Day, language: Language) {
        (self.language, family) = (language, list.family)
        let names = ConsentNames(circle: list.circle, reading: list.reading, language: language)
        mayPropose = list.reading.covered.keys.contains { list.reading.mayRefer($0) }
        proposals = list.proposals.map { sight in
            let proposal = sight.proposal
            return Row(
                title: language.proposals.of(names.person(proposal.person)),
                text: sight.text?.help ?? language.proposals.erased,
                state: sight.stands(names, list.reading, language), isNear: false,
                link: .proposal(list.family, proposal.id))
        }
        provisions = list.provisions.map { sight in
            Row(
                title: language.provisions.of(names.person(sight.provision.person)),
                text: sight.text?.help ?? language.proposals.erased,
                state: sight.provision.stands(on: today, language), isNear: sight.provision.isLate(on: today),
                link: .provision(list.family, sight.provision.id))
        }
    }

    private var words: any ProposalWords { language.proposals }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.circle(family), language.circle.title),
            actions: mayPropose
                ? [
                    Button(words.fresh, .link(.newProposal(family))),
                    Button(language.provisions.fresh, .link(.newProvision(family)), .quiet),
                ] : []))
        \(if: proposals.isEmpty && provisions.isEmpty, Empty(words.none, words.noneText).html)\
        \(if: !proposals.isEmpty, Section(
            "proposals", words.all, "\(proposals, { card($0, words.open) })").html)\
        \(if: !provisions.isEmpty, Section(
            "asked", language.provisions.all, "\(provisions, { card($0, language.provisions.open) })").html)
        """
    }

    private func card(_ row: Row, _ open: String) -> HTML {
        Card(
            row.title,
            """
            <p>\(row.text)</p>
            <p><strong>\(row.state)</strong></p>
            \(More(row.link, open, about: row.text))
            """, isNear: row.isNear
        ).html
    }
}

extension ProposalSight {
    /// How it stands, with names for who may know who said what.
    func stands(_ names: ConsentNames, _ reading: Reading, _ language: Language) -> String {
        let who: Set<ID<Person>> =
            switch standing {
            case .waits(let others), .refused(let others): others
            case .agreed, .stopped, .over: []
            }
        let isNamed = reading.seesAnswers(to: proposal) && !who.isEmpty
        return language.proposals.stands(standing, isNamed ? names.persons(who.sorted()) : "")
    }
}

extension ProvisionRequest {
    func stands(on today: Day, _ language: Language) -> String {
        let words = language.provisions
        guard let decision else {
            let day = language.dateInside(decideBy)
            return isLate(on: today) ? words.late(since: day) : words.waits(until: day)
        }
        return words.result(decision.result) + "."
    }
}
