// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// Where help was asked, and how that stands.
extension CopyChapters {
    var referrals: CopiedChapter {
        CopiedChapter(name: "referrals", title: language.referrals.title, entries: dossier.referrals.map(referral))
    }

    private func referral(_ found: ReferralInDossier) -> CopiedEntry {
        let (one, words) = (found.referral, language.referrals)
        let place = found.receiver.map(dossier.referralNames.organisation)
        return CopiedEntry(
            words.about(called(one.person), place ?? words.somewhere),
            [found.question ?? "", found.elsewhere.map { "\(words.elsewhereSaid) \($0)" } ?? ""],
            facts: [language.dateInside(one.wait.asked), words.stands(one.state)],
            [
                "id": .text(one.id.text), "about": .texts([called(one.person)]), "to": place.map { .text($0) },
                "asked": .day(one.wait.asked), "met": one.wait.met.map { .day($0) },
                "started": one.wait.started.map { .day($0) }, "ended": one.wait.ended.map { .day($0) },
                "state": .text(words.stands(one.state)), "question": found.question.map { .text($0) },
                "elsewhere": found.elsewhere.map { .text($0) },
            ])
    }
}
