// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

/// What one reader may read about one person, gathered through their own key in one transaction.
///
/// What is held, hidden, private or refused is not in it, as the key doesn't give it.
struct CopiedDossier: Sendable {
    struct Told: Sendable {
        let view: StoryView
        let versions: [(version: StoryVersion, text: String?)]
        let files: [Int: [Attachment?]]
    }

    struct Talk: Sendable {
        let summary: ConversationSummary
        let messages: [OpenedMessage]
        let files: [Int: [Attachment?]]
    }

    struct Noted: Sendable {
        let sight: NoteSight
        let statements: [NoteStatement]
    }

    struct Met: Sendable {
        let sight: MeetingSight
        let papers: MeetingPapers?
    }

    let person: ID<Person>
    let reading: Reading
    /// With who left, as what they did stays to be read.
    let circle: CircleSight
    let details: [DetailSight]
    let consents: [KeptConsent]
    let stories: [Told]
    let notes: [Noted]
    /// Those that were discussed with the family.
    let indications: [IndicationSight]
    let matches: [MatchSight]
    let plan: PlanSight
    let talks: [Talk]
    let directions: [DirectionSight]
    let handovers: [KeptHandover]
    let referrals: [ReferralInDossier]
    let referralNames: ReferralNames
    let proposals: [ProposalSight]
    let provisions: [ProvisionSight]
    /// What the organisations are called that are named in them.
    let organisations: [ID<Organisation>: String]
    let happened: TimelineContent?
    let objections: [ObjectionSight]
    let promises: [FamilyPromise]
    let looked: LookedContent?
    let meetings: [Met]
    /// Whose words are left out, and what they wrote with: of each child until the child or a professional said yes.
    let wordsKept: (persons: Set<ID<Person>>, accounts: Set<ID<Account>>)

    /// More entries of the journal than a family makes in twenty years.
    private static let mostHappenings = 50_000

    init(
        about person: ID<Person>, at now: Moment, _ key: borrowing DossierKey, _ connection: Connection, _ vault: Vault
    ) throws {
        (self.person, reading) = (person, key.reading)
        let circle = try connection.circle(key, withEnded: true)
        self.circle = circle
        let kept = try connection.childrenWhoseWordsStay(key)
        wordsKept = kept
        details = try connection.details(key).filter { $0.person == person }
        consents = try connection.consents(key).filter { $0.consent.persons.contains(person) }
        stories = try Self.stories(of: person, key, connection).filter {
            kept.persons.isDisjoint(with: $0.view.story.authors)
        }
        notes = try connection.contactNotes(key).notes.filter { $0.note.about.contains(person) }.reversed().map {
            Noted(
                sight: $0,
                statements: try connection.statements(on: $0.note, key).filter { !kept.accounts.contains($0.account) })
        }
        indications = try connection.indications(key).filter { $0.indication.person == person }
        matches = try connection.matches(key).filter { $0.match.person == person }
        plan = try connection.plan(key)
        talks = try connection.conversations(key).filter { $0.conversation.about.contains(person) }.reversed().map {
            try Self.talk($0, key, connection)
        }
        meetings = try connection.meetings(key).filter { $0.meeting.about.contains(person) }.map {
            Met(sight: $0, papers: try connection.papers(of: $0, key))
        }
        directions = try connection.directions(key).reversed()
        handovers = try connection.handovers(key)
        let referrals = try connection.referrals(key).filter { $0.referral.person == person }.reversed()
        self.referrals = Array(referrals)
        referralNames = try ReferralNames(referrals.map(\.referral), connection, vault)
        let (proposals, provisions) = (
            try connection.proposals(key).filter { $0.proposal.person == person }.reversed(),
            try connection.provisions(key).filter { $0.provision.person == person }.reversed()
        )
        (self.proposals, self.provisions) = (Array(proposals), Array(provisions))
        organisations = try connection.names(
            of: Set(proposals.compactMap(\.helper) + provisions.compactMap(\.municipality)))
        happened = try TimelineContent(
            TimelineQuestion(person: person), key, connection, size: Self.mostHappenings)
        let isOwn = key.reading.ownPerson == person
        objections = isOwn ? try connection.objections(key).reversed() : []
        promises = try connection.openPromises(key, among: circle).filter { $0.about.contains(person) }
        looked = try LookedContent(
            key, connection, from: try connection.started(key), until: now.day + 1, vault)
    }

    private static func stories(
        of person: ID<Person>, _ key: borrowing DossierKey, _ connection: Connection
    ) throws -> [Told] {
        try connection.stories(key).filter { $0.story.authors.contains(person) && !$0.versions.isEmpty }.map { view in
            let numbers = view.versions.map(\.number)
            return Told(
                view: view,
                versions: try view.versions.map { ($0, try connection.text(of: $0, in: view.story, key)) },
                files: try connection.attachments(
                    of: view.story, from: numbers.min() ?? 0, to: numbers.max() ?? 0, key))
        }
    }

    private static func talk(
        _ summary: ConversationSummary, _ key: borrowing DossierKey, _ connection: Connection
    ) throws -> Talk {
        let messages = try connection.messages(of: summary, in: .all, limit: Int(Int32.max), key)
        return Talk(
            summary: summary, messages: messages,
            files: try connection.attachments(
                of: summary, from: messages.first?.number ?? 0, to: messages.last?.number ?? 0, key))
    }
}

/// A file that goes along, under a name that says nothing of what is in it.
struct CopiedFile: Sendable, Hashable {
    let attachment: Attachment
    /// In whose part it lies.
    let about: Set<ID<Person>>
    let path: String
}

extension CopiedDossier {
    /// The files that go along, in the order in which they came.
    func files(in folder: String) -> [CopiedFile] {
        let told = stories.flatMap { story in
            story.files.keys.sorted().flatMap { story.files[$0] ?? [] }.map { ($0, story.view.story.authors) }
        }
        let written = talks.flatMap { talk in
            messages(of: talk).filter { !$0.isWithdrawn }.flatMap { talk.files[$0.number] ?? [] }
                .map { ($0, talk.summary.conversation.about) }
        }
        let all = (told + written).compactMap { file, about in file.map { ($0, about) } }
        return all.enumerated().map { place, file in
            let number = String(place + 1)
            let digits = String(repeating: "0", count: max(0, 4 - number.count)) + number
            return CopiedFile(
                attachment: file.0, about: file.1, path: "\(folder)/\(digits).\(file.0.kind.extensions[0])")
        }
    }

    /// The messages that go along: without children's own words, where these stay.
    func messages(of talk: Talk) -> [OpenedMessage] {
        talk.messages.filter { !wordsKept.accounts.contains($0.author) }
    }

    /// Whether the own words of whom it is about stay.
    var keepsOwnWords: Bool { wordsKept.persons.contains(person) }
}
