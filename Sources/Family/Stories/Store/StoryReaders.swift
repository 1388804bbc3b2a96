// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// That somebody confirmed having read a version of a story, so that nobody asks the family again.
package struct StoryConfirmation: Hashable, Sendable {
    package let story: Story
    package let number: Int
    package let account: ID<Account>
    package let at: Moment
}

/// Somebody who could read a story, with which version they may.
package struct StoryParty: Hashable, Sendable {
    package let account: ID<Account>
    /// What counts for them now: what an author said, or else what is usual.
    package let choice: StoryChoice
}

extension Connection {
    /// Confirms that the reader read the version they may read; once is enough.
    ///
    /// - Throws: ``Story/Refusal`` for who wrote it, and where there is nothing to read.
    package func confirmStory(
        _ view: StoryView, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard view.pen != .own, let number = view.current else { throw Story.Refusal.notYours }
        let isNew = try execute(
            """
            INSERT INTO story_confirmation (family_id, story_id, number, account_id, at)
            VALUES (\(key.family), \(view.story.id), \(number), \(key.reading.reader), \(now))
            ON CONFLICT DO NOTHING
            """)
        guard isNew == 1 else { return }
        try journal(.storyConfirmed, of: view.story, at: now, key, vault, detail: String(number))
    }

    /// Who confirmed having read which version, of the stories that the reader may write, and of the others what they
    /// confirmed themself; the latest first.
    package func storyConfirmations(_ key: borrowing DossierKey) throws -> [StoryConfirmation] {
        let views = try stories(key)
        let found = try rows(
            """
            SELECT story_id, number, account_id, at FROM story_confirmation WHERE family_id = \(key.family)
            ORDER BY at DESC, story_id, account_id
            """
        ) { ($0.id(0, Story.self), $0.int(1), $0.id(2, Account.self), $0.moment(3)) }
        return found.compactMap { id, number, account, at in
            guard let view = views.first(where: { $0.story.id == id }),
                view.pen != nil || account == key.reading.reader
            else { return nil }
            return StoryConfirmation(story: view.story, number: number, account: account, at: at)
        }
    }

    /// Those who could read a story, with which version they may; for who says so.
    package func storyParties(
        of view: StoryView, among circle: CircleSight, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> [StoryParty] {
        guard let sayer = key.reading.sayer(of: view.story, on: key.today) else { return [] }
        let choices = try storyChoices(of: view.story, key)
        let isOwn = sayer == key.reading.ownPerson
        let family = isOwn ? circle.persons.compactMap(\.person.account) : []
        let others = Set(family + circle.members.map(\.membership.account)).subtracting([key.reading.reader])
        return try others.sorted().compactMap { account in
            guard let reading = try reading(of: key.family, by: account, on: key.today, vault),
                reading.pen(for: view.story, on: key.today) != .own,
                reading.version(of: view.story, agreed: [1], choice: .version(1), on: key.today) != nil
            else { return nil }
            let usual = reading.usualChoice(for: view.story, on: key.today)
            return StoryParty(account: account, choice: choices[account] ?? usual)
        }
    }

    /// Says which version somebody may read.
    ///
    /// - Throws: ``Story/Refusal`` for who doesn't say so, and of whom it isn't said.
    package func choose(
        _ choice: StoryChoice, for account: ID<Account>, of view: StoryView, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let parties = try storyParties(of: view, among: try circle(key), key, vault)
        guard let sayer = key.reading.sayer(of: view.story, on: key.today),
            parties.contains(where: { $0.account == account })
        else { throw Story.Refusal.notYours }
        if case .version(let number) = choice, !view.agreed.contains(where: { $0.number == number }) {
            throw Story.Refusal.nothingToAgree
        }
        try execute(
            """
            INSERT INTO story_reader (family_id, story_id, account_id, person_id, choice)
            VALUES (\(key.family), \(view.story.id), \(account), \(sayer), \(choice.text))
            ON CONFLICT (family_id, story_id, account_id, person_id) DO UPDATE SET choice = excluded.choice
            """)
        try journal(.storyReadersChosen, of: view.story, at: now, key, vault, detail: choice.text)
    }
}
