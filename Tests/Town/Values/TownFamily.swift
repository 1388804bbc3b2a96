// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A family with its circle and what was said and promised around it, as plain values.
package struct TownFamily: Hashable, Sendable {
    package let slug: String
    package let name: String
    /// The slug of the area team in whose district it lives.
    package let team: String
    package let opened: Day
    package let persons: [TownPerson]
    package let ties: [TownTie]
    package let authority: [TownAuthority]
    package let memberships: [TownMembership]
    /// Who directed, oldest first; the last one directs now.
    package let directions: [TownDirection]
    /// Whom the family and the others call first.
    package let firstContact: String
    package var conversations: [TownConversation]
    package var promises: [TownPromise]
    package let privacy: TownPrivacy
    package let measures: [TownMeasure]
    package let readingYes: [TownReadingYes]
    package let invitations: [TownInvitation]
    package let start: TownStart?
    package let stories: [TownStory]
    package let notes: [TownNote]
    package let objections: [TownObjection]
    package let meetings: [TownMeeting]

    package init(
        _ slug: String, _ name: String, team: String, opened: Day, persons: [TownPerson], ties: [TownTie] = [],
        authority: [TownAuthority] = [], memberships: [TownMembership] = [], directions: [TownDirection],
        firstContact: String, conversations: [TownConversation] = [], promises: [TownPromise] = [],
        privacy: TownPrivacy = TownPrivacy(), measures: [TownMeasure] = [], readingYes: [TownReadingYes] = [],
        invitations: [TownInvitation] = [], start: TownStart? = nil,
        stories: [TownStory] = [], notes: [TownNote] = [],
        objections: [TownObjection] = [], meetings: [TownMeeting] = []
    ) {
        self.slug = slug
        self.name = name
        self.team = team
        self.opened = opened
        self.persons = persons
        self.ties = ties
        self.authority = authority
        self.memberships = memberships
        self.directions = directions
        self.firstContact = firstContact
        self.conversations = conversations
        self.promises = promises
        self.privacy = privacy
        self.measures = measures
        self.readingYes = readingYes
        self.invitations = invitations
        self.start = start
        self.stories = stories
        self.notes = notes
        self.objections = objections
        self.meetings = meetings
    }

    /// Who directs now.
    package var director: TownDirection? { directions.last }

    package func person(_ slug: String) -> TownPerson? { persons.first { $0.slug == slug } }

    /// The latest membership of somebody.
    package func membership(_ slug: String) -> TownMembership? { memberships.last { $0.slug == slug } }

    package func conversation(_ slug: String) -> TownConversation? { conversations.first { $0.slug == slug } }

    /// Slugs of the professionals who are in the circle on a day.
    package func professionals(on day: Day) -> [String] {
        memberships.filter { $0.isProfessional && $0.period.contains(day) }.map(\.slug)
    }

    /// Somebody holds authority over a child.
    package func holdsAuthority(_ slug: String, over child: String) -> Bool {
        authority.contains { $0.child == child && $0.holders.contains(slug) }
    }

    /// The name that others read, wherever in the family or its own people somebody is.
    package func name(of slug: String) -> String? {
        if let person = person(slug) { return person.name }
        for case .relative(slug, let name, _) in memberships.map(\.member) { return name }
        return nil
    }
}
