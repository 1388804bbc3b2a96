// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

struct EnglishStories: StoryWords {
    let title = "Stories"
    let lead = "Here you tell your story in your own words. Then you need not start all over again each time."
    let readerLead = "First read what people told themselves. Then you need not ask it again."
    let door = "In your own words. You say who reads it."
    let own = "Your story"
    func of(_ names: String) -> String { "The story of \(names)" }
    let notBegun = "Not begun yet."
    func writeDown(for name: String) -> String { "\(name) tells, you write it down." }
    func lastChanged(_ day: String) -> String { "Last changed on \(day)." }
    let waitsForYes = "A new version waits for a yes."
    let nothing = "There is no story yet that you can read"
    let nothingText = "When somebody writes a story and you may read it, it stands here."
    let together = "Telling a story together"
    let togetherText = "A version counts once everybody said yes. Each of you keeps a story of your own, too."
    let togetherWith = "With whom?"
    let togetherMissing = "Choose with whom you tell the story."
    let togetherButton = "Begin together"
    let all = "All stories"

    let ownLead = "Only you change this story. You also say who reads it."
    func tellsLead(_ name: String) -> String {
        "\(name) tells. You write it down, as much as you can in the words of \(name)."
    }
    let jointLead = "You tell this together. A version counts once all of you said yes."
    func version(_ day: String, by name: String) -> String { "Written by \(name), on \(day)." }
    func toldBy(_ child: String, writtenBy name: String) -> String { "Told by \(child), written down by \(name)." }
    let erased = "This story was erased."
    let earlier = "You are reading an earlier version"
    let versions = "All versions"
    func versionLink(_ number: Int, _ day: String) -> String { "Version \(number), \(day)" }
    let counts = "counts now"
    let files = "Drawings and files"

    let write = "Change the story"
    let writeFirst = "Begin to tell"
    let label = "Your words"
    let hint =
        "What should somebody know of you? What helps, and what does not? You can talk with your keyboard's microphone."
    func childHint(_ name: String) -> String { "Read it to \(name) afterwards. Is it right like this?" }
    let save = "Keep this version"
    let propose = "Propose this version"
    let keep = "Go on later"
    let kept = "Kept. Only you see this."
    let empty = "Write something first."
    let tooLong = "The story is too long. Make it shorter."
    let unprintable = "There are characters in it that we can't keep. Take them out."
    let changedMeanwhile = "A new version was written meanwhile"
    let changedText = "You can read it above. What you typed still stands below. Put together what should be in it."
    let asking = "Saying yes to a new version of your story"

    let proposed = "New version"
    func proposedText(_ names: String) -> String { "This version counts once \(names) said yes." }
    let youSaidYes = "You said yes."
    let yes = "Yes, it is right like this"

    let confirm = "I have read this"
    let confirmText = "Then they know that they need not tell you once more."
    func confirmed(_ day: String) -> String { "On \(day) you said that you read this" }
    let confirmedText = "You need not ask about it again."
    let confirmations = "Who read it"
    let nobodyConfirmed = "Nobody said yet that they read it."
    func confirmedBy(_ name: String, _ day: String) -> String { "\(name) read it, on \(day)." }

    let readers = "Who may read it"
    let readersText = "You change this whenever you want. Who has read it still knows it, of course."
    let nobodyReads = "There is nobody now who can read this story."
    let readsCurrent = "Always reads the newest version."
    func readsVersion(_ number: Int) -> String { "Reads version \(number) only." }
    let readsNothing = "Reads nothing."
    let letRead = "Let read"
    let onlyThis = "This version only"
    let stopReading = "Let read no longer"
}
