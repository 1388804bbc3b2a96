// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

struct DutchAccounts: AccountWords {
    let signInTitle = "Welkom bij Rondom"
    let signInLead = "De plek waar iedereen rond een kind elkaar vindt."
    let familyDoor = "Ben je ouder of jongere?"
    let familyWay = """
        Je krijgt een kaartje van wie jou helpt. Daarop staat hoe je binnenkomt. Heb je geen kaartje? Bel dan wie jou \
        helpt.
        """
    let workDoor = "Werk je met gezinnen?"
    let workWay = "De beheerder van je organisatie maakt een account voor je. Vraag daar hoe je inlogt."
    let townDoor = "Kijk rond in een verzonnen wijk"
    let townText = "Alle mensen en gezinnen hier zijn verzonnen. Kies wie je bent, en kijk wat die ziet."
    let toTown = "Kies wie je bent"
    let dangerTitle = "Is er nu gevaar? Bel 112."
    let dangerText = "Maak je je zorgen over thuis? Bel Veilig Thuis, dag en nacht en gratis: 0800 2000."
    let demoTitle = "Wie ben je vandaag?"
    let demoLead = "Deze mensen zijn verzonnen. Ieder ziet iets anders. Kies iemand en kijk mee."
    let signIn = "Inloggen"
    let accountTitle = "Jouw gegevens"
    let signOut = "Uitloggen"

    func signedInAs(_ name: String) -> String { "Je bent ingelogd als \(name)." }
}
