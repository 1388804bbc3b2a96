// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import NetworkRules
import PeopleRules
import Site

/// The referrals of a family that one reader may know of, gathered in one transaction.
struct FamilyReferrals: Sendable {
    let family: ID<Family>
    let reading: Reading
    let referrals: [ReferralInDossier]
    let names: ReferralNames
    let persons: [ID<Person>: String]
    let expected: [ID<Organisation>: ExpectedWait]
    /// Whom the reader may refer.
    let mayRefer: [ID<Person>]

    /// nil for who plans with nobody here.
    init?(on today: Day, _ key: borrowing DossierKey, _ connection: Connection, _ vault: Vault) throws {
        guard key.reading.readsPlan else { return nil }
        (family, reading) = (key.family, key.reading)
        let found = try connection.referrals(key)
        referrals = found
        names = try ReferralNames(found.map(\.referral), connection, vault)
        let covered = key.reading.covered.keys.sorted()
        mayRefer = covered.filter { key.reading.mayRefer($0) }
        var persons: [ID<Person>: String] = [:]
        for person in covered { persons[person] = try key.name(of: person) }
        self.persons = persons
        var expected: [ID<Organisation>: ExpectedWait] = [:]
        for organisation in Set(found.filter { !$0.referral.isOver }.compactMap(\.receiver)) {
            expected[organisation] = try connection.expectedWait(at: organisation, on: today)
        }
        self.expected = expected
    }
}

/// To whom somebody was referred, and how that stands in plain words.
struct FamilyReferralsPage {
    let language: Language
    let content: FamilyReferrals
    let today: Day

    private var words: any ReferralWords { language.referrals }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.familyLead, above: More(.circle(content.family), language.circle.title)))
        \(if: content.referrals.isEmpty, Empty(words.noneYet, words.noneYetText).html)\
        \(if: !content.referrals.isEmpty, Section(
            "all", words.familyLead, isTitleHidden: true, "\(content.referrals, card)"
        ).html)
        \(if: !content.mayRefer.isEmpty, Section("refer", words.referWhom, Entries(content.mayRefer.map { person in
            Entry(
                .newReferral(content.family, of: person), .handshake,
                words.refer(content.persons[person] ?? language.circle.erased), words.referText)
        }).html).html)
        <p class="actions">\(More(.provisions(content.family), language.proposals.title))</p>
        """
    }

    private func card(_ found: ReferralInDossier) -> HTML {
        let referral = found.referral
        let name = content.persons[referral.person] ?? language.circle.erased
        let place = found.receiver.map(content.names.organisation) ?? words.somewhere
        return Card(
            words.about(name, place),
            """
            <p><strong>\(words.stands(referral.state))</strong> \(waiting(referral))</p>
            \(expected(found).map { "<p>\($0)</p>\n" as HTML })\
            \(found.question.map { "<p class=\"soft small\">\(words.asked)</p>\n\(Paragraphs($0))" as HTML })
            \(found.elsewhere.map { "<p class=\"soft small\">\(words.elsewhereSaid)</p>\n\(Paragraphs($0))" as HTML })
            \(if: found.isAtDesk, More(.referral(referral.id), words.open).html)
            \(if: content.reading.decidesWithSecond, More(
                .newHold(content.family, of: ItemName(.referral, referral.id)), language.holds.hold).html)
            """
        ).html
    }

    private func waiting(_ referral: Referral) -> String {
        let span = words.span(days: referral.waitInAll.days(until: today))
        if referral.wait.started != nil || referral.isOver { return words.waited(span) }
        return referral.wait.pausedSince == nil ? words.waits(span) : words.pausedAfter(span)
    }

    private func expected(_ found: ReferralInDossier) -> String? {
        guard found.referral.wait.started == nil, !found.referral.isOver, let place = found.receiver else { return nil }
        return content.expected[place].map { words.halfBegan(words.span(days: $0.median)) } ?? words.notKnown
    }
}
