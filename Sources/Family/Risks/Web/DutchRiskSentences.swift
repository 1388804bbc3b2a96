// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules

extension DutchRisks {
    func sentence(_ conclusion: RiskConclusion) -> String {
        switch (conclusion.safetyNow, conclusion.futureRisk) {
        case (.safe, .low): "Het is nu veilig, en we verwachten dat het zo blijft."
        case (.safe, .middle): "Het is nu veilig, maar er zijn zorgen over later."
        case (.safe, .high): "Het is nu veilig, maar de kans is groot dat dat verandert."
        case (.safe, .unknown): "Het is nu veilig. Over later weten we nog te weinig."
        case (.doubtful, .low): "We twijfelen of het nu veilig is. Voor later zijn er weinig zorgen."
        case (.doubtful, .middle): "We twijfelen of het nu veilig is, en er zijn zorgen over later."
        case (.doubtful, .high): "We twijfelen of het nu veilig is, en de kans is groot dat het erger wordt."
        case (.doubtful, .unknown): "We twijfelen of het nu veilig is. Over later weten we nog te weinig."
        case (.structurallyUnsafe, .low): "Het is al langer niet veilig. We verwachten dat dit met hulp stopt."
        case (.structurallyUnsafe, .middle): "Het is al langer niet veilig, en er zijn zorgen over later."
        case (.structurallyUnsafe, .high): "Het is al langer niet veilig. Zonder hulp gaat dit door of wordt het erger."
        case (.structurallyUnsafe, .unknown): "Het is al langer niet veilig. Over later weten we nog te weinig."
        case (.acutelyUnsafe, .low): "Er is nu direct gevaar. Is dat voorbij, dan zijn er weinig zorgen."
        case (.acutelyUnsafe, .middle): "Er is nu direct gevaar, en er zijn zorgen over later."
        case (.acutelyUnsafe, .high): "Er is nu direct gevaar, en de kans is groot dat het weer gebeurt."
        case (.acutelyUnsafe, .unknown): "Er is nu direct gevaar. Over later weten we nog te weinig."
        }
    }

    func toDo(_ conclusion: RiskConclusion) -> String {
        switch (conclusion.safetyNow, conclusion.futureRisk) {
        case (.safe, .low): "Ga door met het plan en kijk op de afgesproken dag opnieuw."
        case (.safe, .middle): "Spreek af waar jullie op letten en wie jullie bellen als het minder gaat."
        case (.safe, .high): "Maak nu een veiligheidsplan, en spreek af wie elke week kijkt hoe het gaat."
        case (.safe, .unknown): "Zoek uit wat nog onbekend is, en kijk binnen een maand opnieuw."
        case (.doubtful, .low): "Praat met het kind en met wie het dagelijks ziet. Kijk binnen een week opnieuw."
        case (.doubtful, .middle): "Bespreek de twijfel met een collega, en maak samen een veiligheidsplan."
        case (.doubtful, .high): "Overleg vandaag met een collega of Veilig Thuis. Maak deze week een veiligheidsplan."
        case (.doubtful, .unknown): "Zoek binnen een week uit wat er speelt, samen met een collega."
        case (.structurallyUnsafe, .low): "Volg de meldcode en leg vast wie wat doet tot het veilig is."
        case (.structurallyUnsafe, .middle): "Volg de meldcode. Maak een veiligheidsplan met iemand die de regie heeft."
        case (.structurallyUnsafe, .high):
            "Volg de meldcode, en vraag iemand om de regie op veiligheid. Kijk elke week hoe veilig het is."
        case (.structurallyUnsafe, .unknown): "Volg de meldcode, en zoek uit wat nog onbekend is."
        case (.acutelyUnsafe, .low): "Bel 112, en zorg nu dat het kind veilig is."
        case (.acutelyUnsafe, .middle): "Zorg nu dat het kind veilig is, en spreek af wie er vandaag en morgen bij is."
        case (.acutelyUnsafe, .high): "Zorg nu dat het kind veilig is, en laat het niet alleen met wie gevaarlijk is."
        case (.acutelyUnsafe, .unknown): "Zorg nu dat het kind veilig is. Zoek daarna uit wat nog onbekend is."
        }
    }
}
