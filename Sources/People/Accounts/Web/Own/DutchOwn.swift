// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules

struct DutchOwn: OwnWords {
    let waysTitle = "Hoe je inlogt"
    func signInName(_ name: String) -> String { "Je inlognaam is \(name)." }
    let changePassword = "Verander je wachtwoord"
    let choosePassword = "Kies een wachtwoord"
    let secondFactor = "App met codes"
    let hasSecondFactor = "Bij het inloggen vragen we ook een code uit je app."
    let noSecondFactor = "Je hebt nog geen app met codes."
    let recoveryCodes = "Herstelcodes"
    func recoveryCodesLeft(_ count: Int?) -> String {
        switch count {
        case nil: "Je hebt nog geen herstelcodes."
        case 0: "Al je herstelcodes zijn gebruikt. Maak nieuwe."
        case 1: "Je hebt nog één herstelcode."
        case let count?: "Je hebt nog \(count) herstelcodes."
        }
    }

    let devicesTitle = "Waar je nu bent ingelogd"
    let device = "Apparaat"
    let began = "Ingelogd"
    let seen = "Laatst gebruikt"
    let end = "Beëindigen"
    let thisOne = "dit apparaat"
    let endOthers = "Log uit op alle andere apparaten"
    let rememberedTitle = "Onthouden apparaten"
    let rememberedUntil = "Onthouden tot"
    let forget = "Vergeten"
    let recordsTitle = "Laatst ingelogd"
    let recordsText = "Herken je iets niet? Verander dan je wachtwoord en log overal uit."
    func name(_ device: Device) -> String {
        let system =
            switch device.system {
            case .android: "telefoon of tablet met Android"
            case .iphone: "iPhone"
            case .ipad: "iPad"
            case .windows: "computer met Windows"
            case .mac: "Mac"
            case .linux: "computer met Linux"
            case .other: "onbekend apparaat"
            }
        return device.program == .other ? system : "\(system), \(device.program.rawValue.capitalized)"
    }
    func way(_ way: SignInWay) -> String {
        switch way {
        case .password: "met je wachtwoord"
        case .code: "met wachtwoord en code"
        case .passkey: "met een passkey"
        case .card: "met een kaart"
        case .remembered: "op een onthouden apparaat"
        case .demo: "met één klik"
        }
    }

    let languageTitle = "Taal"
    let mailTitle = "Mail"
    let language = "In welke taal wil je Rondom lezen?"
    let save = "Bewaren"
    let behalfTitle = "Voor wie werk je nu?"
    let behalfLead = "Je werkt voor meer dan één organisatie. Kies voor welke je nu werkt."
    let behalf = "Organisatie"
    func worksFor(_ organisation: String) -> String { "Je werkt nu voor \(organisation)." }
    let worksForNobody = "Je hebt nog niet gekozen voor wie je nu werkt."
    let otherWork = "Zoek je iets van je andere werk? Kies dan die organisatie."
    let another = "Kies een andere organisatie"
    let newCard = "Er is een nieuw kaartje voor je gemaakt"
    let newCardText = """
        Wie het gebruikt, komt in jouw account. Je inlog van nu werkt dan niet meer. Klopt dat niet? Stop het kaartje dan.
        """
    let notMine = "Dit klopt niet: stop het kaartje"
    let back = "Jouw gegevens"
    func done(_ what: OwnDone) -> String {
        switch what {
        case .password: "Je wachtwoord is veranderd. Op andere apparaten ben je uitgelogd."
        case .factor: "Je app met codes is ingesteld."
        case .ended: "Daar ben je nu uitgelogd."
        case .language: "Je taal is bewaard."
        case .card: "Het kaartje werkt niet meer."
        }
    }

    let passwordTitle = "Je wachtwoord"
    let passwordLead = "Op andere apparaten word je uitgelogd."
    let presentPassword = "Je wachtwoord van nu"
    let presentHint = "Zo weten we dat jij het bent."
    let presentWrong = "Dit is niet je wachtwoord van nu."
    let signInAgain = "Log uit en weer in. Probeer het daarna nog eens."

    let factorLead =
        "Een app op je telefoon laat elke halve minuut een andere code zien. Zo komt niemand binnen met alleen je wachtwoord."
    let factorNeeded = "Wie met gezinnen werkt, heeft dit nodig. Daarna kun je verder."
    let factorOther = "Je hebt al een passkey. Log hier uit en log daarmee in."
    let factorPasskey = "Of maak een passkey op dit apparaat"
    let factorReplaces = "Je hebt al een app. De nieuwe komt in de plaats van de oude."
    let factorBegin = "Instellen"
    let factorScan = "Scan met je app"
    let factorScanText = "Open een app voor codes op je telefoon en scan dit vierkant."
    let factorSquare = "Vierkant om te scannen met je app"
    let factorSecret = "Lukt scannen niet? Typ dan deze letters en cijfers over in de app."
    let factorFill = "De code die je app nu laat zien"
    let factorConfirm = "Bevestigen"
    let factorWrong = "Deze code klopt niet. Kijk of de klok van je telefoon goed staat."

    let codesLead = "Met een herstelcode log je in als je telefoon weg is. Elke code werkt één keer."
    let codesNeedFactor = "Stel eerst een app met codes in."
    let codesMake = "Maak nieuwe codes"
    let codesTitle = "Bewaar deze codes"
    let codesShownOnce =
        "Je ziet ze alleen nu. Schrijf ze op of druk ze af, en bewaar ze niet op je telefoon. Oudere codes werken niet meer."
}
