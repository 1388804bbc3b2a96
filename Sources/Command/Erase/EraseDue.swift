// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

/// What was granted, and what has had its time.
extension EraseCommand {
    /// A clock further ahead than this of all that was written is asked about first.
    private static let silence = Duration.days(60)
    /// A longer silence than this in the last year is asked about, too: the server itself may have run on a wrong clock.
    private static let longSilence = Duration.days(180)

    /// One after another: what was erased stays so when the next is interrupted, and is not listed again.
    func eraseDue(in dossiers: Dossiers) async throws {
        let now = Clock.machine.now()
        try await checkClock(now, dossiers)
        let all = try await dossiers.erasuresDue(by: now.day)
        for one in all where !one.obstacles.isEmpty { say(Self.notNow(one)) }
        let free = all.filter(\.obstacles.isEmpty)
        guard !free.isEmpty else { return say("Nothing is to be erased now.") }
        try confirm("what is due: \(free.count) dossier(s) or person(s)")
        var failed = 0
        for one in free {
            do { try await carryOut(one, in: dossiers) } catch {
                failed += 1
                say("Not done: \(Self.name(one)). \(Stop(error)?.sentence ?? "It was stopped.")")
            }
        }
        sayAfter()
        guard failed == 0 else {
            throw Stop.failed("\(failed) of \(free.count) could not be erased. Give the same command again.")
        }
    }

    /// What is erased because a clock stood wrong comes back from nowhere.
    private func checkClock(_ now: Moment, _ dossiers: Dossiers) async throws {
        guard !clockIsRight, let last = try await dossiers.lastWritten(by: now) else { return }
        if now - last > Self.silence { throw Self.askAboutClock(now, silent: "since \(last.day.iso)") }
        guard let silence = try await dossiers.silence(of: Self.longSilence, before: last) else { return }
        throw Self.askAboutClock(now, silent: "from \(silence.from.day.iso) until \(silence.until.day.iso)")
    }

    private static func askAboutClock(_ now: Moment, silent when: String) -> Stop {
        .refused(
            """
            The clock says \(now.day.iso), and nothing was written \(when). Is the clock right? Then say \
            --clock-is-right.
            """)
    }

    /// As it stands at this moment: a complaint may have come since it was listed.
    private func carryOut(_ due: ErasureDue, in dossiers: Dossiers) async throws {
        let now = Clock.machine.now()
        guard let one = try await dossiers.stillDue(due, by: now.day) else {
            return say("Not now: \(Self.name(due)): it is not due any more.")
        }
        guard one.obstacles.isEmpty else { return say(Self.notNow(one)) }
        let parts = try await dossiers.parts(of: one.family, one.person)
        let progress = ProgressLine("Keys")
        let erased = try await dossiers.erase(parts, of: one.family, at: now) { progress.show($0, of: $1) }
        progress.finish()
        say("Gone: \(Self.name(one)). Keys destroyed: \(erased.keys).")
    }

    private static func name(_ due: ErasureDue) -> String {
        "family \(due.family)\(due.person.map { ", person \($0)" } ?? "")"
    }

    private static func notNow(_ due: ErasureDue) -> String {
        let why = Forgetting.Obstacle.allCases.filter(due.obstacles.contains).map(sentence).joined(separator: "; ")
        return "Not now: \(name(due)): \(why)."
    }

    private static func sentence(_ obstacle: Forgetting.Obstacle) -> String {
        switch obstacle {
        case .keeping: "a complaint, a court case or an inspection"
        case .held: "something is held"
        case .safety: "safety is directed"
        case .refusal: "a parent may not read about a child"
        case .order: "an order of the court"
        case .weighing: "something waits to be weighed"
        case .decision: "a decision waits for a second professional"
        case .emergency: "an emergency access waits to be judged"
        case .indication: "a child's safety was assessed"
        case .agreement: "not everyone agrees who must"
        }
    }
}
