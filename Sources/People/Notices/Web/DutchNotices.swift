// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

struct DutchNotices: NoticeWords {
    let title = "Mail als er iets nieuws is"
    let lead = "In de mail staat niet wat er nieuw is, en geen enkele naam. Je krijgt er hooguit één per uur."
    let offHereTitle = "Hier gaat geen mail uit"
    let offHereText = "Kijk zelf af en toe of er iets nieuws is."
    let onTitle = "Mail staat aan"
    func onText(_ address: String) -> String { "De mail gaat naar \(address)." }
    let turnOff = "Zet mail uit"
    let refusedTitle = "De mail kwam niet aan"
    func refusedText(_ address: String) -> String { "Kijk of dit adres klopt: \(address)." }
    let codeTitle = "Typ de code over"
    let codeLabel = "De code uit de mail"
    func codeHint(_ address: String) -> String { "Zes cijfers. De mail ging naar \(address)." }
    let confirm = "Zet mail aan"
    let turnOnTitle = "Wil je een mail krijgen?"
    let otherTitle = "Een ander adres"
    let addressLabel = "Jouw mailadres"
    let addressHint = "Hier sturen we eerst een code naartoe."
    let ownLegend = "Is dit een veilig adres?"
    let ownHint = "Leest er iemand met je mee? Zet de mail dan niet aan."
    let own = "Alleen ik lees deze mail"
    let sendCode = "Stuur me een code"
    let noAddress = "Vul je mailadres in."
    let wrongAddress = "Dit is geen mailadres. Een adres lijkt op naam@voorbeeld.nl."
    let notOwn = "Zet alleen mail aan als jij die als enige leest."
    let tooOften = "Je vroeg vandaag al vijf codes. Probeer het morgen weer."
    func wrongCode(_ left: Int) -> String {
        left == 1
            ? "Deze code klopt niet. Je kunt het nog één keer proberen."
            : "Deze code klopt niet. Je kunt het nog \(left) keer proberen."
    }
    let codeIsOver = "Deze code werkt niet meer. Vraag een nieuwe."
}
