// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What is promised; features of higher storeys add kinds of their own.
package struct PromiseKind: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let callBack = PromiseKind(rawValue: "callBack")
    package static let answerMessage = PromiseKind(rawValue: "answerMessage")
    /// Terugkoppeling: the answer owed to who reported or referred.
    package static let feedback = PromiseKind(rawValue: "feedback")
    package static let startHelp = PromiseKind(rawValue: "startHelp")
    package static let planMeeting = PromiseKind(rawValue: "planMeeting")
    package static let fixPlan = PromiseKind(rawValue: "fixPlan")
    package static let evaluate = PromiseKind(rawValue: "evaluate")
    /// To decide whether an item stays held from somebody.
    package static let reviewHold = PromiseKind(rawValue: "reviewHold")
    /// To weigh, after a consent was withdrawn, what safety asks.
    package static let weighWithdrawal = PromiseKind(rawValue: "weighWithdrawal")
    package static let triage = PromiseKind(rawValue: "triage")
    /// To tell why one looked at what is about somebody.
    package static let answerWhy = PromiseKind(rawValue: "answerWhy")
    package static let takeAction = PromiseKind(rawValue: "takeAction")
    /// To say whether somebody may come into the circle, or whether one wants to.
    package static let answerInvitation = PromiseKind(rawValue: "answerInvitation")
    /// To mend what a family says is not right about how it was started.
    package static let mendFamily = PromiseKind(rawValue: "mendFamily")

    /// To name who stands in for a colleague whose work is over.
    package static let nameStandIn = PromiseKind(rawValue: "nameStandIn")
    /// To say whether something may be shared, or help be given.
    package static let answerConsent = PromiseKind(rawValue: "answerConsent")

    /// To look whether direction is still needed so, and whether it goes well where the parents direct.
    package static let reviewDirection = PromiseKind(rawValue: "reviewDirection")
    /// To say whether one agrees to a handover.
    package static let answerHandover = PromiseKind(rawValue: "answerHandover")
    /// To talk with the family about a handover, and complete it.
    package static let finishHandover = PromiseKind(rawValue: "finishHandover")

    /// To look at a message that somebody finds not right.
    package static let hearConcern = PromiseKind(rawValue: "hearConcern")

    /// To say, as a second professional, whether one agrees to what another decided.
    package static let confirmDecision = PromiseKind(rawValue: "confirmDecision")

    /// To look, as somebody uninvolved, whether opening a family in an emergency was right.
    package static let reviewEmergency = PromiseKind(rawValue: "reviewEmergency")

    /// To answer two questions as a circle ends.
    package static let answerClosing = PromiseKind(rawValue: "answerClosing")
    /// To close a circle once everybody answered.
    package static let closeCircle = PromiseKind(rawValue: "closeCircle")

    /// To say whether one can come to a meeting.
    package static let answerMeeting = PromiseKind(rawValue: "answerMeeting")
    /// To choose one of the times that were proposed for a meeting.
    package static let pickMeetingTime = PromiseKind(rawValue: "pickMeetingTime")
    /// To see that a meeting is at another time, or not at all.
    package static let heedMeeting = PromiseKind(rawValue: "heedMeeting")
    /// To choose, at 18, who stays in one's circle.
    package static let chooseCircle = PromiseKind(rawValue: "chooseCircle")

    /// To say whether a child's own words leave with a parent.
    package static let answerChildWords = PromiseKind(rawValue: "answerChildWords")
    /// To decide whether what somebody asked to have erased is erased.
    package static let decideForgetting = PromiseKind(rawValue: "decideForgetting")
    /// To say, as one whose yes it takes, whether what is about a child is erased.
    package static let answerForgetting = PromiseKind(rawValue: "answerForgetting")
    /// To look whether what may not be erased must still be kept.
    package static let reviewKeeping = PromiseKind(rawValue: "reviewKeeping")
    /// To ask somebody in a talk whether something is fine, who can't read the question.
    package static let askInPerson = PromiseKind(rawValue: "askInPerson")
    /// To tell somebody what was withheld from them, once the harm is past.
    package static let giveInformation = PromiseKind(rawValue: "giveInformation")
    /// To let somebody look into what is kept about them, or to give a copy.
    package static let answerInspection = PromiseKind(rawValue: "answerInspection")

    /// To assess a child's safety anew, as what was assessed is no longer valid.
    package static let renewIndication = PromiseKind(rawValue: "renewIndication")
    /// To weigh a safety indication that says something else than what stands beside it.
    package static let weighIndication = PromiseKind(rawValue: "weighIndication")
    /// To talk with who reported the same young person to the regional index.
    package static let talkAboutMatch = PromiseKind(rawValue: "talkAboutMatch")

    /// To say whether proposed help is right: as one whose yes it takes, or as advice.
    package static let answerProposal = PromiseKind(rawValue: "answerProposal")
    /// To ask somebody in a talk about proposed help, who does not find the question.
    package static let askAboutProposal = PromiseKind(rawValue: "askAboutProposal")
    /// To write down what came of proposed help.
    package static let concludeProposal = PromiseKind(rawValue: "concludeProposal")
    /// To look after what a municipality was asked for, until it decided.
    package static let followProvision = PromiseKind(rawValue: "followProvision")

    /// What is decided about safety, and seen by those alone who decide.
    private static let ofSafety: Set<PromiseKind> = [
        .reviewHold, .confirmDecision, .reviewEmergency, .giveInformation, .renewIndication, .weighIndication,
        .talkAboutMatch,
    ]

    /// Whether professionals alone may owe it: who else comes to hold a leaver's promises does not get this one.
    package var staysWithProfessionals: Bool {
        Self.ofProfessionals.contains(self) || Self.ofSafety.contains(self)
    }

    private static let ofProfessionals: Set<PromiseKind> = [
        .answerWhy, .hearConcern, .answerInspection, .askInPerson, .answerChildWords, .decideForgetting, .reviewKeeping,
        .askAboutProposal, .concludeProposal, .followProvision,
    ]

    /// Whether it moves to the inbox, where a team lead sees it, once it is late.
    ///
    /// Who asked their fixed point of contact to call, whom a team stands behind, is called by one of that team then.
    package var movesWhenLate: Bool { Self.ofSafety.contains(self) || self == .callBack }

    /// Whether each reader hears what is promised in their own language, whatever was written down when it was made.
    package var isSaidToEachReader: Bool {
        Self.saidToEachReader.contains(self) || Self.ofSafety.contains(self)
    }

    private static let saidToEachReader: Set<PromiseKind> = [
        .answerInvitation, .nameStandIn, .answerConsent, .weighWithdrawal, .reviewDirection,
        .answerHandover, .finishHandover, .answerClosing, .closeCircle, .chooseCircle,
        .answerMeeting, .pickMeetingTime, .heedMeeting,
        .answerChildWords, .decideForgetting, .answerForgetting, .reviewKeeping, .answerInspection, .askInPerson,
        .answerProposal, .askAboutProposal, .concludeProposal, .followProvision,
    ]
}
