// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What one professional decides and a second one confirms or not, besides what is held (which has steps of its own).
///
/// Its raw value is the kind of the subject that is decided about.
package enum Decided: String, Hashable, Sendable, CaseIterable {
    /// That a parent does not read about a child.
    case readingRefusal
    /// That direction is taken without its holder, or becomes safety's.
    case direction = "directionToConfirm"
    /// That something is shared on a ground, though nobody agreed.
    case ground = "groundUse"
    /// That somebody who must agree is not asked.
    case notAsked
    /// That somebody who must agree to an invitation is not asked.
    case invitation = "invitationNotAsked"
    /// That a person is not told something yet.
    case withholding
    /// That an assessment of a child's safety counts, which somebody made who was not trained for it.
    case indication = "indicationSigned"

    package func subject<Matter>(_ matter: ID<Matter>) -> Promise.Subject {
        Promise.Subject(kind: rawValue, id: matter.text)
    }

    /// What can be held of it: an indication is an item of its own, all else the decision itself.
    package func item(_ id: ID<Decided>) -> ItemName { ItemName(self == .indication ? .indication : .decision, id) }
}

extension SecondProfessional {
    /// What is looked at to tell whether somebody sees what is decided.
    package struct Onlooker: Hashable, Sendable {
        package let reader: ID<Account>
        /// Stands in the circle now for one of those whom it is about, as a professional of the organisation on whose
        /// behalf they ask.
        package let isMember: Bool
        /// The organisation whose people they lead, unless anything of the family is kept from them.
        package let led: ID<Organisation>?
        package let isOfFamily: Bool

        package init(reader: ID<Account>, isMember: Bool, led: ID<Organisation>?, isOfFamily: Bool) {
            self.reader = reader
            self.isMember = isMember
            self.led = led
            self.isOfFamily = isOfFamily
        }
    }

    /// Whether somebody sees what is asked: who asks, who owes the answer and who gave it, while they stand in the
    /// circle for those it is about; a team lead in whose inbox it lies; nobody of the family.
    package func isSeen(by who: Onlooker) -> Bool {
        guard !who.isOfFamily else { return false }
        if isOpen, who.reader != first, case .organisation(let asked) = asked, asked == who.led { return true }
        guard who.isMember else {
            // A lead who answered still reads it while they lead the people that were asked.
            return given?.by == who.reader && who.led.map { asked == .organisation($0) } == true
        }
        return who.reader == first || asked == .account(who.reader) || given?.by == who.reader
    }

    /// The same, where what was owed lies with another now.
    package func lying(with owner: Promise.Owner) -> SecondProfessional {
        SecondProfessional(id: id, subject: subject, first: first, asked: owner, made: made, given: given)
    }
}
