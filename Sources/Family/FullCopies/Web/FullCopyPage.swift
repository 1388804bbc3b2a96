// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// The copies of one reader as they stand, gathered in one transaction.
struct FullCopyContent: Sendable {
    struct About: Sendable {
        let person: ID<Person>
        let name: String
        let isOwn: Bool
        let copy: FullCopy?
        let files: [FullCopyFile]
        /// Whether the person's own words stay.
        let keepsWords: Bool
        /// What was asked about them; nil where nothing was.
        let words: ChildWords?
        /// Whether it is the child who is asked.
        let isChildAsked: Bool
    }

    let family: ID<Family>
    let reading: Reading
    let about: [About]

    /// nil for who takes nothing along.
    init?(at now: Moment, _ key: borrowing DossierKey, _ connection: Connection) throws {
        guard !key.reading.takesAlong.isEmpty else { return nil }
        (family, reading) = (key.family, key.reading)
        let copies = try connection.fullCopies(key)
        var about: [About] = []
        for person in key.reading.takesAlong {
            let copy = copies.first { $0.person == person }
            about.append(
                About(
                    person: person, name: try key.name(of: person) ?? "", isOwn: person == key.reading.ownPerson,
                    copy: copy, files: try copy.map { try connection.files(of: $0, key) } ?? [],
                    keepsWords: try connection.keepsChildWords(of: person, key),
                    words: try connection.ownWords(of: person, key),
                    isChildAsked: key.reading.persons.first { $0.id == person }.map {
                        ChildWords.decider(of: $0, for: key.reading, on: key.today) == .child
                    } ?? false))
        }
        self.about = about
    }
}

/// Where somebody takes along what is about them, one copy a person.
struct FullCopyPage: Equatable {
    let language: Language
    let content: FullCopyContent
    let now: Moment
    let token: String
    let forms: [ID<Person>: FormID]

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any FullCopyWords { language.fullCopies }

    var html: HTML {
        """
        \(PageHead(
            words.pageTitle, lead: words.lead, above: More(.circle(content.family), language.invitations.toCircle)))
        \(Notice(.near, words.careful, words.carefulText))
        \(content.about, section)
        <p>\(More(.keeping(content.family), words.kept))</p>
        """
    }

    private func section(_ about: FullCopyContent.About) -> HTML {
        let name = CircleNames.firstName(about.name)
        return Section(
            "p-\(about.person)", about.isOwn ? words.aboutYou : words.about(name),
            """
            \(if: about.keepsWords, ownWords(about, name))\(state(about))
            """
        ).html
    }

    /// What becomes of a child's own words, with asking for them.
    private func ownWords(_ about: FullCopyContent.About, _ name: String) -> HTML {
        let said: HTML
        switch about.words?.isYes {
        case nil where about.words != nil:
            said = "<p>\(words.wordsAsked(language.dateInside((about.words?.asked ?? now).day)))</p>"
        case false?: said = "<p>\(words.wordsRefused(name))</p>"
        default:
            said = """
                <form action="\(Link.ownWords(content.family))" method="post">\(CSRF.field(token))\(forms[about.person]?.field)\
                <input type="hidden" name="person" value="\(about.person)">\
                \(Button(words.askWords(name, isChild: about.isChildAsked), .submit(), .text))</form>
                """
        }
        return "<p>\(words.noWords(name))</p>\(said)"
    }

    private func state(_ about: FullCopyContent.About) -> HTML {
        guard let copy = about.copy else { return asking(about, words.ask) }
        if copy.isUnderWay {
            return """
                \(Notice(.about, words.underWay(copy.percent), words.underWayText))
                <p>\(More(.takeAlong(content.family), words.look))</p>
                """
        }
        guard copy.isReady(at: now) else {
            return copy.state == .failed
                ? "\(Notice(.near, words.failed, words.failedText))\(asking(about, words.ask))"
                : asking(about, words.ask)
        }
        let until = language.dateInside((copy.until ?? now).day)
        return """
            \(Notice(.good, words.ready(language.dateInside((copy.made ?? copy.asked).day)), words.readyText(until: until)))
            <ul class="flow">
            \(about.files, { "<li>\(file($0, of: copy, about))</li>\n" })</ul>
            \(copy.often < FullCopy.mostADay ? asking(about, words.askAgain) : "<p>\(words.tooOften)</p>")
            """
    }

    private func file(_ file: FullCopyFile, of copy: FullCopy, _ about: FullCopyContent.About) -> HTML {
        let link = More(.fullCopy(content.family, copy.id, file.file), title(file.file, of: about), about: about.name)
        let text: String? =
            switch file.file {
            case .paper: nil
            case .data: words.dataText
            case .archive: words.archiveText
            }
        return "\(link)\(text.map { "<br>\($0)" as HTML })"
    }

    private func title(_ file: FullCopy.File, of about: FullCopyContent.About) -> String {
        switch file {
        case .paper(let number):
            about.files.contains { $0.file == .paper(2) } ? words.paper(number) : words.paper
        case .data: words.data
        case .archive: words.archive
        }
    }

    private func asking(_ about: FullCopyContent.About, _ title: String) -> HTML {
        """
        <form action="\(Link.fullCopies(content.family))" method="post">\(CSRF.field(token))\(forms[about.person]?.field)\
        <input type="hidden" name="person" value="\(about.person)">\
        \(Button(title, .submit(), .quiet, about: about.name))</form>
        """
    }
}
