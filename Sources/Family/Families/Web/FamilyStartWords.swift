// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What the pages say on which a professional starts a family.
protocol FamilyStartWords: Sendable {
    var start: String { get }
    func title(_ step: FamilyDraft.Step) -> String
    func lead(_ step: FamilyDraft.Step) -> String
    func person(_ number: Int) -> String
    var name: String { get }
    var role: String { get }
    func role(_ role: FamilyOutline.Role) -> String
    var birth: String { get }
    var birthHint: String { get }
    var day: String { get }
    var month: String { get }
    var year: String { get }
    var addPerson: String { get }
    var next: String { get }
    var back: String { get }
    var toFamilies: String { get }
    func belongs(_ name: String) -> String
    func authority(_ name: String) -> String
    var authorityHint: String { get }
    func authority(_ kind: Authority.Kind) -> String
    func holders(_ name: String) -> String
    func investigated(_ name: String) -> String
    var isInvestigated: String { get }
    var family: String { get }
    var familyHint: String { get }
    func address(_ name: String) -> String
    var addressHint: String { get }
    func secret(_ name: String) -> String
    var isSecret: String { get }
    var secretText: String { get }
    var organisation: String { get }
    var function: String { get }
    var expectation: String { get }
    var direction: String { get }
    var directionHint: String { get }
    var parentsDirect: String { get }
    var youDirect: String { get }
    var knows: String { get }
    var doesKnow: String { get }
    var knowsNot: String { get }
    var knowsNotText: String { get }
    var begin: String { get }
    var kept: String { get }
    var nameMissing: String { get }
    var roleMissing: String { get }
    var noBirth: String { get }
    var noChild: String { get }
    var tooMany: String { get }
    var authorityMissing: String { get }
    var holderMissing: String { get }
    var noHolder: String { get }
    var tieToNobody: String { get }
    var notOlder: String { get }
    var noAddress: String { get }
    var familyMissing: String { get }
    var organisationMissing: String { get }
    var functionMissing: String { get }
}

extension Language {
    var familyStart: any FamilyStartWords {
        switch self {
        case .nl: DutchFamilyStart()
        case .en: EnglishFamilyStart()
        }
    }
}

struct DutchFamilyStart: FamilyStartWords {
    let start = "Gezin starten"
    func title(_ step: FamilyDraft.Step) -> String {
        switch step {
        case .persons: "Wie horen bij het gezin?"
        case .ties: "Wie hoort bij wie?"
        case .rest: "Waar wonen ze, en wie ben jij?"
        }
    }
    func lead(_ step: FamilyDraft.Step) -> String {
        switch step {
        case .persons: "Stap 1 van 3. Schrijf alleen op wie nodig is."
        case .ties: "Stap 2 van 3. Gezag bepaalt wie mag meelezen en meebeslissen."
        case .rest: "Stap 3 van 3. Daarna kijkt het gezin zelf of het klopt."
        }
    }
    func person(_ number: Int) -> String { "Persoon \(number)" }
    let name = "Naam"
    let role = "Wie is dit?"
    func role(_ role: FamilyOutline.Role) -> String {
        switch role {
        case .child: "Kind, ook als het nog niet geboren is"
        case .parent: "Ouder"
        case .newPartner: "Nieuwe partner van een ouder"
        case .guardian: "Voogd"
        case .fosterParent: "Pleegouder"
        case .other: "Iemand anders in huis"
        }
    }
    let birth = "Geboortedatum"
    let birthHint = "Weet je een deel niet? Laat dat leeg."
    let day = "Dag"
    let month = "Maand"
    let year = "Jaar"
    let addPerson = "Nog iemand toevoegen"
    let next = "Verder"
    let back = "Terug"
    let toFamilies = "Naar je gezinnen"
    func belongs(_ name: String) -> String { "Bij welke kinderen hoort \(name)?" }
    func authority(_ name: String) -> String { "Hoe is het gezag over \(name)?" }
    let authorityHint = "Zo staat het in het gezagsregister of de BRP."
    func authority(_ kind: Authority.Kind) -> String {
        switch kind {
        case .jointByParents: "Twee ouders samen"
        case .byOneParent: "Eén ouder"
        case .jointWithThirdParty: "Een ouder samen met iemand anders"
        case .guardianship: "Een voogd, ook als dat een instelling is"
        case .temporarilyNone: "Nu tijdelijk niemand"
        case .undeterminable: "Niet vast te stellen"
        }
    }
    func holders(_ name: String) -> String { "Wie van het gezin heeft gezag over \(name)?" }
    func investigated(_ name: String) -> String { "Wordt het gezag over \(name) onderzocht?" }
    let isInvestigated = "Ja, het is in onderzoek"
    let family = "Hoe noem je dit gezin?"
    let familyHint = "Meestal de achternaam."
    func address(_ name: String) -> String { "Adres van \(name)" }
    let addressHint = "Mag leeg blijven."
    func secret(_ name: String) -> String { "Is het adres van \(name) geheim?" }
    let isSecret = "Geheim adres"
    let secretText = "Alleen jij en deze persoon zelf zien het dan."
    let organisation = "Namens welke organisatie doe je dit?"
    let function = "Wat doe jij in dit gezin?"
    let expectation = "Wat mag het gezin van jou verwachten?"
    let direction = "Wie heeft straks de regie?"
    let directionHint = "Tot een ouder meedoet, ben jij het."
    let parentsDirect = "De ouders, zodra een van hen zegt dat het klopt"
    let youDirect = "Ik, tot we iets anders afspreken"
    let knows = "Weet het gezin dat je dit doet?"
    let doesKnow = "Ja"
    let knowsNot = "Nog niet"
    let knowsNotText = "Vertel het zo snel als dat veilig kan."
    let begin = "Gezin starten"
    let kept = "Wat je typte, is bewaard"
    let nameMissing = "Vul een naam in."
    let roleMissing = "Kies wie dit is."
    let noBirth = "Dit is geen datum. Vul een jaar in van vier cijfers, of laat alles leeg."
    let noChild = "Een gezin heeft hier minstens één kind onder de 18, geboren of niet."
    let tooMany = "Schrijf hoogstens twintig personen op."
    let authorityMissing = "Kies hoe het gezag is."
    let holderMissing = "Kies wie van het gezin gezag heeft."
    let noHolder = "Alleen een volwassene van dit gezin kan gezag hebben."
    let tieToNobody = "Kies hier alleen kinderen van dit gezin."
    let notOlder = "Deze ouder is niet ouder dan het kind. Kijk naar de geboortedatums."
    let noAddress = "Dit adres kunnen we niet bewaren. Schrijf het op één regel."
    let familyMissing = "Vul in hoe je dit gezin noemt."
    let organisationMissing = "Kies namens welke organisatie."
    let functionMissing = "Vul in wat jij doet."
}
