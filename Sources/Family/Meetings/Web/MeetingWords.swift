// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What the pages about meetings say.
protocol MeetingWords: Sendable {
    // The list.
    var title: String { get }
    var door: String { get }
    var lead: String { get }
    var coming: String { get }
    var past: String { get }
    var nothing: String { get }
    var nothingText: String { get }
    func propose(_ names: String) -> String
    var about: String { get }
    var toCalendar: String { get }
    func state(_ state: Meeting.State) -> String
    var noTimeYet: String { get }
    var erased: String { get }
    // The form.
    var formLead: String { get }
    var aboutOthers: String { get }
    var showOthers: String { get }
    func subjectBegun(_ names: String) -> String
    var subject: String { get }
    var subjectMissing: String { get }
    func day(_ number: Int) -> String
    func clock(_ number: Int) -> String
    var clockHint: String { get }
    var length: String { get }
    func minutes(_ count: Int) -> String
    var moreTimes: String { get }
    var place: String { get }
    var placeHint: String { get }
    var video: String { get }
    var videoHint: String { get }
    var videoWrong: String { get }
    var goals: String { get }
    var invited: String { get }
    var invitedHint: String { get }
    var nobodyInvited: String { get }
    func cannotCome(_ name: String) -> String
    var cannotTogether: String { get }
    var invitedHintOpen: String { get }
    var noTime: String { get }
    var notThen: String { get }
    var noSuchClock: String { get }
    var tooManyTimes: String { get }
    var apart: String { get }
    var apartText: String { get }
    var apartWho: String { get }
    var apartDay: String { get }
    var apartClock: String { get }
    var missing: String { get }
    func missing(_ names: String, count: Int) -> String
    var sendAnyway: String { get }
    var send: String { get }
    var nobody: String { get }
    var nobodyText: String { get }
    var changeTitle: String { get }
    var changeLead: String { get }
    var change: String { get }
    var theirs: String { get }
    var theirsText: String { get }
    // One meeting.
    func span(_ start: String, until end: String) -> String
    var cancelled: String { get }
    var isHeld: String { get }
    var when: String { get }
    var convener: String { get }
    var answerAsked: String { get }
    var yourAnswer: String { get }
    func answer(_ answer: Meeting.Answer) -> String
    func said(_ answer: Meeting.Answer?) -> String
    var allTimes: String { get }
    var noneOfThem: String { get }
    var saveAnswer: String { get }
    var answerMissing: String { get }
    var who: String { get }
    func count(can: Int, ifNeeded: Int, cannot: Int) -> String
    var times: String { get }
    var choose: String { get }
    var late: String { get }
    var lateText: String { get }
    var youWrote: String { get }
    var notice: String { get }
    var noticeText: String { get }
    var seen: String { get }
    var run: String { get }
    var cancel: String { get }
    var cancelText: String { get }
    var cancelReason: String { get }
    var takeAlong: String { get }
    var fileName: String { get }
    var whyCancelled: String { get }
    func leftOut(_ names: String) -> String
    var watching: String { get }
    var watchingInEmergency: String { get }
    var placeLabel: String { get }
    var convenes: String { get }
    var came: String { get }
    var cameNot: String { get }
    // Today.
    var today: String { get }
    var next: String { get }
    func from(_ clock: String) -> String
}

extension Language {
    var meetings: any MeetingWords {
        switch self {
        case .nl: DutchMeetings()
        case .en: EnglishMeetings()
        }
    }
}
