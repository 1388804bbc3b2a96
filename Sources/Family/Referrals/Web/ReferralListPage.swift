// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// The referrals of one worker, with who is called what.
struct ReferralList: Sendable {
    let group: SealedReferrals.Group
    let other: ID<Organisation>?
    let sights: [ReferralSight]
    let counts: [SealedReferrals.Group: Int]
    let others: [ID<Organisation>]
    let worker: Worker?
    let names: ReferralNames
}

/// The inbox of a desk: cut by how far they are and by the other side, longest asked first.
struct ReferralListPage {
    let language: Language
    let list: ReferralList
    let now: Moment

    private var words: any ReferralWords { language.referrals }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.deskLead, above: More(.today, language.today.title)))
        \(Filters(words.which, SealedReferrals.Group.allCases.map { group in
            Filters.Filter(
                link(group, list.other), words.group(group, list.counts[group] ?? 0), isCurrent: group == list.group)
        }))
        \(if: list.others.count > 1, Filters(words.withWhom, others).html)
        \(if: list.sights.isEmpty, Empty(words.deskEmpty, words.deskEmptyText).html)\
        \(if: !list.sights.isEmpty, "<ul class=\"promises\">\n\(list.sights, row)</ul>")
        <p>\(More(.waits, words.longestWaits))</p>
        <p>\(More(.outsideReferrals, language.outsideReferrals.title))</p>
        <p>\(More(.assignments, language.assignments.title))</p>
        """
    }

    private var others: [Filters.Filter] {
        [Filters.Filter(link(list.group, nil), words.all, isCurrent: list.other == nil)]
            + list.others.map {
                Filters.Filter(link(list.group, $0), list.names.organisation($0), isCurrent: list.other == $0)
            }
    }

    private func link(_ group: SealedReferrals.Group, _ other: ID<Organisation>?) -> Link {
        Link.referrals.with(query: ["which": group.rawValue, "with": other?.text])
    }

    private func row(_ sight: ReferralSight) -> HTML {
        let referral = sight.referral
        let isMine = list.worker.map(referral.waits) ?? false
        let isLate = sight.due.map { $0 <= now } ?? false
        let due = sight.due.map { language.by($0.day, today: now.day) } ?? words.stands(referral.state)
        let from = words.from(list.names.side(referral.sender), to: list.names.side(referral.receiver))
        let waited = words.waits(words.span(days: referral.waitInAll.days(until: now.day)))
        return PromiseRow(
            isLate ? .late : .open, due: due, isLate && isMine ? .near : .calm, what: sight.name ?? words.nobodyNamed,
            link: .referral(referral.id), note: "\(from) \(words.stands(referral.state)) \(waited)"
        ).row
    }
}

/// The longest waits of a desk: who waits longest stands first.
struct WaitListPage {
    let language: Language
    let list: ReferralList
    let now: Moment

    private var words: any ReferralWords { language.referrals }

    var html: HTML {
        """
        \(PageHead(words.longestWaits, lead: words.waitsLead, above: More(.referrals, words.title)))
        \(if: list.sights.isEmpty, Empty(words.nobodyWaits, words.nobodyWaitsText).html)\
        \(if: !list.sights.isEmpty, Table(
            words.longestWaits, words.waitColumns.map { Table.Column($0) }, list.sights.map(row), isStacked: true
        ).html)
        """
    }

    private func row(_ sight: ReferralSight) -> [HTML] {
        let referral = sight.referral
        return [
            "<a href=\"\(Link.referral(referral.id))\">\(sight.name ?? words.nobodyNamed)</a>",
            "\(list.names.organisation(referral.sender.organisation))", "\(words.stands(referral.state))",
            "\(words.span(days: referral.waitInAll.days(until: now.day)))",
        ]
    }
}
