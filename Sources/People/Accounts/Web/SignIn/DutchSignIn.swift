// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules

struct DutchSignIn: SignInWords {
    let formTitle = "Heb je al een account?"
    let name = "Inlognaam of e-mailadres"
    let password = "Wachtwoord"
    let remember = "Dit apparaat onthouden?"
    let rememberYes = "Onthoud dit apparaat een maand"
    let rememberText = "Doe dit alleen op een apparaat van jezelf. Voor wie met gezinnen werkt, werkt het niet."
    let knownTitle = "Dit apparaat is onthouden"
    let knownText = "Je kunt verder zonder wachtwoord."
    let goOn = "Ga verder"
    let nameMissing = "Vul je inlognaam of e-mailadres in."
    let passwordMissing = "Vul je wachtwoord in."
    let wrong = "Deze naam en dit wachtwoord horen niet bij elkaar. Probeer het nog eens."
    let waitTitle = "Wacht even"
    let codeTitle = "Nog één stap"
    let codeLead = "Open de app op je telefoon die codes laat zien. Vul de code van nu in."
    let code = "Code"
    let codeHint = "Zes cijfers uit je app, of één van je herstelcodes."
    let codeWrong = "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in je app."
    let codeMissing = "Vul de code in."
    let codeLost = "Ben je je telefoon kwijt?"
    let codeLostText = "Gebruik een herstelcode. Heb je die ook niet? Vraag de beheerder van je organisatie om hulp."
    let startAgain = "Begin opnieuw"
    let newName = "Kies een inlognaam"
    let newNameHint = "Je e-mailadres, of een naam die je zelf bedenkt."
    let newPassword = "Kies een wachtwoord"

    func wait(_ span: String) -> String {
        "Er is vaak een verkeerd wachtwoord of een verkeerde code ingevuld. Probeer het over \(span) nog eens."
    }
    func newPasswordHint(_ shortest: Int) -> String {
        "Minstens \(shortest) tekens. Een zin van een paar woorden is sterk en makkelijk te onthouden."
    }
    func refused(_ refusal: Password.Refusal) -> String {
        switch refusal {
        case .tooShort: "Maak je wachtwoord langer: minstens \(Password.shortest) tekens."
        case .tooLong: "Maak je wachtwoord korter: hoogstens \(Password.longest) tekens."
        case .common: "Dit wachtwoord is makkelijk te raden. Kies een ander."
        case .isName: "Kies een ander wachtwoord dan je inlognaam."
        }
    }
    func refused(_ refusal: SignInName.Refusal) -> String {
        switch refusal {
        case .empty: "Kies een inlognaam."
        case .tooShort: "Kies een naam van minstens drie tekens."
        case .tooLong: "Kies een kortere naam."
        case .unprintable: "Kies een naam met gewone tekens."
        case .taken: "Kies een andere naam."
        }
    }
}
