// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the timeline says.
protocol TimelineWords: Sendable {
    var title: String { get }
    var door: String { get }
    /// How many professionals helped, since when, and how many do now.
    func lead(helpers: Int, now: Int, since day: String) -> String
    var nobodyYet: String { get }
    var picture: String { get }
    func gap(_ from: String, _ until: String) -> String
    func gapGoesOn(_ from: String) -> String
    func busiest(_ helpers: Int, _ from: String, _ until: String?) -> String
    var pictureKey: String { get }
    var asTable: String { get }
    var who: String { get }
    var what: String { get }
    var from: String { get }
    var until: String { get }
    var goesOn: String { get }
    var happened: String { get }
    var aboutWhom: String { get }
    var everybody: String { get }
    var aboutWhat: String { get }
    var everything: String { get }
    func chapter(_ chapter: TimelineChapter) -> String
    func promised(_ text: String) -> String
    func settled(_ text: String) -> String
    func closed(_ text: String) -> String
    var emptyTitle: String { get }
    var emptyText: String { get }
}

extension Language {
    var timeline: any TimelineWords {
        switch self {
        case .nl: DutchTimeline()
        case .en: EnglishTimeline()
        }
    }
}

private struct DutchTimeline: TimelineWords {
    let title = "Tijdlijn"
    let door = "Alle hulp tot nu toe, en wat er gebeurde."
    func lead(helpers: Int, now: Int, since day: String) -> String {
        let before =
            helpers == 1
            ? "Sinds \(day) hielp één hulpverlener."
            : "Sinds \(day) hielpen \(Language.nl.count(helpers)) hulpverleners."
        let present =
            switch now {
            case 0: "Nu helpt er geen."
            case 1: "Nu is dat er één."
            case helpers: "Zij zijn er nu alle \(Language.nl.count(now))."
            default: "Nu zijn dat er \(Language.nl.count(now))."
            }
        return before + " " + present
    }
    let nobodyYet = "Er hielp nog geen hulpverlener."
    let picture = "Wie hielp wanneer"
    func gap(_ from: String, _ until: String) -> String { "Van \(from) tot \(until) hielp er geen hulpverlener." }
    func gapGoesOn(_ from: String) -> String { "Sinds \(from) helpt er geen hulpverlener." }
    func busiest(_ helpers: Int, _ from: String, _ until: String?) -> String {
        let number = Language.nl.count(helpers)
        return until.map { "De meeste tegelijk waren er \(number): van \(from) tot \($0)." }
            ?? "De meeste tegelijk zijn er \(number): sinds \(from)."
    }
    let pictureKey =
        "Een dichte balk is een hulpverlener, een open balk iemand van jullie zelf. Grijs is een tijd zonder hulpverlener."
    let asTable = "Dezelfde hulp als lijst"
    let who = "Wie"
    let what = "Wat"
    let from = "Vanaf"
    let until = "Tot"
    let goesOn = "helpt nu"
    let happened = "Wat er gebeurde"
    let aboutWhom = "Over wie"
    let everybody = "Iedereen"
    let aboutWhat = "Waarover"
    let everything = "Alles"
    func chapter(_ chapter: TimelineChapter) -> String {
        switch chapter {
        case .people: "Wie er kwam en ging"
        case .direction: "Regie"
        case .plan: "Plan"
        case .promises: "Toezeggingen"
        case .notes: "Contactnotities"
        case .conversations: "Gesprekken"
        case .meetings: "Overleggen"
        case .referrals: "Verwijzingen"
        case .provisions: "Hulpvoorstellen en besluiten"
        }
    }
    func promised(_ text: String) -> String { "beloofde: \(text)" }
    func settled(_ text: String) -> String { "deed wat beloofd was: \(text)" }
    func closed(_ text: String) -> String { "hoeft hier niet meer op te wachten: \(text)" }
    let emptyTitle = "Hier staat nog niets"
    let emptyText =
        "Zodra er iets gebeurt, lees je het hier. Koos je iets hierboven? Kies dan weer “Alles” of “Iedereen”."
}

private struct EnglishTimeline: TimelineWords {
    let title = "Timeline"
    let door = "All help so far, and what happened."
    func lead(helpers: Int, now: Int, since day: String) -> String {
        let before =
            helpers == 1
            ? "Since \(day) one professional helped."
            : "Since \(day) \(Language.en.count(helpers)) professionals helped."
        let present =
            switch now {
            case 0: "Nobody does now."
            case 1: "Now there is one."
            case helpers: "All \(Language.en.count(now)) are here now."
            default: "Now there are \(Language.en.count(now))."
            }
        return before + " " + present
    }
    let nobodyYet = "No professional has helped yet."
    let picture = "Who helped when"
    func gap(_ from: String, _ until: String) -> String { "From \(from) to \(until) no professional helped." }
    func gapGoesOn(_ from: String) -> String { "Since \(from) no professional helps." }
    func busiest(_ helpers: Int, _ from: String, _ until: String?) -> String {
        let number = Language.en.count(helpers)
        return until.map { "There were \(number) at most at the same time: from \(from) to \($0)." }
            ?? "There are \(number) at most at the same time: since \(from)."
    }
    let pictureKey =
        "A full bar is a professional, an open bar somebody of your own. Grey is a time without a professional."
    let asTable = "The same help as a list"
    let who = "Who"
    let what = "What"
    let from = "From"
    let until = "To"
    let goesOn = "helps now"
    let happened = "What happened"
    let aboutWhom = "About whom"
    let everybody = "Everybody"
    let aboutWhat = "About what"
    let everything = "Everything"
    func chapter(_ chapter: TimelineChapter) -> String {
        switch chapter {
        case .people: "Who came and went"
        case .direction: "Direction"
        case .plan: "Plan"
        case .promises: "Promises"
        case .notes: "Contact notes"
        case .conversations: "Conversations"
        case .meetings: "Meetings"
        case .referrals: "Referrals"
        case .provisions: "Proposals of help and decisions"
        }
    }
    func promised(_ text: String) -> String { "promised: \(text)" }
    func settled(_ text: String) -> String { "did what was promised: \(text)" }
    func closed(_ text: String) -> String { "no longer waits for: \(text)" }
    let emptyTitle = "Nothing here yet"
    let emptyText =
        "As soon as something happens you read it here. Did you choose something above? Choose “Everything” or “Everybody” again."
}
