// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

struct EnglishProvisions: ProvisionWords {
    let all = "Asked of the municipality"
    func of(_ name: String) -> String { "Help asked for \(name)" }
    let open = "See what the municipality decides"

    let fresh = "Ask the municipality for help"
    let freshLead = "Write down what was asked. The request itself goes the way your municipality wants it."
    let helpMissing = "Write which help was asked for."
    let municipality = "Of which municipality?"
    let municipalityHint = "The name of the municipality or of the area team."
    let municipalityMissing = "Write of which municipality."
    let asked = "When was it asked?"
    let notThen = "Choose a day up to today, not longer than two years ago."
    let asker = "Who asked?"
    func asker(_ asker: ProvisionRequest.Asker) -> String {
        switch asker {
        case .family: "The family"
        case .professional: "A professional"
        }
    }
    let askerMissing = "Choose who asked."
    let keep = "Keep what was asked"

    func waits(until day: String) -> String { "The municipality decides by \(day)." }
    func late(since day: String) -> String { "The eight weeks are over: a decision was due by \(day)." }
    let lateText =
        "Did the municipality write a later day? Then that counts. Else ask how it stands. You may ask it in writing to decide within two weeks (Awb 4:17)."
    func result(_ result: ProvisionRequest.Result) -> String {
        switch result {
        case .granted: "The help was granted"
        case .partly: "A part was granted"
        case .refused: "The help was refused"
        case .withdrawn: "The request was withdrawn"
        case .notNeeded: "No decision was needed"
        }
    }
    let decidedOn = "Date on the letter"
    let notDecidedThen = "Choose a day between the request and today."
    let until = "Until when does it count?"
    let untilHint = "Only where help was granted. Leave it empty where the letter names no end."
    let notUntil = "Choose a day after the decision. Fill in nothing where no help was granted."
    let letter = "Where is the letter?"
    let letterHint = "And what does it say? This may stay empty."
    let resultQuestion = "What is the decision?"
    let resultMissing = "Choose what the decision is."
    let decide = "Is there a decision?"
    let decideText = "Write down what the letter says. Who reads about this help reads this, too."
    let decideButton = "Keep the decision"
    let notedBy = "Written down by"
    let proposal = "See the proposal"

    let objecting = "Don't agree?"
    func objectUntil(_ day: String) -> String { "You can object up to \(day)." }
    func objectedUntil(_ day: String) -> String { "Objecting was possible up to \(day)." }
    let objectingText =
        "Send the municipality a letter with your name, the date, the decision and why you don't agree. Sign it. Objecting is free. Client support can help."
}
