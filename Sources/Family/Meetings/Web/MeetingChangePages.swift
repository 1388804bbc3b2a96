// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Changing when and where a meeting is, and who is asked; and taking it along into one's own calendar.
package struct MeetingChangePages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/meetings/:meeting/change", use: show)
        router.post("families/:family/meetings/:meeting/change", use: change)
        router.get("families/:family/meetings/:meeting/calendar", use: takeAlong)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (content, sight) = try await content(visit)
        guard var typed = visit.typed.map({ MeetingDraft($0) }) else {
            return try page(MeetingDraft(sight), content, visit)
        }
        typed.about = sight.meeting.about
        return try page(typed, content, visit)
    }

    @Sendable private func change(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Meeting> = try visit.id("meeting")
        let form = try await FormBody.read(request)
        let (content, sight) = try await content(visit)
        var draft = MeetingDraft(form)
        draft.about = sight.meeting.about
        let text = draft.text(visit.language)
        let times = draft.times(visit.language.meetings)
        guard draft.errors.isEmpty, let text, let times else { return try page(draft, content, visit) }
        let left = content.candidates.missing(asking: draft.invited)
        guard left.isEmpty || draft.isMissingKnown else { return try page(draft, content, missing: left, visit) }
        let asked = MeetingToPropose(
            id: id, about: draft.about, inviting: draft.invited, times: times, text: text)
        let (now, vault, ids, version) = (visit.now, installation.vault, installation.ids, draft.version)
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.meeting, id)) {
                try $1.change(id, from: version, to: asked, at: now, ids: ids, $0, vault)
                return .meeting($0.family, id)
            }
            guard let done else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(done)
        } catch Meeting.Refusal.changedMeanwhile {
            let (content, sight) = try await self.content(visit)
            draft.version = sight.meeting.version
            return try page(draft, content, isTheirs: true, visit)
        } catch let refusal as Meeting.Refusal {
            let names = CircleNames(circle: content.circle, reading: content.reading, language: visit.language)
            guard let error = refusal.error(isApart: false, names) else { throw Problem.notFound }
            draft.errors = [error]
            return try page(draft, content, visit)
        }
    }

    // MARK: Taking it along

    @Sendable private func takeAlong(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Meeting> = try visit.id("meeting")
        let look = try visit.look(.execute, at: ItemName(.meeting, id))
        let sight = try await dossiers.read(family, look) { key, connection -> Found<MeetingSight>? in
            guard let sight = try connection.meeting(id, key), sight.isInvited, sight.meeting.time != nil else {
                return nil
            }
            return Found(sight, about: sight.meeting.about)
        }
        guard let sight, let time = sight.meeting.time else { throw Problem.notFound }
        let origin = installation.address?.origin
        let event = CalendarText.Event(
            uid: installation.vault.calendarName(of: id), starts: time.starts, ends: time.ends, changed: sight.changed,
            sequence: sight.sequence, isCancelled: sight.meeting.state == .cancelled,
            summary: sight.text?.subject ?? visit.language.meetings.erased, location: sight.text?.place ?? "",
            url: origin.map { $0 + Link.meeting(family, id).text } ?? "", description: sight.text?.video ?? "")
        let text = CalendarText(name: visit.language.meetings.title, events: [event]).text
        let name = "\(visit.language.meetings.fileName)-\(time.starts.day.iso).ics"
        return Response(
            status: .ok, headers: .saving(name, as: "text/calendar; charset=utf-8"),
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    // MARK: The page

    private func content(_ visit: Visit) async throws -> (MeetingFormContent, MeetingSight) {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Meeting> = try visit.id("meeting")
        let look = try visit.look(.read, at: ItemName(.meeting, id))
        let vault = installation.vault
        let found = try await dossiers.read(family, look) {
            key, connection -> Found<(MeetingFormContent, MeetingSight)>? in
            guard let sight = try connection.meeting(id, key), try connection.runs(sight.meeting, key, vault),
                sight.meeting.state == .proposed || sight.meeting.state == .planned,
                let content = try MeetingFormContent(
                    about: sight.meeting.about, goals: sight.meeting.goals, key, connection, vault)
            else { return nil }
            return Found((content, sight), about: sight.meeting.about)
        }
        guard let found else { throw Problem.notFound }
        return found
    }

    private func page(
        _ draft: MeetingDraft, _ content: MeetingFormContent, missing: [ID<Account>] = [], isTheirs: Bool = false,
        _ visit: Visit
    ) throws -> Response {
        let names = CircleNames(circle: content.circle, reading: content.reading, language: visit.language)
        let page = MeetingFormPage(
            content: content, draft: draft, missing: missing.map(names.name), changed: try visit.id("meeting"),
            isTheirs: isTheirs, token: visit.token ?? "", form: installation.newForm(visit), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.meetings.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        let status: HTTPResponse.Status = isTheirs ? .conflict : frame.isError ? .badRequest : .ok
        return .page(Layout(frame, page.html).html, status: status)
    }
}
