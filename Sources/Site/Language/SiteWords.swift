// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Everything that the site says by itself, on whichever page.
package protocol SiteWords: Sendable {
    var toContent: String { get }
    var navigation: String { get }
    /// After the reader's name, for screen readers: "your details and signing out".
    var aboutYou: String { get }
    var leaveQuickly: String { get }
    var demoName: String { get }
    var demoTitle: String { get }
    var demoText: String { get }
    var error: String { get }
    /// The title of the summary above a form.
    func missing(_ count: Int) -> String
    var acute: String { get }
    var late: String { get }
    var begun: String { get }
    var done: String { get }
    var notBegun: String { get }
    var director: String { get }
    var firstContact: String { get }
    var somebodyElse: String { get }
    func children(_ count: Int) -> String
    var pages: String { get }
    var newer: String { get }
    var older: String { get }
    var print: String { get }
    var you: String { get }
    var send: String { get }
    var liveStopped: String { get }
    /// Beside a text that could not be sent because the server does not answer.
    var unreached: String { get }
    var reload: String { get }
    var newMessage: String { get }
    /// "Sanne read it before": who had read a message that was withdrawn.
    func hadRead(_ names: String) -> String
    func readBy(_ names: String) -> String
    /// After who read it: who did not yet.
    func notYetReadBy(_ names: String) -> String
    /// The same when nobody read it.
    func readByNobodyYet(of names: String) -> String
    func readers(_ count: Int) -> String
    func cannotRead(_ names: String, count: Int) -> String
    func to(_ names: String) -> String
    /// What went wrong with a request, and what to do now.
    func problem(_ kind: Problem.Kind) -> (title: String, text: String)
    /// The link in the footer to the page about it.
    var accessibility: String { get }
    var toStart: String { get }
}

extension Language {
    package var site: any SiteWords {
        switch self {
        case .nl: DutchSite()
        case .en: EnglishSite()
        }
    }
}
