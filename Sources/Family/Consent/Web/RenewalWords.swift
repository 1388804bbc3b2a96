// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What is said where consents are asked again, and where a birthday gives somebody more to decide.
protocol RenewalWords: Sendable {
    var title: String { get }
    var lead: String { get }
    func door(_ count: Int) -> String
    var which: String { get }
    var missing: String { get }
    func ends(_ day: String, about names: String) -> String
    var until: String { get }
    var button: String { get }

    /// To the young person, ahead.
    func nearing(_ age: Birthday.Age, on day: String) -> (title: String, text: String)
    /// To others, from the day.
    func came(_ name: String, _ age: Birthday.Age) -> (title: String, text: String)
    /// To the young person about what others agreed before, until a day.
    func asksAnew(until day: String) -> String
}

extension Language {
    var renewal: any RenewalWords {
        switch self {
        case .nl: DutchRenewal()
        case .en: EnglishRenewal()
        }
    }
}

private struct DutchRenewal: RenewalWords {
    let title = "Samen opnieuw vragen"
    let lead = "Dit stopt binnenkort. Kijk samen terug, en vraag wat nog nodig is."
    func door(_ count: Int) -> String { count == 1 ? "1 ja stopt binnenkort." : "\(count) keer ja stopt binnenkort." }
    let which = "Wat vraag je opnieuw?"
    let missing = "Kies minstens één."
    func ends(_ day: String, about names: String) -> String { "Over \(names). Stopt op \(day)." }
    let until = "Tot wanneer?"
    let button = "Opnieuw vragen"
    func nearing(_ age: Birthday.Age, on day: String) -> (title: String, text: String) {
        let text =
            switch age {
            case .twelve: "Dan zeg jij zelf wie wat over je mag weten. Bij hulp zeggen jij en je ouders samen ja."
            case .sixteen: "Dan beslis jij zelf over hulp. Je ouders lezen alleen nog mee als jij dat wilt."
            case .eighteen: "Dan ben je volwassen. Jij beslist of je kring doorgaat, en met wie."
            }
        return ("Op \(day) word je \(age.rawValue)", text + " Je leest dit eerder dan je ouders.")
    }
    func came(_ name: String, _ age: Birthday.Age) -> (title: String, text: String) {
        let text =
            switch age {
            case .twelve: "\(name) zegt nu zelf wie wat mag weten. Wat eerder mocht, loopt zes weken door."
            case .sixteen: "\(name) beslist nu zelf over hulp en over wie meeleest."
            case .eighteen: "\(name) is volwassen en beslist nu zelf."
            }
        return ("\(name) is \(age.rawValue) geworden", text)
    }
    func asksAnew(until day: String) -> String {
        "Anderen zeiden hier eerder ja voor jou. Nu beslis jij. Zonder jouw ja stopt het op \(day)."
    }
}

private struct EnglishRenewal: RenewalWords {
    let title = "Ask again together"
    let lead = "This ends soon. Look back together, and ask what is still needed."
    func door(_ count: Int) -> String { count == 1 ? "1 yes ends soon." : "\(count) times yes ends soon." }
    let which = "What do you ask again?"
    let missing = "Choose at least one."
    func ends(_ day: String, about names: String) -> String { "About \(names). Ends on \(day)." }
    let until = "Until when?"
    let button = "Ask again"
    func nearing(_ age: Birthday.Age, on day: String) -> (title: String, text: String) {
        let text =
            switch age {
            case .twelve: "Then you say who may know what about you. For help you and your parents say yes together."
            case .sixteen: "Then you decide about help. Your parents read with you only if you want that."
            case .eighteen: "Then you are an adult. You decide whether your circle goes on, and with whom."
            }
        return ("On \(day) you will be \(age.rawValue)", text + " You read this before your parents do.")
    }
    func came(_ name: String, _ age: Birthday.Age) -> (title: String, text: String) {
        let text =
            switch age {
            case .twelve: "\(name) now says who may know what. What was fine before runs on for six weeks."
            case .sixteen: "\(name) now decides about help and about who reads along."
            case .eighteen: "\(name) is an adult and decides now."
            }
        return ("\(name) turned \(age.rawValue)", text)
    }
    func asksAnew(until day: String) -> String {
        "Others said yes to this for you before. Now you decide. Without your yes it ends on \(day)."
    }
}
