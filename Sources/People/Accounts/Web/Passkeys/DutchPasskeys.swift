// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules

struct DutchPasskeys: PasskeyWords {
    let use = "Inloggen met passkey"
    let make = "Maak een passkey"
    let makeText = "Je gebruikt je vinger, je gezicht of de code van je telefoon. Je hoeft niets te onthouden."
    let failedText = "Het lukte niet. Probeer het nog een keer, of kies een andere manier."
    let refusedTitle = "Inloggen lukte niet"
    let refusedText = "Probeer het nog een keer, of log in met je wachtwoord."
    let toSignIn = "Terug naar inloggen"
    let title = "Jouw passkeys"
    let lead = "Met een passkey log je in met je vinger, je gezicht of de code van je apparaat."
    let list = "Passkeys die je hebt"
    let none = "Je hebt nog geen passkey."
    let add = "Een passkey erbij"
    let neverUsed = "nog niet gebruikt"
    let rename = "Andere naam"
    let label = "Hoe noem je deze passkey?"
    let labelMissing = "Geef de passkey een naam."
    let save = "Bewaren"
    let remove = "Weghalen"
    let lastTitle = "Dit is de enige manier waarop je kunt inloggen"
    let lastText = "Maak eerst een andere passkey of een wachtwoord. Daarna kun je deze weghalen."
    let againTitle = "Log eerst opnieuw in"
    let againText = "Je bent een tijdje ingelogd. Log opnieuw in om je passkeys te veranderen."
    let again = "Opnieuw inloggen"
    let addedTitle = "Je nieuwe passkey werkt."
    let noneMade = "Er is geen passkey gemaakt. Probeer het nog een keer."
    let elsewhere = "Passkeys maak je op een apparaat dat ze kent, met JavaScript aan."

    func made(_ day: String) -> String { "gemaakt \(day)" }
    func used(_ day: String) -> String { "gebruikt \(day)" }
    func name(_ device: Device.System) -> String {
        switch device {
        case .iphone: "iPhone"
        case .ipad: "iPad"
        case .android: "Telefoon met Android"
        case .windows: "Computer met Windows"
        case .mac: "Mac"
        case .linux: "Computer met Linux"
        case .other: "Passkey"
        }
    }
}
