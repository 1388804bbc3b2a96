// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel

/// What families of the town plan: told apart from the families, so that a test can begin a plan of its own.
package enum TownPlans {
    /// By the slug of the family.
    package static func all(today: Day) -> [String: TownPlan] {
        let days = TownCalendar(today: today)
        return ["de-wit-yildiz": deWitYildiz(days), "jansen": jansen(days)]
    }

    private static func deWitYildiz(_ days: TownCalendar) -> TownPlan {
        TownPlan(
            by: "aylin", offered: "We maken liever samen met Marieke een plan.", goals: [noor(days), sem(days)],
            next: days.ago(-49), agreed: ["aylin", "joost", "sem"])
    }

    private static func noor(_ days: TownCalendar) -> TownGoal {
        let from = days.today
        return TownGoal(
            about: ["noor"], .school, "Noor gaat met een rustig hoofd naar school",
            meaning: "Noor kan leren en met andere kinderen spelen, zonder dat het te hard is.",
            voice: TownGoal.Voice("noor", "Niet zo hard graag. En niet steeds vragen wat er is."),
            scores: ["aylin": 5, "joost": 6, "noor": 4, "sanne": 6],
            [
                TownAction("Noor ophalen van school", ["truus"], .each(.weekly([.tuesday, .thursday]), from: from)),
                TownAction(
                    "Kijken of de rustige plek in de klas werkt", ["sanne"],
                    .each(.weekly([.friday]), from: from), [.schoolBudget, .youthHelp]),
                TownAction(
                    "Om acht uur naar bed, ook in het andere huis", ["aylin", "joost"], .each(.daily, from: from)),
                TownAction("Vertellen wat De Schakel nog kan doen", ["marieke"], .by(days.today + 10), [.schoolBudget]),
            ])
    }

    private static func sem(_ days: TownCalendar) -> TownGoal {
        TownGoal(
            about: ["sem"], .freeTime, "Sem heeft iemand bij wie hij zijn verhaal kwijt kan",
            meaning: "Sem hoeft het niet alleen te doen en kiest zelf met wie hij praat.",
            voice: TownGoal.Voice("sem", "Liever wandelen dan aan een tafel zitten."),
            scores: ["sem": 6, "aylin": 5],
            [
                TownAction(
                    "Beginnen met gesprekken, buiten en wandelend", ["priya"], .by(days.today + 21),
                    [.youthHelp, .health]),
                TownAction("Naar de training gaan", ["sem"], .each(.weekly([.monday, .thursday]), from: days.today)),
                TownAction("Sem een berichtje sturen als hij er niet is", ["dave"], .by(days.today + 14)),
            ])
    }

    private static func jansen(_ days: TownCalendar) -> TownPlan {
        TownPlan(
            by: "debby", offered: "Met Ria en Zofia erbij maken we samen één plan.", goals: [isa(days), quinten(days)],
            next: days.ago(-35), agreed: ["debby"])
    }

    private static func isa(_ days: TownCalendar) -> TownGoal {
        TownGoal(
            about: ["isa"], .upbringing, "Isa slaapt weer elk weekend thuis",
            meaning: "Isa weet waar ze slaapt, en hoeft niet te kiezen tussen mama en Ria.",
            voice: TownGoal.Voice("isa", "Mijn knuffel moet in de blauwe tas."), scores: ["debby": 7, "ria": 8],
            [
                TownAction("De blauwe tas meegeven", ["ria"], .each(.weekly([.friday]), from: days.today)),
                TownAction(
                    "Het weekend samen voorbereiden", ["debby", "chidi"], .each(.weekly([.thursday]), from: days.today),
                    [.youthHelp, .support]),
            ])
    }

    private static func quinten(_ days: TownCalendar) -> TownGoal {
        TownGoal(
            about: ["quinten"], .upbringing, "Eén keer per week vragen naar huiswerk, en niet vaker",
            meaning: "Quinten leert zelf plannen.", scores: ["quinten": 9, "debby": 8], outcome: .reached, [])
    }
}
