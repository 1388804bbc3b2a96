// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// The stories of a family that one reader may read or write.
struct StoryListPage: Equatable {
    let language: Language
    let above: More
    let lead: String
    let entries: [Entry]
    /// With whom the reader can tell one together; empty for who can't.
    let others: [Choices.Choice]
    let action: Link
    let error: FieldError?
    let token: String
    let form: FormID

    init(
        _ views: [StoryView], names: CircleNames, family: ID<Family>, error: FieldError?, token: String, form: FormID
    ) {
        let (language, reading) = (names.language, names.reading)
        let words = language.stories
        (self.language, self.error, self.token, self.form) = (language, error, token, form)
        above = More(.circle(family), language.circle.title)
        lead = reading.ownPerson == nil ? words.readerLead : words.lead
        action = .stories(family)
        entries = views.map { view in
            let titles = StoryTitles(view.story, names)
            return Entry(.story(family, view.story.id), .talk, titles.title, titles.note(view))
        }
        others =
            reading.ownPerson == nil
            ? []
            : names.circle.persons.filter { $0.person.account != nil && $0.person.id != reading.ownPerson }
                .map { Choices.Choice($0.person.id.text, $0.name ?? language.circle.erased) }
    }

    private var words: any StoryWords { language.stories }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: lead, above: above,
            errors: error.map { ErrorSummary(language, [$0]) }))
        \(if: entries.isEmpty, Empty(words.nothing, words.nothingText).html, else: Entries(entries).html)
        \(if: !others.isEmpty, Section("together", words.together, together).html)
        """
    }

    private var together: HTML {
        FamilyForm(
            action: action, token: token, form: form,
            content: """
                <p>\(words.togetherText)</p>
                \(Choices(
                    language, "with", legend: words.togetherWith, error: error?.text, .several, others))
                """,
            buttons: [Button(words.togetherButton, .submit(), .quiet)]
        ).html
    }
}

/// How a story is called for one reader, and how far it is.
struct StoryTitles {
    let story: Story
    let names: CircleNames

    init(_ story: Story, _ names: CircleNames) {
        self.story = story
        self.names = names
    }

    private var words: any StoryWords { names.language.stories }

    var title: String {
        isOwn && !story.isJoint ? words.own : words.of(names.language.list(authors))
    }

    private var isOwn: Bool { names.reading.ownPerson.map(story.authors.contains) ?? false }

    /// The names by which people call each other, of all authors.
    var authors: [String] { story.authors.sorted().map(called) }

    func called(_ person: ID<Person>) -> String {
        names.circle.name(of: person).map(CircleNames.firstName) ?? names.language.circle.erased
    }

    func note(_ view: StoryView) -> String {
        if view.pen == .own, let proposed = view.proposed, proposed.number != view.current { return words.waitsForYes }
        guard let last = view.versions.last else {
            return view.pen == .writtenDown ? words.writeDown(for: authors.first ?? "") : words.notBegun
        }
        return words.lastChanged(names.language.dateInside(last.at.day))
    }
}
