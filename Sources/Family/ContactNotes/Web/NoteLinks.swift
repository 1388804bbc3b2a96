// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

extension Link {
    /// The contact notes of a family.
    package static func notes(_ family: ID<Family>) -> Link { "/families/\(family)/notes" }
    package static func newNote(_ family: ID<Family>) -> Link { "/families/\(family)/notes/new" }
    static func note(_ family: ID<Family>, _ id: ID<ContactNote>) -> Link { "/families/\(family)/notes/\(id)" }
    static func noteCorrections(_ family: ID<Family>, _ id: ID<ContactNote>) -> Link {
        "/families/\(family)/notes/\(id)/corrections"
    }
    static func noteStatements(_ family: ID<Family>, _ id: ID<ContactNote>) -> Link {
        "/families/\(family)/notes/\(id)/statements"
    }
    static func noteCopy(_ family: ID<Family>) -> Link { "/families/\(family)/notes/copy" }
    /// The families with which one had no contact for a while.
    package static let quiet: Link = "/today/quiet"
    package static func checkIn(_ family: ID<Family>) -> Link { "/families/\(family)/check-in" }
    /// Where somebody is asked to call back.
    package static func newCallBack(_ family: ID<Family>) -> Link { "/families/\(family)/call-backs/new" }
    static func callBacks(_ family: ID<Family>) -> Link { "/families/\(family)/call-backs" }
    /// One's own notes, which belong to no family.
    package static let workingNotes: Link = "/working-notes"
    static func workingNoteEnd(_ id: String) -> Link { "/working-notes/\(id)/end" }
}
