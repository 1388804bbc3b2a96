// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

struct EnglishAccounts: AccountWords {
    let signInTitle = "Welcome to Rondom"
    let signInLead = "The place where everyone around a child finds each other."
    let familyDoor = "Are you a parent or a young person?"
    let familyWay = "Whoever helps you gives you a card. It says how to get in. Call them if you have no card."
    let workDoor = "Do you work with families?"
    let workWay = "Your organisation's administrator makes an account for you. Ask there how to sign in."
    let townDoor = "Look around in an invented district"
    let townText = "All people and families here are invented. Choose who you are, and see what they see."
    let toTown = "Choose who you are"
    let dangerTitle = "Is someone in danger now? Call 112."
    let dangerText = "Worried about home? Call Veilig Thuis, day and night, free of charge: 0800 2000."
    let demoTitle = "Who are you today?"
    let demoLead = "These people are invented. Each sees something else. Choose one and look along."
    let signIn = "Sign in"
    let accountTitle = "Your details"
    let signOut = "Sign out"

    func signedInAs(_ name: String) -> String { "You are signed in as \(name)." }
}
