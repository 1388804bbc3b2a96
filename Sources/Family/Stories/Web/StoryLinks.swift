// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

extension Link {
    /// The stories of a family.
    package static func stories(_ family: ID<Family>) -> Link { "/families/\(family)/story" }
    package static func story(_ family: ID<Family>, _ id: ID<Story>) -> Link { "/families/\(family)/story/\(id)" }
    static func storyVersions(_ family: ID<Family>, _ id: ID<Story>) -> Link {
        "/families/\(family)/story/\(id)/versions"
    }
    static func storyYes(_ family: ID<Family>, _ id: ID<Story>, _ number: Int) -> Link {
        "/families/\(family)/story/\(id)/versions/\(number)/yes"
    }
    static func storyDraft(_ family: ID<Family>, _ id: ID<Story>) -> Link {
        "/families/\(family)/story/\(id)/draft"
    }
    static func storyConfirmation(_ family: ID<Family>, _ id: ID<Story>) -> Link {
        "/families/\(family)/story/\(id)/confirmation"
    }
    static func storyReaders(_ family: ID<Family>, _ id: ID<Story>) -> Link {
        "/families/\(family)/story/\(id)/readers"
    }
    static func storyFile(_ family: ID<Family>, _ id: ID<Story>, _ file: ID<Attachment>) -> Link {
        "/families/\(family)/story/\(id)/attachments/\(file)"
    }
}
