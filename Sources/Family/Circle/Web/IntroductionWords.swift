// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

/// What is said where a helper introduces who follows.
protocol IntroductionWords: Sendable {
    var title: String { get }
    var door: String { get }
    var lead: String { get }
    var who: String { get }
    var whoMissing: String { get }
    var label: String { get }
    var hint: String { get }
    var textMissing: String { get }
    var button: String { get }
    var nobody: String { get }
    var nobodyText: String { get }
    /// Beside who follows, in the circle.
    func says(_ name: String, _ text: String) -> String
}

extension Language {
    var introductions: any IntroductionWords {
        switch self {
        case .nl: DutchIntroductions()
        case .en: EnglishIntroductions()
        }
    }
}

struct DutchIntroductions: IntroductionWords {
    let title = "Stel voor wie na jou komt"
    let door = "Vertel het gezin wie jouw plek inneemt, en waarom."
    let lead = "Het gezin leest dit in de kring, bij de naam van wie na jou komt."
    let who = "Wie komt er na jou?"
    let whoMissing = "Kies wie er na jou komt."
    let label = "Wat wil je het gezin vertellen?"
    let hint = "Waarom jij stopt, en waarom je deze persoon vertrouwt."
    let textMissing = "Schrijf op wat je het gezin wilt vertellen."
    let button = "Stel voor"
    let nobody = "Er is nog niemand die na jou komt"
    let nobodyText = "Nodig eerst iemand uit. Zit die in de kring, dan kun je die hier voorstellen."
    func says(_ name: String, _ text: String) -> String { "\(name) stelt voor: “\(text)”" }
}

struct EnglishIntroductions: IntroductionWords {
    let title = "Introduce who follows you"
    let door = "Tell the family who takes your place, and why."
    let lead = "The family reads this in the circle, beside the name of who follows you."
    let who = "Who follows you?"
    let whoMissing = "Choose who follows you."
    let label = "What do you want to tell the family?"
    let hint = "Why you stop, and why you trust this person."
    let textMissing = "Write down what you want to tell the family."
    let button = "Introduce"
    let nobody = "There is nobody yet who follows you"
    let nobodyText = "Invite somebody first. Once they are in the circle, you can introduce them here."
    func says(_ name: String, _ text: String) -> String { "\(name) introduces: “\(text)”" }
}
