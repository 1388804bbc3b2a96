// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Messages between chosen members of one circle (*gesprek*).
package struct Conversation: Hashable, Sendable {
    package let id: ID<Conversation>
    package let about: Set<ID<Person>>
    package let participants: Set<ID<Account>>
    /// Whether it is a young person's own line, which stays between two.
    package let isPrivateLine: Bool

    package init(
        id: ID<Conversation>, about: Set<ID<Person>>, participants: Set<ID<Account>>, isPrivateLine: Bool = false
    ) {
        self.id = id
        self.about = about
        self.participants = participants
        self.isPrivateLine = isPrivateLine
    }

    /// Why a conversation can't start, or a message can't be written.
    package enum Refusal: Kernel.Refusal {
        case noRecipient
        /// Nobody was chosen whom it is about.
        case aboutNobody
        /// Some recipient may not read about a person chosen, or two of them must not meet.
        case recipientMayNotRead(ID<Account>)
        case mayNotTakePart
    }

    /// A conversation between the one who starts it and those chosen, each of whom may read about all it is about.
    ///
    /// `readings` holds what each recipient may read now; a recipient without one may read nothing. Members hidden
    /// from one of the others are refused like anybody who may not read, so that the answer tells nothing.
    ///
    /// - Throws: ``Refusal``
    package static func started(
        _ id: ID<Conversation>, by starter: Reading, with recipients: Set<ID<Account>>, about: Set<ID<Person>>,
        readings: [ID<Account>: Reading], meets: (ID<Account>, ID<Account>) -> Bool
    ) throws(Refusal) -> Conversation {
        let others = recipients.subtracting([starter.reader])
        guard !others.isEmpty else { throw .noRecipient }
        guard !about.isEmpty else { throw .aboutNobody }
        guard starter.mayTakePart(about: about) else { throw .mayNotTakePart }
        let everybody = others.union([starter.reader])
        for other in others.sorted() {
            guard readings[other]?.mayTakePart(about: about) == true,
                everybody.allSatisfy({ $0 == other || meets(other, $0) && meets($0, other) })
            else { throw .recipientMayNotRead(other) }
        }
        return Conversation(id: id, about: about, participants: everybody)
    }
}

extension Reading {
    /// Whether the reader may read and write in a conversation: they take part, it is about persons they may read
    /// about, and it is not held from them.
    package func mayRead(_ conversation: Conversation) -> Bool {
        conversation.participants.contains(reader)
            && mayTakePart(about: conversation.about)
            && !held.items.contains(ItemName(.conversation, conversation.id))
    }
}

/// One message of a conversation (*bericht*); its text is sealed.
package enum Message {}
