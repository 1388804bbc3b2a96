// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

/// The addresses of what was agreed to, and by whom.
extension Link {
    static func consents(_ family: ID<Family>) -> Link { "/families/\(family)/consents" }
    static func newConsent(_ family: ID<Family>, _ asked: Asked) -> Link {
        Link.consentForm(family).with(query: ["asked": asked.rawValue])
    }
    static func consentForm(_ family: ID<Family>) -> Link { "/families/\(family)/consents/new" }
    static func consent(_ family: ID<Family>, _ id: ID<Consent>) -> Link { "/families/\(family)/consents/\(id)" }
    static func consentAnswer(_ family: ID<Family>, _ id: ID<Consent>) -> Link {
        "/families/\(family)/consents/\(id)/answer"
    }
    static func consentNote(_ family: ID<Family>, _ id: ID<Consent>) -> Link {
        "/families/\(family)/consents/\(id)/note"
    }
    static func consentException(_ family: ID<Family>, _ id: ID<Consent>) -> Link {
        "/families/\(family)/consents/\(id)/exception"
    }
    static func consentWithdrawal(_ family: ID<Family>, _ id: ID<Consent>) -> Link {
        "/families/\(family)/consents/\(id)/withdrawal"
    }
    static func consentPaper(_ family: ID<Family>, _ id: ID<Consent>) -> Link {
        "/families/\(family)/consents/\(id)/paper"
    }
    static func weighing(_ family: ID<Family>, _ id: ID<Promise>) -> Link { "/families/\(family)/weighings/\(id)" }
    static func weighed(_ family: ID<Family>, _ id: ID<Promise>) -> Link {
        "/families/\(family)/weighings/\(id)/outcome"
    }
    static func orders(_ family: ID<Family>, of person: ID<Person>) -> Link {
        "/families/\(family)/persons/\(person)/orders"
    }
    static func orderEnd(_ family: ID<Family>, of person: ID<Person>, _ id: ID<ProtectionOrder>) -> Link {
        "/families/\(family)/persons/\(person)/orders/\(id)/end"
    }
}
