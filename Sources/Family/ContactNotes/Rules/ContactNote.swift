// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A call, a visit, a mail, or somebody who was not there (*contactnotitie*): noted in a minute by who did it.
///
/// What was noted stays: a correction is a new version beside the old one, and who it is about can add their own
/// statement to it (Jeugdwet 7.3.8 lid 2).
package struct ContactNote: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case call, visit, mail, noShow, other
    }

    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// A professional notes it who plans with all it is about; who noted it corrects it.
        case notYours
        case withNobody
        /// It happened already, and not longer than a year ago.
        case notThen
    }

    /// With whom there was contact: persons of the family, and members of the circle.
    package struct Parties: Hashable, Sendable {
        package let persons: Set<ID<Person>>
        package let accounts: Set<ID<Account>>

        package init(persons: Set<ID<Person>> = [], accounts: Set<ID<Account>> = []) {
            self.persons = persons
            self.accounts = accounts
        }

        package var isEmpty: Bool { persons.isEmpty && accounts.isEmpty }
    }

    package let id: ID<ContactNote>
    package let author: ID<Account>
    package let about: Set<ID<Person>>
    package let with: Parties

    package init(id: ID<ContactNote>, author: ID<Account>, about: Set<ID<Person>>, with: Parties) {
        self.id = id
        self.author = author
        self.about = about
        self.with = with
    }

    /// One that is noted now; about those with whom there was contact, unless told otherwise.
    ///
    /// - Throws: ``Refusal``
    package static func noted(
        _ id: ID<ContactNote>, by reader: Reading, about: Set<ID<Person>>, with: Parties, happened: Moment,
        at now: Moment
    ) throws(Refusal) -> ContactNote {
        let persons = about.isEmpty ? with.persons : about
        guard reader.mayNote(about: persons) else { throw .notYours }
        guard !with.isEmpty else { throw .withNobody }
        guard happened <= now + .minutes(5), now - .days(366) < happened else { throw .notThen }
        return ContactNote(id: id, author: reader.reader, about: persons, with: with)
    }
}

/// What a version of a note says: of what kind the contact was, when, and what was noted.
package struct NotedContact: Hashable, Sendable {
    package let kind: ContactNote.Kind
    package let happened: Moment
    /// Somebody else put it in words.
    package let hadInterpreter: Bool
    package let text: String

    package init(_ kind: ContactNote.Kind, happened: Moment, hadInterpreter: Bool = false, _ text: String) {
        self.kind = kind
        self.happened = happened
        self.hadInterpreter = hadInterpreter
        self.text = text
    }

    /// To be sealed; what was noted comes last.
    package var sealed: String {
        FieldText.joined(
            ["2", kind.rawValue, String(happened.milliseconds), hadInterpreter ? "interpreter" : "", text])
    }

    /// Reads what ``sealed`` wrote, and what stood before interpreters were noted; nil for anything else.
    package init?(sealed: String) {
        let isEarlier = sealed.hasPrefix("1")
        let fields = FieldText.fields(of: sealed, atMost: isEarlier ? 4 : 5)
        guard let text = fields.last, fields.count == (isEarlier ? 4 : 5), fields[0] == (isEarlier ? "1" : "2"),
            let kind = ContactNote.Kind(rawValue: String(fields[1])), let happened = Int64(fields[2])
        else { return nil }
        self.init(
            kind, happened: Moment(milliseconds: happened),
            hadInterpreter: !isEarlier && fields[3] == "interpreter", String(text))
    }
}

extension Reading {
    /// Whether the reader notes contacts about these persons.
    package func mayNote(about persons: Set<ID<Person>>) -> Bool {
        membership?.kind == .professional && !persons.isEmpty
            && persons.allSatisfy { covered[$0].map { $0.share >= .plan } ?? false }
    }

    /// Whether there is anybody about whom the reader notes contacts.
    package var notes: Bool { covered.keys.contains { mayNote(about: [$0]) } }

    /// Whether there can be a note for the reader: what they wrote, or what is about those of whom they read all.
    package var findsNotes: Bool { notes || ownPerson != nil || covered.values.contains { $0.share == .all } }

    /// Whether the reader took part in a contact, or noted it.
    package func tookPart(in note: ContactNote) -> Bool {
        note.author == reader || note.with.accounts.contains(reader)
            || ownPerson.map(note.with.persons.contains) ?? false
    }

    /// Whether the reader may read a note: who took part and may still read about those it is about, and who covers them
    /// all with share `all`.
    ///
    /// What is about several adults is read by those who took part.
    package func mayRead(_ note: ContactNote) -> Bool {
        guard !held.items.contains(ItemName(.note, note.id)) else { return false }
        if tookPart(in: note) { return mayTakePart(about: note.about) }
        return mayReadNotes(about: note.about)
    }

    /// Whether the reader reads what others noted about these persons.
    package func mayReadNotes(about persons: Set<ID<Person>>) -> Bool {
        !persons.isEmpty && persons.intersection(adults).count < 2
            && persons.allSatisfy { covered[$0]?.share == .all }
    }

    /// Whether the reader may add a statement to a note: it is about them, or about a child for whom they stand.
    package func mayState(on note: ContactNote) -> Bool {
        guard let ownPerson, mayRead(note) else { return false }
        return note.about.contains(ownPerson) || note.about.contains { covered[$0]?.ground == .authority }
    }
}
