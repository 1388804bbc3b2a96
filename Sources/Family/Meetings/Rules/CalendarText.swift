// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Appointments as other calendars read them (RFC 5545): one that was taken along, or a feed without content.
package struct CalendarText: Hashable, Sendable {
    package struct Event: Hashable, Sendable {
        package let uid: String
        package let starts: Moment
        package let ends: Moment
        package let changed: Moment
        package let sequence: Int
        package let isCancelled: Bool
        package let summary: String
        package let location: String
        /// Where it is read on the web; empty where the installation has no address.
        package let url: String
        package let description: String

        package init(
            uid: String, starts: Moment, ends: Moment, changed: Moment, sequence: Int, isCancelled: Bool = false,
            summary: String, location: String = "", url: String = "", description: String = ""
        ) {
            self.uid = uid
            self.starts = starts
            self.ends = ends
            self.changed = changed
            self.sequence = sequence
            self.isCancelled = isCancelled
            self.summary = summary
            self.location = location
            self.url = url
            self.description = description
        }
    }

    package let name: String
    package let events: [Event]
    /// Whether nothing in it tells which program made it.
    package let isNeutral: Bool

    package init(name: String, events: [Event], isNeutral: Bool = false) {
        self.name = name
        self.events = events
        self.isNeutral = isNeutral
    }

    /// The file: lines of 75 bytes at most, each ended as the standard asks.
    package var text: String {
        let maker = isNeutral ? "-//Calendar//NL" : "-//Rondom//Rondom//NL"
        let lines =
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:" + maker, "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                "X-WR-CALNAME:" + Self.escaped(name),
            ] + events.flatMap(lines) + ["END:VCALENDAR"]
        return lines.map(Self.folded).joined()
    }

    /// Moments stand in universal time: that says them in each calendar, in winter and in summer.
    private func lines(_ event: Event) -> [String] {
        let told: [(String, String)] = [
            ("SUMMARY", event.summary), ("LOCATION", event.location), ("DESCRIPTION", event.description),
        ]
        return [
            "BEGIN:VEVENT", "UID:" + event.uid, "DTSTAMP:" + Self.universal(event.changed),
            "LAST-MODIFIED:" + Self.universal(event.changed), "DTSTART:" + Self.universal(event.starts),
            "DTEND:" + Self.universal(event.ends), "SEQUENCE:\(event.sequence)",
            "STATUS:" + (event.isCancelled ? "CANCELLED" : "CONFIRMED"),
        ] + told.filter { !$0.1.isEmpty }.map { $0.0 + ":" + Self.escaped($0.1) }
            + (event.url.isEmpty ? [] : ["URL:" + event.url]) + ["END:VEVENT"]
    }

    /// `20261203T143000Z`.
    static func universal(_ moment: Moment) -> String {
        let seconds = moment.milliseconds >= 0 ? moment.milliseconds / 1_000 : 0
        let day = Day(number: Int(seconds / 86_400))
        let rest = Int(seconds % 86_400)
        let clock = [rest / 3_600, rest % 3_600 / 60, rest % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        return day.iso.filter { $0 != "-" } + "T" + clock.joined() + "Z"
    }

    /// RFC 5545, 3.3.11.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                escaped.unicodeScalars.append("\\")
                escaped.unicodeScalars.append(scalar)
            case "\n": escaped += "\\n"
            case "\r": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// RFC 5545, 3.1: no line longer than 75 bytes, and none broken within a letter.
    static func folded(_ line: String) -> String {
        var folded = ""
        var size = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if size + width > 75 {
                folded += "\r\n "
                size = 1
            }
            folded.unicodeScalars.append(scalar)
            size += width
        }
        return folded + "\r\n"
    }
}
