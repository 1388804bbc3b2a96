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
        /// When what was done by it was noted: one check stands behind one contact.
        package let noted: Moment?

        package init(
            id: ID<Check>, contact: Contact, isSafe: Bool, by: ID<Account>, at: Moment, used: Moment? = nil,
            noted: Moment? = nil
        ) {
            self.id = id
            self.contact = contact
            self.isSafe = isSafe
            self.by = by
            self.at = at
            self.used = used
            self.noted = noted
        }

        /// Whether it was used for what happened at about this moment, of which nothing was noted yet.
        fileprivate func wasUsed(at happened: Moment) -> Bool {
            guard isSafe, noted == nil, let used else { return false }
            return used <= happened + settling && happened <= used + settling
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

    /// A call that is ticked off, or a letter that is printed, is noted as of so long before or after.
    private static let settling = Duration.minutes(30)

    /// By which checks a contact was made, and of what nobody looked before it happened.
    ///
    /// - Parameter earlier: what the note said before it was corrected, of which it was asked then.
    package static func passed(
        _ noted: NotedContact, correcting earlier: [NotedContact] = [], among checks: [Check]
    ) -> (by: [Check], unchecked: [Contact]) {
        var (by, unchecked): ([Check], [Contact]) = ([], [])
        let asked = Set(earlier.flatMap(contacts))
        for contact in contacts(in: noted) where !asked.contains(contact) {
            do { by.append(try check(of: contact, at: noted.happened, among: checks)) } catch {
                unchecked.append(contact)
            }
        }
        return (by, unchecked)
    }

    /// The check by which a contact was made: the one that was used up as it was done, else one that held then.
    private static func check(
        of contact: Contact, at happened: Moment, among checks: [Check]
    ) throws(Refusal) -> Check {
        let used = checks.filter { $0.contact == contact && $0.wasUsed(at: happened) }
        if let last = used.max(by: { ($0.at, $0.id) < ($1.at, $1.id) }) { return last }
        return try check(for: contact, among: checks, at: happened + rounding)
    }
}
