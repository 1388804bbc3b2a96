// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// The doors at the foot of the circle page: each only for a reader for whom it leads somewhere.
extension CircleDrawing {
    /// What concerns the reader most first: who looked at what is about them.
    var entries: [Entry] {
        var entries: [Entry] = []
        if choosesCircle {
            entries.append(Entry(.goingOn(content.family), .circle, language.goingOn.title, language.goingOn.door))
        }
        if content.reading.ownPerson != nil {
            entries.append(Entry(.whoLooked(content.family), .eye, words.whoLooked, words.whoLookedText))
        }
        entries.append(
            Entry(.conversations(content.family), .talk, words.conversations, words.conversationsText(content.unread)))
        entries.append(
            Entry(.direction(content.family), .handshake, language.direction.title, language.direction.doorText))
        if !content.reading.followed.isEmpty {
            entries.append(
                Entry(.timeline(content.family), .today, language.timeline.title, language.timeline.door))
        }
        if content.isUnable, let own = content.reading.ownPerson {
            entries.append(
                Entry(.inability(content.family, of: own), .about, language.inability.title, words.unableText))
        }
        if let own = content.reading.ownPerson, content.reading.mayHideAddress(of: own) {
            entries.append(
                Entry(
                    .secretAddress(content.family, of: own), .key, language.secretAddress.title,
                    language.secretAddress.door))
        }
        if content.reading.ownPerson != nil || content.reading.membership?.kind == .professional {
            entries.append(Entry(.consents(content.family), .done, language.consent.title, language.consent.door))
        }
        if content.reading.membership?.kind == .professional {
            entries.append(Entry(.shownNames(content.family), .eye, words.shownName, words.shownNameText))
        }
        if content.reading.readsSafetyCard {
            entries.append(Entry(.safetyCard(content.family), .attention, language.safety.title, language.safety.door))
        }
        if content.reading.findsIndications {
            entries.append(Entry(.indications(content.family), .attention, language.risks.title, language.risks.door))
        }
        if content.findsMatches {
            entries.append(Entry(.matches(content.family), .about, language.matches.title, language.matches.door))
        }
        if content.reading.mayMakeCode(on: today) {
            entries.append(
                Entry(.newCircleCode(content.family), .key, language.circleCodes.title, language.circleCodes.door))
        }
        if content.reading.decidesWithSecond {
            entries.append(Entry(.holds(content.family), .key, language.holds.door, language.holds.doorText))
        }
        if content.reading.readsPlan {
            entries.append(
                Entry(.referrals(content.family), .handshake, language.referrals.title, language.referrals.familyDoor))
        }
        entries.append(Entry(.stories(content.family), .talk, language.stories.title, language.stories.door))
        if content.reading.membership?.kind == .professional {
            entries.append(
                Entry(
                    .newIntroduction(content.family), .handshake, language.introductions.title,
                    language.introductions.door))
        }
        if content.reading.findsNotes {
            entries.append(Entry(.notes(content.family), .done, language.notes.title, language.notes.door))
        }
        entries.append(
            Entry(.newCallBack(content.family), .phone, language.contacts.callBack, language.contacts.callBackDoor))
        if content.reading.mayPropose {
            entries.append(Entry(.meetings(content.family), .people, language.meetings.title, language.meetings.door))
        }
        if !content.reading.takesAlong.isEmpty {
            entries.append(
                Entry(.takeAlong(content.family), .print, language.fullCopies.pageTitle, language.fullCopies.door))
        }
        // Who is in charge sees here what may not be erased; the family finds it where they take things along.
        if content.reading.membership?.kind == .professional, circle.direction?.holder == content.reading.reader {
            entries.append(Entry(.keeping(content.family), .key, language.keeping.title, language.keeping.door))
        }
        return entries
    }

    /// Whether the reader came of age a short while ago, and others let in who is here.
    private var choosesCircle: Bool {
        guard let own = content.reading.persons.first(where: { $0.id == content.reading.ownPerson }),
            let birthday = GoingOn.birthday(of: own.birth, on: today), today < birthday.end
        else { return false }
        return circle.members.contains { GoingOn.isChosen($0.membership, by: own.id, since: birthday) }
    }
}
