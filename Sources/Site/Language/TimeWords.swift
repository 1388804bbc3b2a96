// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// How a language says days, clocks, spans, lists and numbers; pages use the phrases of ``Language``.
package protocol TimeWords: Sendable {
    /// Monday first, as in the middle of a sentence.
    var weekdays: [String] { get }
    var months: [String] { get }
    var today: String { get }
    var tomorrow: String { get }
    var yesterday: String { get }
    var and: String { get }
    var or: String { get }
    /// Zero up to and with twelve; higher numbers stand in digits.
    var smallNumbers: [String] { get }
    var thousands: Character { get }
    var decimal: Character { get }

    func clock(hour: Int, minute: Int) -> String
    func days(_ count: Int) -> String
    func weeks(_ count: Int) -> String
    func hours(_ count: Int) -> String
    func minutes(_ count: Int) -> String
    func ahead(_ span: String) -> String
    func ago(_ span: String) -> String
    func by(_ day: String) -> String
}

extension Language {
    package var time: any TimeWords {
        switch self {
        case .nl: DutchTime()
        case .en: EnglishTime()
        }
    }
}

private struct DutchTime: TimeWords {
    private static let weekdays = [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ]
    private static let months = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ]
    private static let smallNumbers = [
        "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    ]

    var weekdays: [String] { Self.weekdays }
    var months: [String] { Self.months }
    var smallNumbers: [String] { Self.smallNumbers }
    let today = "vandaag"
    let tomorrow = "morgen"
    let yesterday = "gisteren"
    let and = "en"
    let or = "of"
    let thousands: Character = "."
    let decimal: Character = ","

    func clock(hour: Int, minute: Int) -> String { "\(hour).\(minute < 10 ? "0" : "")\(minute) uur" }
    func days(_ count: Int) -> String { count == 1 ? "1 dag" : "\(count) dagen" }
    func weeks(_ count: Int) -> String { count == 1 ? "1 week" : "\(count) weken" }
    func hours(_ count: Int) -> String { "\(count) uur" }
    func minutes(_ count: Int) -> String { count == 1 ? "1 minuut" : "\(count) minuten" }
    func ahead(_ span: String) -> String { "over \(span)" }
    func ago(_ span: String) -> String { "\(span) geleden" }
    func by(_ day: String) -> String { "Uiterlijk \(day)" }
}

private struct EnglishTime: TimeWords {
    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let smallNumbers = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    var weekdays: [String] { Self.weekdays }
    var months: [String] { Self.months }
    var smallNumbers: [String] { Self.smallNumbers }
    let today = "today"
    let tomorrow = "tomorrow"
    let yesterday = "yesterday"
    let and = "and"
    let or = "or"
    let thousands: Character = ","
    let decimal: Character = "."

    func clock(hour: Int, minute: Int) -> String { "\(hour):\(minute < 10 ? "0" : "")\(minute)" }
    func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
    func weeks(_ count: Int) -> String { count == 1 ? "1 week" : "\(count) weeks" }
    func hours(_ count: Int) -> String { count == 1 ? "1 hour" : "\(count) hours" }
    func minutes(_ count: Int) -> String { count == 1 ? "1 minute" : "\(count) minutes" }
    func ahead(_ span: String) -> String { "in \(span)" }
    func ago(_ span: String) -> String { "\(span) ago" }
    func by(_ day: String) -> String { "By \(day)" }
}
