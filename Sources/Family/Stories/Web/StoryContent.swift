// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of a story, gathered in one transaction.
struct StoryContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let view: StoryView
    /// The version that is shown; nil where none can be.
    let shown: OpenedVersion?
    /// The newest one, where it waits for a yes.
    let proposed: OpenedVersion?
    let confirmations: [StoryConfirmation]
    let parties: [StoryParty]
    /// Whether the reader says who reads it.
    let saysReaders: Bool
    let draft: String?

    /// A version with its words and files.
    struct OpenedVersion: Sendable {
        let version: StoryVersion
        /// nil when they were erased.
        let text: String?
        let files: [Attachment?]
    }

    init?(
        _ id: ID<Story>, version asked: Int?, _ key: borrowing DossierKey, _ connection: Connection, _ vault: Vault
    ) throws {
        guard let view = try connection.story(id, key) else { return nil }
        let number = asked ?? view.current ?? view.versions.last?.number
        guard asked == nil || view.versions.contains(where: { $0.number == asked }) else { return nil }
        (family, reading, self.view) = (key.family, key.reading, view)
        circle = try connection.circle(key, withEnded: true)
        shown = try Self.opened(number, view, key, connection)
        let isProposed = view.proposed.map { $0.number != number } ?? false
        proposed = isProposed ? try Self.opened(view.latest, view, key, connection) : nil
        confirmations = try connection.storyConfirmations(key).filter { $0.story.id == id }
        parties = try connection.storyParties(of: view, among: try connection.circle(key), key, vault)
        saysReaders = key.reading.sayer(of: view.story, on: key.today) != nil
        draft = view.pen == nil ? nil : try connection.storyDraft(of: view.story, key)
    }

    private static func opened(
        _ number: Int?, _ view: StoryView, _ key: borrowing DossierKey, _ connection: Connection
    ) throws -> OpenedVersion? {
        guard let number, let version = view.versions.first(where: { $0.number == number }) else { return nil }
        return OpenedVersion(
            version: version, text: try connection.text(of: version, in: view.story, key),
            files: try connection.attachments(of: view.story, from: number, to: number, key)[number] ?? [])
    }
}

/// What was typed, and what must be mended.
struct StoryDraft: Equatable {
    var text: String?
    var basedOn: Int?
    var error: String?
    var fileError: String?
    /// Somebody wrote a version meanwhile.
    var isChanged = false
    var isKept = false

    var errors: [FieldError] {
        [error.map { FieldError("message", $0) }, fileError.map { FieldError("file", $0) }].compactMap(\.self)
    }
}
