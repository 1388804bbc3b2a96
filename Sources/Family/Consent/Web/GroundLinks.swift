// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

extension Link {
    static func grounds(_ family: ID<Family>) -> Link { "/families/\(family)/grounds" }
    static func newGround(_ family: ID<Family>) -> Link { "/families/\(family)/grounds/new" }
    static func ground(_ family: ID<Family>, _ id: ID<GroundUse>) -> Link { "/families/\(family)/grounds/\(id)" }
    static func groundTelling(_ family: ID<Family>, _ id: ID<GroundUse>) -> Link {
        "/families/\(family)/grounds/\(id)/telling"
    }
}
