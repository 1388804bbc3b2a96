// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension Conversation {
    /// Why somebody can't be added to a conversation.
    package enum AddingRefusal: Kernel.Refusal {
        case nobodyChosen
        case takesPartAlready
        /// They may not read about a person it is about, or one of those in it must not meet them; which, nobody hears.
        case mayNotRead(ID<Account>)
        /// A private line stays between two.
        case privateLine
        case mayNotTakePart
    }

    /// The conversation with somebody more, who reads what is written from then on.
    ///
    /// What went before was written to those who took part then; ``WhatWentBefore`` decides who reads that, too.
    ///
    /// - Throws: ``AddingRefusal``
    package func adding(
        _ account: ID<Account>?, by adder: Reading, whoReads reading: Reading?,
        meets: (ID<Account>, ID<Account>) -> Bool
    ) throws(AddingRefusal) -> Conversation {
        guard adder.mayRead(self) else { throw .mayNotTakePart }
        guard !isPrivateLine else { throw .privateLine }
        guard let account else { throw .nobodyChosen }
        guard !participants.contains(account) else { throw .takesPartAlready }
        guard let reading, reading.reader == account, reading.mayTakePart(about: about),
            !reading.held.items.contains(ItemName(.conversation, id)),
            participants.allSatisfy({ meets(account, $0) && meets($0, account) })
        else { throw .mayNotRead(account) }
        return Conversation(
            id: id, about: about, participants: participants.union([account]), isPrivateLine: isPrivateLine)
    }
}
