// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// What a helper holds in one family, and who there could go on with it.
package struct HeldInFamily: Sendable {
    package let family: ID<Family>
    /// nil when it was erased.
    package let name: String?
    package let reading: Reading
    package let circle: CircleSight
    /// nil where somebody else directs.
    package let direction: Direction?
    package let isCalledFirst: Bool
    /// How much they owe there that is open.
    package let promises: Int
    /// The handover of it that waits already.
    package let underWay: KeptHandover?
    /// Helpers of the circle whom the reader knows, colleagues of the same organisation first.
    package let next: [ID<Account>]
}

private struct FamiliesHelped: SealedList {
    let families: [ID<Family>]
}

extension Dossiers {
    /// What the reader holds in each family in which they help, in no order: names can be sorted only where they are open.
    package func held(_ look: Look) async throws -> [HeldInFamily] {
        try await list(
            look, naming: .covered,
            { FamiliesHelped(families: try $0.families(around: look.reader, on: look.at.day)) },
            { key, _, connection in try connection.held(key) }
        ).values
    }
}

extension Connection {
    fileprivate func held(_ key: borrowing DossierKey) throws -> HeldInFamily? {
        let reader = key.reading.reader
        let (own, circle, around) = (try helperMemberships(of: reader, key), try circle(key), try choosable(key))
        guard !own.isEmpty else { return nil }
        let open = try openHandovers(key).filter { $0.handover.from == reader && $0.handover.leaves }
        return HeldInFamily(
            family: key.family, name: try key.familyName(), reading: key.reading, circle: circle,
            direction: around.direction.flatMap { $0.holder == reader ? $0 : nil },
            isCalledFirst: around.firstContact == reader,
            promises: try openPromises(key, among: circle).count { $0.isOwn }, underWay: open.first,
            next: next(after: own, in: circle, among: around.professionals, mustNotMeet: try mustNotMeet(key)))
    }

    private func next(
        after own: [Membership], in circle: CircleSight, among professionals: Set<ID<Account>>,
        mustNotMeet: (ID<Account>, ID<Account>) -> Bool
    ) -> [ID<Account>] {
        let places = Set(own.compactMap(\.organisation))
        let others = circle.members.map(\.membership).filter { member in
            member.kind == .professional && professionals.contains(member.account)
                && !own.contains { $0.account == member.account || mustNotMeet($0.account, member.account) }
        }
        let near = others.filter { $0.organisation.map(places.contains) ?? false }
        var seen: Set<ID<Account>> = []
        return (near + others).map(\.account).filter { seen.insert($0).inserted }
    }
}
