// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import PeopleWeb
import Site

/// Where somebody begins who works without families: what their account is for.
struct BeginPage: Equatable {
    let title: String
    let lead: String
    let emptyTitle: String
    let emptyText: String
    let action: String

    init(_ account: Account, _ language: Language) {
        let words = language.begin
        title = words.title(account.profile.name)
        lead = words.managerLead
        emptyTitle = words.managerTitle
        emptyText = words.managerText
        action = words.toAccount
    }

    var html: HTML {
        """
        \(PageHead(title, lead: lead))
        \(Section("begin", emptyTitle, isTitleHidden: true,
            Empty(emptyTitle, emptyText, action: Button(action, .link(.account))).html))
        """
    }
}

/// What the first page says to those who work without families.
protocol BeginWords: Sendable {
    /// In the title bar, where nobody's name stands.
    var pageTitle: String { get }
    func title(_ name: String) -> String
    var managerLead: String { get }
    var managerTitle: String { get }
    var managerText: String { get }
    /// The one thing to do here.
    var toAccount: String { get }
}

extension Language {
    var begin: any BeginWords {
        switch self {
        case .nl: DutchBegin()
        case .en: EnglishBegin()
        }
    }
}

private struct DutchBegin: BeginWords {
    let pageTitle = "Welkom"
    func title(_ name: String) -> String { "Welkom, \(name)" }
    let managerLead = "Jij ziet hier geen gezinnen. Alleen wat er gebeurt in cijfers, zonder namen."
    let managerTitle = "Er zijn nog geen cijfers"
    let managerText = "Zodra teams een maand werken, staat hier hoe lang gezinnen wachten en wat er hielp."
    let toAccount = "Bekijk je gegevens"
}

private struct EnglishBegin: BeginWords {
    let pageTitle = "Welcome"
    func title(_ name: String) -> String { "Welcome, \(name)" }
    let managerLead = "You see no families here. Only what happens in figures, without names."
    let managerTitle = "There are no figures yet"
    let managerText = "Once teams have worked for a month, you see here how long families wait and what helped."
    let toAccount = "See your details"
}
