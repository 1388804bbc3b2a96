// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

struct EnglishSite: SiteWords {
    let toContent = "Skip to content"
    let navigation = "Main menu"
    let aboutYou = "your details and signing out"
    let leaveQuickly = "Leave quickly"
    let demoName = "Practice environment"
    let demoTitle = "This is a practice environment."
    let demoText = "The people are invented. Do not enter real details."
    let error = "Error"
    let acute = "Acute"
    let late = "Late"
    let begun = "Under way"
    let done = "Done"
    let notBegun = "Not begun yet"
    let director = "director"
    let firstContact = "first contact"
    let somebodyElse = "anyone else?"
    let pages = "Pages"
    let newer = "Newer"
    let older = "Older"
    let print = "Print"
    let you = "You"
    let send = "Send"
    let liveStopped = "New messages no longer come in by themselves."
    let unreached = "There is no connection. Your text is still here. Send it again in a moment."
    let reload = "Load the page again"
    let newMessage = "There is a new message."
    let accessibility = "Accessibility"
    let toStart = "Go to the start"

    func missing(_ count: Int) -> String {
        switch count {
        case 1: "One thing is not right yet"
        default: "\(Language.en.count(count).capitalised) things are not right yet"
        }
    }

    func hadRead(_ names: String) -> String { "Already read by \(names)." }
    func readBy(_ names: String) -> String { "Read by \(names)." }
    func readByNobodyYet(of names: String) -> String { "Not yet read by \(names)." }
    func notYetReadBy(_ names: String) -> String { "Not yet by \(names)." }

    func readers(_ count: Int) -> String {
        switch count {
        case 1: "Only you can read this"
        default: "\(Language.en.count(count).capitalised) people can read this"
        }
    }

    func cannotRead(_ names: String, count: Int) -> String { "\(names) cannot read this.".capitalised }

    func children(_ count: Int) -> String { count == 1 ? "1 child" : "\(count) children" }

    func to(_ names: String) -> String { "To \(names)" }

    func problem(_ kind: Problem.Kind) -> (title: String, text: String) {
        switch kind {
        case .notFound:
            ("This page is not there", "The address may be different, or you may not see it. Go to the start.")
        case .malformed:
            ("We could not read this", "Go back and try once more. Your text may still be there.")
        case .formExpired:
            (
                "This page was open too long",
                "We saved nothing. Go back, copy your text, load the page again and send it once more."
            )
        case .notAllowedHere: ("That does not work here", "Go back and use the button on the page.")
        case .tooLarge: ("This is too large", "Make your text shorter and send it again.")
        case .wrongType: ("We could not read this", "Fill it in on the page itself and send it again.")
        case .tooOften: ("A little slower, please", "You tried this too often. Wait a few minutes.")
        case .broken:
            (
                "Something went wrong on our side",
                "We do not know if it worked. Have a look, and try again if it did not."
            )
        case .busy: ("It is too busy right now", "Nothing was saved. Try again in a minute.")
        }
    }
}
