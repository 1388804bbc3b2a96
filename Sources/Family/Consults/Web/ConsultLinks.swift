// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

extension Link {
    /// Questions without names between professionals.
    package static let consults: Link = "/consults"
    package static let newConsult: Link = "/consults/new"
    package static func consult(_ id: ID<Consult>) -> Link { "/consults/\(id)" }
    static func consultTaking(_ id: ID<Consult>) -> Link { "/consults/\(id)/taking" }
    static func consultPassing(_ id: ID<Consult>) -> Link { "/consults/\(id)/passing" }
    static func consultAnswer(_ id: ID<Consult>) -> Link { "/consults/\(id)/answer" }
    static func consultVerdict(_ id: ID<Consult>) -> Link { "/consults/\(id)/verdict" }
    static func consultClosing(_ id: ID<Consult>) -> Link { "/consults/\(id)/closing" }
}
