// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That a child's safety was assessed: about whom, by whom, when, and until when it is valid.
///
/// What it came to is an ``AssessedRisk``. A professional with the skill for it makes it, or one who asks a colleague with
/// that skill to sign along. Professionals who read all about the child read it; the family does once it was discussed
/// with them.
package struct RiskIndication: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// A professional of the circle makes it who reads all about the child.
        case notYours
        /// Assessed on a day to come, or longer than a year ago.
        case notThen
        /// Valid until a day that is over, or for more than a year.
        case notUntil
        /// Who makes it was not trained for it, and asks nobody to sign along who was.
        case cosignerMissing
        /// It is no longer the one that counts: replaced, or not signed along.
        case doesNotStand
        case releasedBefore
        /// Discussed on a day to come, or before it was assessed.
        case notDiscussedThen
        /// Nobody was asked to weigh it, or somebody did.
        case nothingToWeigh
    }

    /// Whether somebody signs along (*medeondertekening*).
    package enum Signature: String, CaseIterable, Sendable {
        case notNeeded, asked, signed, refused
    }

    /// For how many days one is valid at most, and unless somebody says otherwise.
    package static let longest = 366
    package static let usual = 182

    package let id: ID<RiskIndication>
    package let person: ID<Person>
    package let assessor: ID<Account>
    package let assessed: Day
    /// The first day on which it is no longer valid.
    package let until: Day
    package let made: Moment
    /// The one that it renews.
    package let replaces: ID<RiskIndication>?
    package private(set) var signature: Signature
    package private(set) var replacedBy: ID<RiskIndication>?
    package private(set) var released: Moment?

    package init(
        id: ID<RiskIndication>, person: ID<Person>, assessor: ID<Account>, assessed: Day, until: Day, made: Moment,
        replaces: ID<RiskIndication>? = nil, signature: Signature = .notNeeded,
        replacedBy: ID<RiskIndication>? = nil, released: Moment? = nil
    ) {
        (self.id, self.person, self.assessor, self.assessed) = (id, person, assessor, assessed)
        (self.until, self.made, self.replaces, self.signature) = (until, made, replaces, signature)
        (self.replacedBy, self.released) = (replacedBy, released)
    }

    /// One that is made now.
    ///
    /// - Parameters:
    ///   - isTrained: whether who makes it has the skill for youth.
    ///   - asksCosigner: whether somebody who has it is asked to sign along.
    /// - Throws: ``Refusal``
    package static func made(
        _ id: ID<RiskIndication>, about person: ID<Person>, by reader: Reading, isTrained: Bool, asksCosigner: Bool,
        assessed: Day, until: Day, renewing: RiskIndication? = nil, at now: Moment
    ) throws(Refusal) -> RiskIndication {
        guard reader.mayAssess(person), renewing.map({ $0.person == person }) ?? true else { throw .notYours }
        guard renewing?.stands ?? true else { throw .doesNotStand }
        let today = now.day
        guard assessed <= today, today - assessed <= longest else { throw .notThen }
        guard today < until, until - assessed <= longest else { throw .notUntil }
        guard isTrained || asksCosigner else { throw .cosignerMissing }
        return RiskIndication(
            id: id, person: person, assessor: reader.reader, assessed: assessed, until: until, made: now,
            replaces: renewing?.id, signature: isTrained ? .notNeeded : .asked)
    }

    /// Whether it is one that counts: signed, where that was asked, and not replaced.
    package var stands: Bool { (signature == .notNeeded || signature == .signed) && replacedBy == nil }

    /// Past its time it is shown as such until somebody renews it: nothing becomes safe by waiting.
    package func isExpired(on day: Day) -> Bool { until <= day }

    /// Whether another one is laid beside it: of the same child, that counts today; and the one that it renews, past its
    /// time or not, as danger that is gone at once is looked at, too.
    package func mayContradict(_ other: RiskIndication, on day: Day) -> Bool {
        guard other.person == person, other.id != id else { return false }
        return other.id == replaces || other.stands && !other.isExpired(on: day)
    }

    /// The indication once it was discussed with the family, and they read it.
    ///
    /// - Throws: ``Refusal``
    package func released(by reader: Reading, discussed: Day, at now: Moment) throws(Refusal) -> RiskIndication {
        guard reader.mayAssess(person), reader.mayRead(self) else { throw .notYours }
        guard stands else { throw .doesNotStand }
        guard released == nil else { throw .releasedBefore }
        guard assessed <= discussed, discussed <= now.day else { throw .notDiscussedThen }
        var indication = self
        indication.released = now
        return indication
    }

    /// These, and all that renewed them one after another: what is held from somebody stays so when it is assessed anew.
    package static func renewals(
        of ids: Set<ID<RiskIndication>>, among all: [RiskIndication]
    ) -> Set<ID<RiskIndication>> {
        all.sorted { $0.made < $1.made }.reduce(into: ids) { found, one in
            if one.replaces.map(found.contains) ?? false { found.insert(one.id) }
        }
    }

    /// The indication as somebody finds it who reads these: what replaced it counts for them once they read that, too.
    package func found(among known: Set<ID<RiskIndication>>) -> RiskIndication {
        guard let replacedBy, !known.contains(replacedBy) else { return self }
        var indication = self
        indication.replacedBy = nil
        return indication
    }

    /// The indication once the one who was asked to sign along answered.
    package func signed(_ answer: SecondProfessional.Answer) -> RiskIndication {
        var indication = self
        indication.signature = answer == .yes ? .signed : .refused
        return indication
    }
}

extension Reading {
    /// Whether the reader assesses the safety of somebody: a professional of the circle who reads all about that child.
    package func mayAssess(_ person: ID<Person>) -> Bool {
        membership?.kind == .professional && covered[person]?.share == .all && !adults.contains(person)
    }

    /// The children whose safety the reader assesses.
    package var assessed: Set<ID<Person>> { Set(covered.keys.filter(mayAssess)) }

    /// Whether the reader may read one: a professional with share `all` of that child; anybody else who reads all about the
    /// child once it was discussed.
    package func mayRead(_ indication: RiskIndication) -> Bool {
        guard !held.items.contains(ItemName(.indication, indication.id)), covered[indication.person]?.share == .all
        else { return false }
        return membership?.kind == .professional || isEmergency || indication.released != nil
    }

    /// Whether there can be one for the reader.
    package var findsIndications: Bool { covered.contains { $0.value.share == .all && !adults.contains($0.key) } }
}
