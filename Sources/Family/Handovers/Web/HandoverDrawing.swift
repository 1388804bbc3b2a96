// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// How the content of a handover becomes words.
struct HandoverDrawing {
    let content: HandoverContent
    let language: Language

    private var words: any HandoverWords { language.handovers }
    private var handover: Handover { content.kept.handover }
    private var names: CircleNames {
        CircleNames(circle: content.circle, reading: content.reading, language: language)
    }

    private func name(_ account: ID<Account>) -> String {
        account == content.reading.reader ? language.site.you.lowercased() : names.name(account)
    }

    var lead: String { words.proposed(handover.responsibility, from: name(handover.from), to: name(handover.to)) }

    var facts: [Facts.Fact] {
        let direction = language.direction
        let (kind, review) = handover.responsibility.direction
        let kept: [Facts.Fact?] = [
            Facts.Fact(words.stateLabel, words.state(handover.state)),
            Facts.Fact(words.what, kind.map(direction.kind) ?? words.name(handover.responsibility)),
            content.kept.reason.map { Facts.Fact(direction.why, $0) },
            review.map { Facts.Fact(direction.reviewOn, language.dateInside($0)) },
            talk.map { Facts.Fact(words.talk, $0) },
            handover.cold.map { cold in
                Facts.Fact(
                    words.noTalk,
                    [words.cold(cold), content.kept.coldReason].compactMap(\.self).joined(separator: ": "))
            },
            content.kept.offersSupport ? Facts.Fact(direction.support, direction.supportText) : nil,
            content.kept.answer.map { Facts.Fact(words.declineReason, $0) },
        ]
        guard handover.state.isOpen else { return kept.compactMap(\.self) }
        let wait = content.waits?.fact(to: handover.to, language)
        return (kept + [wait]).compactMap(\.self) + content.soFar.facts(language)
    }

    private var talk: String? {
        guard let talk = handover.talk else { return nil }
        let there = content.circle.persons.filter { talk.present.contains($0.person.id) }
            .map { $0.name ?? language.circle.erased }
        return [
            words.talked(on: language.dateInside(talk.day), with: language.list(there)),
            talk.introduced ? words.wasIntroduced : nil,
            talk.storyConfirmed ? words.storyConfirmed : words.storyNotConfirmed,
        ].compactMap(\.self).joined(separator: " ")
    }

    /// What goes along.
    var moves: [String] {
        let before = name(handover.from)
        return [words.name(handover.responsibility)]
            + (handover.leaves
                ? [
                    words.promisesMove(before), words.meetingsMove, words.rightsMove, words.leavesCircle(before),
                ] : [])
    }
}

extension Handover.Responsibility {
    /// Of what kind direction becomes, and until when; nothing of anything else.
    fileprivate var direction: (kind: Direction.Kind?, review: Day?) {
        guard case .direction(let kind, let review) = self else { return (nil, nil) }
        return (kind, review)
    }
}
