// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

extension Link {
    /// Where it is decided by two about something.
    package static func decision<Matter>(_ family: ID<Family>, _ id: ID<Matter>) -> Link {
        "/families/\(family)/decisions/\(id)"
    }
    static func decisionAnswer(_ family: ID<Family>, _ id: ID<Decided>) -> Link {
        "/families/\(family)/decisions/\(id)/answer"
    }
}
