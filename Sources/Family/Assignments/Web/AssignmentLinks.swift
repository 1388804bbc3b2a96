// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

extension Link {
    /// What municipalities assigned to one's organisation.
    package static let assignments: Link = "/assignments"
    /// Where messages about it are read in.
    static let newAssignments: Link = "/assignments/new"
    static let providerCodes: Link = "/assignments/codes"
    static func assignment(_ id: ID<Assignment>) -> Link { "/assignments/\(id)" }
    static func assignmentPassing(_ id: ID<Assignment>) -> Link { "/assignments/\(id)/passing" }
}
