// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleStore
import Site

/// What our letters say: never a name, never what is new, nothing that tells what kind of place this is.
protocol LetterWords: Sendable {
    var newsSubject: String { get }
    func news(_ signIn: String, turnOff: String) -> String
    var codeSubject: String { get }
    func code(_ digits: String) -> String
}

extension Language {
    var letters: any LetterWords {
        switch self {
        case .nl: DutchLetters()
        case .en: EnglishLetters()
        }
    }
}

/// The words of all letters, with the address of the site they lead to.
package struct NoticeLetters: Sendable {
    private let site: String

    /// - Parameter site: such as `https://rondom.example`, without a slash behind it.
    package init(site: String) { self.site = site }

    package func words(for letter: NoticeLetter, in language: String) -> (subject: String, text: String) {
        let words = (Language(rawValue: language) ?? .nl).letters
        switch letter {
        case .news:
            return (words.newsSubject, words.news("\(site)\(Link.signIn)", turnOff: "\(site)\(Link.notices)"))
        case .code(let digits): return (words.codeSubject, words.code(digits))
        }
    }
}

private struct DutchLetters: LetterWords {
    let newsSubject = "Er staat iets nieuws voor je klaar"
    func news(_ signIn: String, turnOff: String) -> String {
        """
        Er staat iets nieuws voor je klaar. Log in om het te lezen:
        \(signIn)

        Wil je geen mail meer? Zet die hier uit:
        \(turnOff)

        Je kunt niet antwoorden op deze mail.
        """
    }
    let codeSubject = "Een code voor jou"
    func code(_ digits: String) -> String {
        """
        Je code is \(digits).

        Typ deze code over op de bladzijde waar je dit adres invulde. De code werkt een uur.

        Vroeg je niet om een code? Dan hoef je niets te doen.
        """
    }
}

private struct EnglishLetters: LetterWords {
    let newsSubject = "Something new is waiting for you"
    func news(_ signIn: String, turnOff: String) -> String {
        """
        Something new is waiting for you. Sign in to read it:
        \(signIn)

        No more mail? Turn it off here:
        \(turnOff)

        You can't answer this mail.
        """
    }
    let codeSubject = "A code for you"
    func code(_ digits: String) -> String {
        """
        Your code is \(digits).

        Type this code on the page where you filled in this address. The code works for an hour.

        Did you not ask for a code? Then there is nothing to do.
        """
    }
}
