// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A young person's own line to one professional: of all others nobody finds a trace of it.
///
/// From 12 (Jeugdwet 7.3.11, 7.3.15), and younger to ask for help: then, too, a child must be able to tell somebody
/// (children's rights convention, 12 and 16). It lies in the young person's own part of the dossier.
package enum PrivateLine {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        case notAYoungPerson
        case nobodyChosen
        /// Who was chosen is no professional who is there for this young person.
        case notTheirs
        /// What can't be kept secret was not read.
        case notTold
    }

    /// With whom a reader can have one: the professionals who cover them, when the reader is young.
    package static func hearers(
        for reader: Reading, among members: some Sequence<Membership>, on day: Day
    ) -> Set<ID<Account>> {
        guard let own = reader.ownPerson, !reader.adults.contains(own) else { return [] }
        let theirs = members.filter {
            $0.kind == .professional && $0.isActive(on: day) && $0.covers.contains(own) && !reader.isHidden($0.id)
        }
        return Set(theirs.map(\.account))
    }

    /// The line between a young person and who they chose.
    ///
    /// - Throws: ``Refusal``
    package static func opened(
        _ id: ID<Conversation>, by reader: Reading, to hearer: ID<Account>?, hearers: Set<ID<Account>>, isTold: Bool
    ) throws(Refusal) -> Conversation {
        guard let own = reader.ownPerson, !reader.adults.contains(own) else { throw .notAYoungPerson }
        guard let hearer else { throw .nobodyChosen }
        guard hearers.contains(hearer) else { throw .notTheirs }
        guard isTold else { throw .notTold }
        return Conversation(id: id, about: [own], participants: [reader.reader, hearer], isPrivateLine: true)
    }
}
