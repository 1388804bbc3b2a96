// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// The addresses of a family's meetings, and of one's own calendar.
extension Link {
    package static func meetings(_ family: ID<Family>) -> Link { "/families/\(family)/meetings" }
    static func newMeeting(_ family: ID<Family>) -> Link { "/families/\(family)/meetings/new" }
    /// With these persons chosen.
    static func newMeeting(_ family: ID<Family>, about persons: Set<ID<Person>>) -> Link {
        persons.sorted().reduce(newMeeting(family)) { $0.with(query: ["about": $1.text]) }
    }
    package static func meeting(_ family: ID<Family>, _ meeting: ID<Meeting>) -> Link {
        "/families/\(family)/meetings/\(meeting)"
    }
    static func meeting(_ family: ID<Family>, _ meeting: ID<Meeting>, _ part: MeetingPart) -> Link {
        "/families/\(family)/meetings/\(meeting)/\(part.rawValue)"
    }
    /// Where somebody gets the secret address for their own calendar.
    package static let calendar: Link = "/calendar"
    static let calendarFeed: Link = "/calendar/feed"
    static let calendarFeedEnd: Link = "/calendar/feed/end"
    static func calendarFeed(_ secret: String) -> Link { "/calendar/\(secret)" }
}

/// What belongs to a meeting, as its address says it.
enum MeetingPart: String, CaseIterable {
    case answers, time, cancellation, seen, points, change, minutes, remarks, calendar
}
