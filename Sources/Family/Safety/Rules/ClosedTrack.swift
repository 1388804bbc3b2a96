// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A family that is held as a whole from somebody who is a danger (*gesloten traject*): what reaches the family is looked
/// at first.
///
/// No letter, call, interpreter or member of the own network without a check that was recorded; and no talk with the whole
/// family is needed before help moves.
package enum ClosedTrack {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// Nobody recorded that it is safe, or too long ago, or for something else.
        case notChecked
    }

    /// What is looked at before it happens.
    package enum Contact: String, Sendable, CaseIterable {
        case letter, call, interpreter, informalMember
    }

    /// That somebody looked whether something is safe, and what they found (*controle*).
    package struct Check: Hashable, Sendable {
        package let id: ID<Check>
        package let contact: Contact
        package let isSafe: Bool
        package let by: ID<Account>
        package let at: Moment
        /// When what it was for was done.
        package let used: Moment?

        package init(
            id: ID<Check>, contact: Contact, isSafe: Bool, by: ID<Account>, at: Moment, used: Moment? = nil
        ) {
            self.id = id
            self.contact = contact
            self.isSafe = isSafe
            self.by = by
            self.at = at
            self.used = used
        }
    }

    /// How long a check holds.
    package static let validity = Duration.days(14)

    /// The check by which a contact may be made now: the latest of its kind, when it found it safe and was not used.
    ///
    /// - Throws: ``Refusal/notChecked``
    package static func check(
        for contact: Contact, among checks: [Check], at now: Moment
    ) throws(Refusal) -> Check {
        let latest = checks.filter { $0.contact == contact }.max { ($0.at, $0.id) < ($1.at, $1.id) }
        guard let latest, latest.isSafe, latest.used == nil, latest.at <= now, now < latest.at + validity else {
            throw .notChecked
        }
        return latest
    }

    /// What is told of a look that nobody recorded before: whether it was found safe, and in words who looked at what.
    package struct Look: Hashable, Sendable {
        package let isSafe: Bool
        package let text: PlainText

        package init(isSafe: Bool, _ text: PlainText) {
            self.isSafe = isSafe
            self.text = text
        }
    }

    /// What of a contact is looked at first: that a letter comes, that the phone rings, and who interprets.
    package static func contacts(in noted: NotedContact) -> [Contact] {
        var contacts: [Contact] = []
        switch noted.kind {
        case .call: contacts.append(.call)
        case .mail: contacts.append(.letter)
        case .visit, .noShow, .other: break
        }
        if noted.hadInterpreter { contacts.append(.interpreter) }
        return contacts
    }

    /// When something happened is told by hand, and rounded.
    private static let rounding = Duration.minutes(10)

    /// By which checks a contact was made, and of what nobody looked before it happened.
    package static func passed(
        _ noted: NotedContact, among checks: [Check]
    ) -> (by: [Check], unchecked: [Contact]) {
        var (by, unchecked): ([Check], [Contact]) = ([], [])
        for contact in contacts(in: noted) {
            do { by.append(try check(for: contact, among: checks, at: noted.happened + rounding)) } catch {
                unchecked.append(contact)
            }
        }
        return (by, unchecked)
    }
}
