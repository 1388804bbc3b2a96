// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules

struct EnglishJoining: JoiningWords {
    let title = "Join with your card"
    let lead = "You were given a card and four digits. Fill them in here."
    let code = "The code on your card"
    let codeHint = "Three groups of five. Capitals and dashes make no difference."
    let codeMissing = "Fill in the code as it stands on your card: fifteen letters and digits."
    let pin = "The four digits you were told"
    let pinHint = "They are not on the card. Whoever gave it to you said them."
    let pinMissing = "Fill in the four digits you were told."
    let wrong = "This does not work. Look at the code and the digits again. All is right? Ask for a new card."
    let goOn = "Go on"
    let overTitle = "Start again with your card"
    let overText = "It took too long, or the card no longer works."
    let welcomeTitle = "Welcome"
    let beforeTitle = "You already had a way to sign in"
    let beforeText = "What you choose now takes its place. You will be signed out on other devices."
    let byPasskey = "Without a password"
    let byPassword = "With a password"
    let byPasswordFirst = "Choose a name and a password yourself. You fill them in again next time."
    let choose = "Choose and go on"
    let passkeyFailed = "The passkey was not made"
    let passkeyFailedText = "Try once more, or choose a password."
    let cardTitle = "A card to give"
    let cardName = "The card"
    let cardLead = "Hand the card over yourself. Say the four digits with it, and don't write them down."
    let cardPurpose = "With this you get in once. Then you choose yourself how you sign in."
    let cardThen = "Fill in the code:"
    let cardLast = "Fill in the four digits you were told."
    let cardFound = "Is this card not yours? Then throw it away."
    let cardPicture = "Square to scan, with the address and the code"
    let cardPrint = "Print the card"
    let spoken = "Say these four digits"
    let spokenText = "They are not on the card. Whoever only has a picture of the card does not get in."
    let onceTitle = "You see this code only once"
    let onceText = "Is the card lost? Make a new one. The old one then stops working."
    let usedText = "Was that somebody else? Make a new card. It shuts out whoever is in now."
    let voidedText = "There was a newer card, or the four digits were wrong five times."
    let pastText = "A card works for fourteen days. Make a new one if it is still needed."

    func wait(_ span: String) -> String { "Something wrong was filled in often. Try again in \(span)." }
    func welcome(_ name: String) -> String { "Welcome, \(name)" }
    func purpose(_ kind: Account.Kind) -> String {
        switch kind {
        case .familyMember: "Here you write with people you know, and see who takes part. Choose how you will sign in."
        case .professional, .manager, .administrator, .privacyOfficer:
            "Here you work together with others. Choose how you will sign in."
        }
    }
    func cardFirst(_ address: String) -> String { "Scan the square, or go to \(address)" }
    func cardUntil(_ day: String) -> String { "This card works up to and including \(day)." }
    func replaces(_ isReplacing: Bool) -> String? {
        isReplacing ? "Whoever uses this card is signed out on all other devices." : nil
    }
    func open(_ until: String) -> String { "The card has not been used yet. It works up to and including \(until)." }
    func used(_ at: String) -> String { "The card was used: \(at)." }
    func voided(_ at: String) -> String { "The card no longer works since \(at)." }
    func past(_ day: String) -> String { "The card was not used. It worked up to and including \(day)." }
}
