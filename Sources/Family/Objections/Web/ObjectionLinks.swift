// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

extension Link {
    /// Where somebody goes who does not agree.
    package static func objection(_ family: ID<Family>) -> Link { "/families/\(family)/objection" }
    static func objectionDraft(_ family: ID<Family>) -> Link { "/families/\(family)/objection/draft" }
    static func objectionToHear(_ family: ID<Family>, _ id: ID<Objection>) -> Link {
        "/families/\(family)/objections/\(id)"
    }
    static func objectionAnswer(_ family: ID<Family>, _ id: ID<Objection>) -> Link {
        "/families/\(family)/objections/\(id)/answer"
    }
}
