// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// The meetings about somebody, with what was said of them for who was asked.
extension CopyChapters {
    var meetings: CopiedChapter {
        CopiedChapter(name: "meetings", title: language.meetings.title, entries: dossier.meetings.map(meeting))
    }

    private func meeting(_ met: CopiedDossier.Met) -> CopiedEntry {
        let (meeting, text) = (met.sight.meeting, met.sight.text)
        let minutes = met.papers?.versions.last
        let points = told(met.papers?.points ?? [])
        let remarks = told(met.papers?.remarks ?? [])
        let decisions = (met.papers?.decisions ?? []).map { $0.text ?? language.circle.erased }
        return CopiedEntry(
            text?.subject ?? language.circle.erased,
            [minutes?.minutes?.notes ?? ""] + decisions
                + (points + remarks).map { "\(names.name($0.account)): \($0.text ?? "")" },
            facts: [
                meeting.time.map { dateAndTime($0.starts) }, language.meetings.state(meeting.state), text?.place,
            ],
            [
                "id": .text(meeting.id.text), "subject": text.map { .text($0.subject) },
                "state": .text(meeting.state.rawValue), "made": .moment(meeting.made),
                "begins": meeting.time.map { .moment($0.starts) }, "minutes": meeting.time.map { .number($0.minutes) },
                "by": .text(names.name(meeting.convener)),
                "invited": met.sight.isInvited
                    ? .texts(names.sorted(meeting.invited).map(names.name)) : nil,
                "place": text.flatMap { $0.place.isEmpty ? nil : .text($0.place) },
                "about": .texts(meeting.about.sorted().map(called)),
                "points": .list(points.map(data)), "decisions": .texts(decisions),
                "text": (minutes?.minutes?.notes).map { .text($0) }, "writtenAt": minutes.map { .moment($0.at) },
                "remarks": .list(remarks.map(data)),
            ])
    }

    /// Without children's own words, where these stay.
    private func told(_ said: [SaidOfMeeting]) -> [SaidOfMeeting] {
        said.filter { !dossier.wordsKept.accounts.contains($0.account) }
    }

    private func data(_ said: SaidOfMeeting) -> JSONText {
        .object([
            "by": .text(names.name(said.account)), "at": .moment(said.at), "text": said.text.map { .text($0) },
        ])
    }
}
