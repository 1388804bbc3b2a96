// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// One party asks another to help a young person (*verwijzing*): until it starts who asked stays responsible, and until it
/// ends there is always somebody who owes the next word.
///
/// It begins when it is sent. The other side takes it on, declines it with a reason and somewhere else to go, or points to
/// another door. Taken on, the family waits for a first appointment, then for the help to start; after the first talk it can
/// still be given back. How it ended is told to who asked, who says whether it helped.
package struct Referral: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case sent
        /// Taken on: the family waits for a first appointment (*aanmeldwachttijd*).
        case accepted
        /// There was a first appointment, and help did not start yet (*behandelwachttijd*).
        case waiting
        case started
        /// How it ended is told; who asked has not said yet whether it helped.
        case answered(Outcome)
        case closed(Closing)
    }

    /// What the other side made of it.
    package enum Outcome: Hashable, Sendable {
        case declined, returned
        case redirected(to: ID<Organisation>)
        case finished(ReferralResult)
        /// Nobody is there any more who does it: it is back with who asked.
        case forsaken
    }

    /// How it ended.
    package enum Closing: String, CaseIterable, Sendable {
        /// As who asked said.
        case helped, helpedPartly, notHelped, noLongerNeeded
        /// It went on to another door.
        case sentOn
        /// Another that was asked at the same time started.
        case startedElsewhere
        /// Nobody said whether it helped, for long.
        case unheard
    }

    /// Who keeps contact with the family while it waits (*overbruggingscontact*).
    package enum Keeper: String, CaseIterable, Sendable {
        case sender, receiver
    }

    /// Within how many working days it is answered, the first appointment is held and help starts: four and ten weeks for the
    /// waits (Treeknormen), unless agreed otherwise.
    package static let answerNorm = 10
    package static let appointmentNorm = 20
    package static let startNorm = 50
    /// How long help goes on before it is said how it goes.
    package static let finishNorm = 125
    /// How long after it was to be said whether it helped nobody waits for that any more.
    package static let patience = Duration.days(28)

    package let id: ID<Referral>
    /// The family with whom it stands in the dossier, and of whom it is about.
    package let family: ID<Family>
    package let person: ID<Person>
    /// Those that were asked at the same time share it: one starts, the others are over then.
    package let bundle: ID<Referral>
    package internal(set) var sender: Side
    package internal(set) var receiver: Side
    /// Who hears of receipt, start and end besides: who directs.
    package internal(set) var hearers: [Promise.Receiver]
    package internal(set) var state: State
    /// Since when it stands so.
    package internal(set) var since: Moment
    package internal(set) var wait: Waiting
    package internal(set) var keeper: Keeper
    /// Whether there was contact in this stage of waiting.
    package internal(set) var isBridged: Bool

    /// How long the family waits, and waited, for it.
    package struct Waiting: Hashable, Sendable {
        /// The day on which help was first asked, at another door perhaps.
        package let asked: Day
        package internal(set) var met: Day?
        package internal(set) var started: Day?
        package internal(set) var ended: Day?
        /// How many days of each wait the family wished.
        package internal(set) var pausedUntilMet: Int
        package internal(set) var pausedUntilStart: Int
        /// Since when the family wishes to wait.
        package internal(set) var pausedSince: Day?

        package init(
            asked: Day, met: Day? = nil, started: Day? = nil, ended: Day? = nil, pausedUntilMet: Int = 0,
            pausedUntilStart: Int = 0, pausedSince: Day? = nil
        ) {
            (self.asked, self.met, self.started, self.ended) = (asked, met, started, ended)
            (self.pausedUntilMet, self.pausedUntilStart) = (pausedUntilMet, pausedUntilStart)
            self.pausedSince = pausedSince
        }
    }

    /// A referral as it was written down.
    package init(
        id: ID<Referral>, family: ID<Family>, person: ID<Person>, bundle: ID<Referral>, sender: Side, receiver: Side,
        hearers: [Promise.Receiver] = [], state: State, since: Moment, wait: Waiting, keeper: Keeper = .sender,
        isBridged: Bool = false
    ) {
        (self.id, self.family, self.person, self.bundle) = (id, family, person, bundle)
        (self.sender, self.receiver, self.hearers) = (sender, receiver, hearers)
        (self.state, self.since, self.wait) = (state, since, wait)
        (self.keeper, self.isBridged) = (keeper, isBridged)
    }

    /// One that is sent now.
    ///
    /// - Parameters:
    ///   - bundle: that of those asked at the same time; its own where it is asked alone.
    ///   - asked: when help was first asked, where it was sent on from another door.
    /// - Throws: ``Refusal/notYours`` for who does not plan with the young person, ``Refusal/ownReferral`` to oneself.
    package init(
        sending id: ID<Referral>, about person: ID<Person>, in family: ID<Family>, by reader: Reading,
        to receiver: Side,
        hearers: [Promise.Receiver] = [], bundle: ID<Referral>? = nil, asked: Day? = nil, at now: Moment
    ) throws(Refusal) {
        guard reader.mayRefer(person), let organisation = reader.onBehalfOf else { throw .notYours }
        guard receiver.organisation != organisation else { throw .ownReferral }
        self.init(
            id: id, family: family, person: person, bundle: bundle ?? id, sender: Side(organisation, reader.reader),
            receiver: receiver, hearers: hearers, state: .sent, since: now,
            wait: Waiting(asked: min(asked ?? now.day, now.day)))
    }
}

extension Reading {
    /// Whether the reader may refer somebody: a professional of their circle who plans with them.
    package func mayRefer(_ person: ID<Person>) -> Bool { mayHandCard(to: person) }

    /// Whether the reader knows in the dossier that somebody was referred, and how it stands: the young person, who reads
    /// about them by authority or was let in by them, and members who plan with them.
    ///
    /// - Parameters:
    ///   - first: who sent it, in whose hands it may be no more.
    ///   - hidden: the accounts of who is hidden from the reader.
    package func maySee(_ referral: Referral, sentBy first: ID<Account>?, hidden: Set<ID<Account>>) -> Bool {
        guard !held.items.contains(ItemName(.referral, referral.id)) else { return false }
        let hands = [first, referral.sender.account, referral.receiver.account].compactMap(\.self)
        return hidden.isDisjoint(with: hands) && covered[referral.person].map { $0.share >= .plan } ?? false
    }
}
