// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the pages say about who agreed to what.
protocol ConsentWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var door: String { get }
    var who: String { get }
    var what: String { get }
    var until: String { get }
    var state: String { get }
    var before: String { get }
    var nothing: String { get }
    var noEnd: String { get }
    /// Beside a member who was let in before consents were kept here.
    func letIn(_ day: String) -> String
    func askFor(_ asked: Asked) -> String
    func askForText(_ asked: Asked) -> String
    func question(_ asked: Asked, _ party: String) -> String
    func asks(_ name: String, on day: String) -> String
    var about: String { get }
    var purpose: String { get }
    var with: String { get }
    var help: String { get }
    func outcome(_ outcome: Consent.Outcome, _ names: String) -> String
    func reason(_ reason: WhoMustAgree.Reason) -> String

    var yourAnswer: String { get }
    var yes: String { get }
    var no: String { get }
    var send: String { get }
    var answerMissing: String { get }
    func answerAbout(_ name: String) -> String
    var mayStop: String { get }
    /// Saying yes to less than was asked.
    var narrower: String { get }
    var narrowerText: String { get }
    var narrowerHint: String { get }
    var narrowerButton: String { get }
    var over: String { get }
    var overText: String { get }
    var toTable: String { get }
    var court: String { get }
    var courtText: String { get }
    var parents: String { get }

    var history: String { get }
    func said(_ who: String, _ answer: Consent.Answer, about name: String, _ how: Consent.How) -> String
    func noted(by name: String) -> String
    func ended(by name: String?, about person: String) -> String

    var stop: String { get }
    var stopText: String { get }
    var stopMember: String { get }
    var stopButton: String { get }
    var stopForWhom: String { get }
    var staysThere: String { get }

    var note: String { get }
    var noteWhose: String { get }
    func noteChoice(_ who: String, about name: String) -> String
    var noteAnswer: String { get }
    func say(_ answer: Consent.Answer) -> String
    var noteHow: String { get }
    func how(_ how: Consent.How) -> String
    var noteText: String { get }
    var noteTextHint: String { get }
    var noteButton: String { get }
    var choose: String { get }

    var exception: String { get }
    var exceptionText: String { get }
    func exception(_ exception: HelpException) -> (label: String, text: String)
    var exceptionReason: String { get }
    var exceptionMissing: String { get }
    var exceptionButton: String { get }
    var noException: String { get }

    var paper: String { get }
    var paperText: String { get }
    var paperName: String { get }
    var paperDate: String { get }
    var paperSign: String { get }
    var print: String { get }
}

/// What the form says with which something is asked.
protocol ConsentFormWords: Sendable {
    func title(_ asked: Asked) -> String
    func lead(_ asked: Asked) -> String
    func party(_ asked: Asked) -> String
    var partyHint: String { get }
    var partyMissing: String { get }
    func what(_ asked: Asked) -> String
    func whatHint(_ asked: Asked) -> String
    var whatMissing: String { get }
    var purpose: String { get }
    var purposeHint: String { get }
    var purposeMissing: String { get }
    var persons: String { get }
    var personsMissing: String { get }
    func until(_ asked: Asked) -> String
    var untilHint: String { get }
    var noDay: String { get }
    var termIsWrong: String { get }
    var send: String { get }
    var municipality: String { get }
    func nobodyDecides(_ name: String, _ reason: String) -> String
}

extension Language {
    var consent: any ConsentWords {
        switch self {
        case .nl: DutchConsent()
        case .en: EnglishConsent()
        }
    }

    var consentForm: any ConsentFormWords {
        switch self {
        case .nl: DutchConsentForm()
        case .en: EnglishConsentForm()
        }
    }
}
