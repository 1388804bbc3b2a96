// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the pages say about taking a message back, and about one that is not right.
protocol MessageActWords: Sendable {
    var back: String { get }
    var withdraw: String { get }
    func message(at clock: String) -> String
    func withdrawn(by name: String) -> String
    var withdrawnByYou: String { get }
    var tooLateTitle: String { get }
    var tooLateText: String { get }
    var openWithdrawn: String { get }
    var withdrawnTitle: String { get }
    var withdrawnLead: String { get }
    var reason: String { get }
    var reasonNeeded: String { get }
    var openIt: String { get }
    var notRight: String { get }
    var concernTitle: String { get }
    var concernLead: String { get }
    var tellIt: String { get }
    var wasTold: String { get }
    var toHear: String { get }
    var toHearTitle: String { get }
    func told(by name: String, at moment: String) -> String
    var heard: String { get }
    var nobodyTitle: String { get }
    var nobodyText: String { get }
}

extension Language {
    var messageActs: any MessageActWords {
        switch self {
        case .nl: DutchMessageActs()
        case .en: EnglishMessageActs()
        }
    }
}

struct DutchMessageActs: MessageActWords {
    let back = "Terug naar het gesprek"
    let withdraw = "Trek in"
    func message(at clock: String) -> String { "bericht van \(clock)" }
    func withdrawn(by name: String) -> String { "\(name) trok dit bericht in." }
    let withdrawnByYou = "Je trok dit bericht in."
    let tooLateTitle = "Intrekken kan alleen op dezelfde dag"
    let tooLateText = "Dit bericht blijft staan. Klopt er iets niet? Schrijf dan een nieuw bericht."
    let openWithdrawn = "Open met reden"
    let withdrawnTitle = "Een ingetrokken bericht"
    let withdrawnLead = "Jij gaat over veiligheid. Daarom kun je dit 30 dagen lang lezen. Je reden wordt bewaard."
    let reason = "Waarom moet je dit lezen?"
    let reasonNeeded = "Schrijf in een paar woorden waarom."
    let openIt = "Open het bericht"
    let notRight = "Dit is niet oké"
    let concernTitle = "Dit is niet oké"
    let concernLead = """
        Je meldt dit bericht aan de hulpverlener die over veiligheid gaat. Die reageert binnen een dag. Wie dit schreef, \
        hoort er niets van.
        """
    let tellIt = "Meld dit bericht"
    let wasTold = "Je meldde dit bericht. Alleen jij ziet dat hier."
    let toHear = "Kijken naar een bericht dat niet oké is"
    let toHearTitle = "Een bericht dat niet oké is"
    func told(by name: String, at moment: String) -> String {
        "\(name) meldde dit \(moment). De schrijver weet dit niet. Neem zelf contact op met \(name)."
    }
    let heard = "Ik pak dit op"
    let nobodyTitle = "Er is hier nog geen hulpverlener"
    let nobodyText = """
        Daarom kunnen we dit nog niemand laten weten. Praat met iemand die je vertrouwt. Bel gratis met Jeugdstem: \
        088 555 1000. Is er gevaar? Bel 112, of Veilig Thuis: 0800 2000.
        """
}

struct EnglishMessageActs: MessageActWords {
    let back = "Back to the conversation"
    let withdraw = "Take back"
    func message(at clock: String) -> String { "message of \(clock)" }
    func withdrawn(by name: String) -> String { "\(name) took this message back." }
    let withdrawnByYou = "You took this message back."
    let tooLateTitle = "Taking back is possible on the same day only"
    let tooLateText = "This message stays. Is something not right? Then write a new message."
    let openWithdrawn = "Open with a reason"
    let withdrawnTitle = "A message that was taken back"
    let withdrawnLead = "You are in charge of safety. So you can read this for 30 days. Your reason is kept."
    let reason = "Why must you read this?"
    let reasonNeeded = "Write why in a few words."
    let openIt = "Open the message"
    let notRight = "This is not OK"
    let concernTitle = "This is not OK"
    let concernLead = """
        You tell the professional who is in charge of safety about this message. They answer within a day. Whoever wrote \
        it hears nothing of this.
        """
    let tellIt = "Report this message"
    let wasTold = "You told about this message. Only you see that here."
    let toHear = "Looking at a message that is not OK"
    let toHearTitle = "A message that is not OK"
    func told(by name: String, at moment: String) -> String {
        "\(name) told this \(moment). Whoever wrote it does not know. Get in touch with \(name) yourself."
    }
    let heard = "I take this on"
    let nobodyTitle = "There is no professional here yet"
    let nobodyText = """
        So we can't let anybody know yet. Talk to somebody you trust. Call Jeugdstem for free: 088 555 1000. In danger? \
        Call 112, or Veilig Thuis: 0800 2000.
        """
}
