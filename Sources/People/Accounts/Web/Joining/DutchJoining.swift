// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules

struct DutchJoining: JoiningWords {
    let title = "Meedoen met je kaartje"
    let lead = "Je kreeg een kaartje en vier cijfers. Vul ze hier in."
    let code = "De code op je kaartje"
    let codeHint = "Drie groepjes van vijf tekens. Hoofdletters en streepjes maken niet uit."
    let codeMissing = "Vul de code in zoals hij op je kaartje staat: vijftien tekens."
    let pin = "De vier cijfers die je hoorde"
    let pinHint = "Ze staan niet op het kaartje. Wie het kaartje gaf, zei ze erbij."
    let pinMissing = "Vul de vier cijfers in die je hoorde."
    let wrong = "Dit lukt niet. Kijk de code en de cijfers na. Klopt alles? Vraag dan een nieuw kaartje."
    let goOn = "Verder"
    let overTitle = "Begin opnieuw met je kaartje"
    let overText = "Het duurde te lang, of het kaartje werkt niet meer."
    let welcomeTitle = "Welkom"
    let beforeTitle = "Je had al een manier om in te loggen"
    let beforeText = "Wat je nu kiest, komt daarvoor in de plaats. Op andere apparaten word je uitgelogd."
    let byPasskey = "Zonder wachtwoord"
    let byPassword = "Met een wachtwoord"
    let byPasswordFirst = "Kies zelf een naam en een wachtwoord. Die vul je de volgende keer weer in."
    let choose = "Kiezen en verder"
    let passkeyFailed = "De passkey is niet gemaakt"
    let passkeyFailedText = "Probeer het nog een keer, of kies een wachtwoord."
    let cardTitle = "Een kaartje om te geven"
    let cardName = "Het kaartje"
    let cardLead = "Geef het kaartje zelf, in de hand. Zeg de vier cijfers erbij en schrijf ze niet op."
    let cardPurpose = "Hiermee log je één keer in. Daarna kies je zelf hoe je binnenkomt."
    let cardThen = "Vul de code in:"
    let cardLast = "Vul de vier cijfers in die je hoorde."
    let cardFound = "Is dit kaartje niet van jou? Gooi het dan weg."
    let cardPicture = "Vierkant om te scannen, met het adres en de code"
    let cardPrint = "Kaartje printen"
    let spoken = "Zeg deze vier cijfers"
    let spokenText = "Ze staan niet op het kaartje. Wie alleen een foto van het kaartje heeft, komt niet binnen."
    let onceTitle = "Je ziet deze code maar één keer"
    let onceText = "Is het kaartje kwijt? Maak een nieuw. Het oude werkt dan niet meer."
    let usedText = "Was dat iemand anders? Maak een nieuw kaartje. Dat sluit wie nu binnen is buiten."
    let voidedText = "Er was een nieuwer kaartje, of de vier cijfers waren vijf keer fout."
    let pastText = "Een kaartje werkt veertien dagen. Maak een nieuw als het nog nodig is."

    func wait(_ span: String) -> String { "Er is vaak iets verkeerds ingevuld. Probeer het over \(span) nog eens." }
    func welcome(_ name: String) -> String { "Welkom, \(name)" }
    func purpose(_ kind: Account.Kind) -> String {
        switch kind {
        case .familyMember:
            "Hier schrijf je met mensen die je kent, en zie je wie er meedoen. Kies hoe je voortaan inlogt."
        case .professional, .manager, .administrator, .privacyOfficer:
            "Hier werk je samen met anderen. Kies hoe je voortaan inlogt."
        }
    }
    func cardFirst(_ address: String) -> String { "Scan het vierkant, of ga naar \(address)" }
    func cardUntil(_ day: String) -> String { "Dit kaartje werkt tot en met \(day)." }
    func replaces(_ isReplacing: Bool) -> String? {
        isReplacing ? "Wie dit kaartje gebruikt, wordt op alle andere apparaten uitgelogd." : nil
    }
    func open(_ until: String) -> String { "Het kaartje is nog niet gebruikt. Het werkt tot en met \(until)." }
    func used(_ at: String) -> String { "Het kaartje is gebruikt: \(at)." }
    func voided(_ at: String) -> String { "Het kaartje werkt niet meer sinds \(at)." }
    func past(_ day: String) -> String { "Het kaartje is niet gebruikt. Het werkte tot en met \(day)." }
}
