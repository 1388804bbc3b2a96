// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyStore
import Hummingbird
import Paper
import PeopleWeb
import Site

/// All addresses of this installation, with what stands before them.
///
/// From outside in: what every answer carries, errors as pages, then, for whatever is about people, the database's
/// troubles and who asks.
package struct FrontDoor: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed
    private let press: PaperPress

    package init(
        _ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed, _ press: PaperPress = PaperPress()
    ) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
        self.press = press
    }

    package var router: Router<Visit> {
        let router = Router(context: Visit.self, options: .autoGenerateHeadEndpoints)
        let installation = installation
        router.add(
            middleware: SecurityHeaders(
                isSecure: installation.cookies.isSecure, leavesTo: installation.neutralSite))
        router.add(middleware: ErrorPages { installation.bareFrame($0.language, title: "") })
        AssetRoutes().addRoutes(to: router)
        HealthRoutes(installation, live).addRoutes(to: router)
        if installation.isDemo { Storybook().addRoutes(to: router) }
        let people = router.group().add(middleware: DatabaseProblems()).add(middleware: Sessions(installation))
            .add(middleware: OtherWork(installation))
        LanguageChoice(installation.cookies).addRoutes(to: people)
        AboutPages(installation).addRoutes(to: people)
        HelpPages(installation).addRoutes(to: people)
        AccountPages(installation).addRoutes(to: people)
        TodayPages(installation, dossiers).addRoutes(to: people)
        PromisePages(installation, dossiers).addRoutes(to: people)
        PasskeyPages(installation).addRoutes(to: people)
        JoiningPages(installation).addRoutes(to: people)
        OrganisationPages(installation).addRoutes(to: people)
        NoticePages(installation).addRoutes(to: people)
        FamilyPages(installation, dossiers).addRoutes(to: people)
        FamilyStartPages(installation, dossiers).addRoutes(to: people)
        ConfirmationPages(installation, dossiers).addRoutes(to: people)
        PersonPages(installation, dossiers).addRoutes(to: people)
        InabilityPages(installation, dossiers, live).addRoutes(to: people)
        ConsentTablePages(installation, dossiers).addRoutes(to: people)
        LettingReadPages(installation, dossiers, live).addRoutes(to: people)
        ConsentStartPages(installation, dossiers, live).addRoutes(to: people)
        RenewalPages(installation, dossiers, live).addRoutes(to: people)
        ConsentPages(installation, dossiers, live).addRoutes(to: people)
        WeighingPages(installation, dossiers).addRoutes(to: people)
        OrderPages(installation, dossiers, live).addRoutes(to: people)
        ReadingRefusalPages(installation, dossiers, live).addRoutes(to: people)
        CirclePages(installation, dossiers).addRoutes(to: people)
        InvitationStartPages(installation, dossiers, live).addRoutes(to: people)
        NetworkListPages(installation, dossiers, live).addRoutes(to: people)
        InvitationPages(installation, dossiers, live).addRoutes(to: people)
        InvitedPages(installation, dossiers, live).addRoutes(to: people)
        MemberPages(installation, dossiers, live).addRoutes(to: people)
        StandInPages(installation, dossiers, live).addRoutes(to: people)
        GoingOnPages(installation, dossiers, live).addRoutes(to: people)
        AbsencePages(installation, dossiers, live).addRoutes(to: people)
        DirectionPages(installation, dossiers, live).addRoutes(to: people)
        DirectionFormPages(installation, dossiers, live).addRoutes(to: people)
        HandoverStartPages(installation, dossiers, live).addRoutes(to: people)
        HandoverPages(installation, dossiers, live).addRoutes(to: people)
        HeldPages(installation, dossiers).addRoutes(to: people)
        ClosingPages(installation, dossiers, live).addRoutes(to: people)
        ConversationStartPages(installation, dossiers, live).addRoutes(to: people)
        ConversationPages(installation, dossiers, live).addRoutes(to: people)
        MessageActPages(installation, dossiers, live).addRoutes(to: people)
        WithdrawnPages(installation, dossiers).addRoutes(to: people)
        AttachmentPages(installation, dossiers).addRoutes(to: people)
        ConcernPages(installation, dossiers).addRoutes(to: people)
        DraftPages(installation, dossiers).addRoutes(to: people)
        ParticipantPages(installation, dossiers, live).addRoutes(to: people)
        PrivateLinePages(installation, dossiers, live).addRoutes(to: people)
        CopyPages(installation, dossiers, press).addRoutes(to: people)
        SearchPages(installation, dossiers).addRoutes(to: people)
        WideSearchPages(installation, dossiers).addRoutes(to: people)
        LiveStreams(installation, dossiers, live).addRoutes(to: people)
        AccessPages(installation, dossiers).addRoutes(to: people)
        TimelinePages(installation, dossiers).addRoutes(to: people)
        QuestionPages(installation, dossiers).addRoutes(to: people)
        FunctionPages(installation, dossiers).addRoutes(to: people)
        HoldPages(installation, dossiers, live).addRoutes(to: people)
        HidingPages(installation, dossiers, live).addRoutes(to: people)
        SafetyPages(installation, dossiers).addRoutes(to: people)
        IndicationStartPages(installation, dossiers, live).addRoutes(to: people)
        IndicationPages(installation, dossiers, live).addRoutes(to: people)
        MatchPages(installation, dossiers, live).addRoutes(to: people)
        CircleCodePages(installation, dossiers, live).addRoutes(to: people)
        PrivacyPages(installation, dossiers).addRoutes(to: people)
        EmergencyPages(installation, dossiers).addRoutes(to: people)
        StoryPages(installation, dossiers, live).addRoutes(to: people)
        NotePages(installation, dossiers, live).addRoutes(to: people)
        NoteCopyPages(installation, dossiers, press).addRoutes(to: people)
        QuietPages(installation, dossiers, live).addRoutes(to: people)
        CallBackPages(installation, dossiers, live).addRoutes(to: people)
        WorkingNotePages(installation).addRoutes(to: people)
        ConsultPages(installation, dossiers).addRoutes(to: people)
        ConsultStartPages(installation, dossiers).addRoutes(to: people)
        ReportPages(installation, dossiers, live).addRoutes(to: people)
        BoardStream(installation, live).addRoutes(to: people)
        BoardPages(installation, dossiers).addRoutes(to: people)
        CareReportPages(installation, dossiers, live).addRoutes(to: people)
        ReportMessagePages(installation, dossiers, live).addRoutes(to: people)
        DeskPages(installation).addRoutes(to: people)
        ReferralPages(installation, dossiers, live).addRoutes(to: people)
        ReferralStartPages(installation, dossiers, live).addRoutes(to: people)
        let asking = GuestAskPages(installation, dossiers)
        let links = GuestLinkPages(installation, dossiers, press)
        asking.addRoutes(to: people)
        links.addRoutes(to: people)
        GuestPages(installation, dossiers, asking, links).addRoutes(to: people)
        CallPages(installation, dossiers).addRoutes(to: people)
        OutsideReferralPages(installation, dossiers).addRoutes(to: people)
        DirectReferralPages(installation, dossiers).addRoutes(to: people)
        AssignmentIntakePages(installation, dossiers).addRoutes(to: people)
        AssignmentPages(installation, dossiers).addRoutes(to: people)
        ObjectionPages(installation, dossiers).addRoutes(to: people)
        IntroductionPages(installation, dossiers, live).addRoutes(to: people)
        ProposalStartPages(installation, dossiers, live).addRoutes(to: people)
        ProposalPages(installation, dossiers, live).addRoutes(to: people)
        ProvisionPages(installation, dossiers, live).addRoutes(to: people)
        PlanPages(installation, dossiers, live, press).addRoutes(to: people)
        GoalPages(installation, dossiers, live).addRoutes(to: people)
        ActionPages(installation, dossiers, live).addRoutes(to: people)
        EvaluationPages(installation, dossiers, live).addRoutes(to: people)
        OfferPages(installation, dossiers, live).addRoutes(to: people)
        MeetingPages(installation, dossiers, live).addRoutes(to: people)
        MeetingFormPages(installation, dossiers, live).addRoutes(to: people)
        MeetingChangePages(installation, dossiers, live).addRoutes(to: people)
        MinutesPages(installation, dossiers, live).addRoutes(to: people)
        CalendarPages(installation, dossiers).addRoutes(to: people)
        NotAskedPages(installation, dossiers, live).addRoutes(to: people)
        WithholdingPages(installation, dossiers).addRoutes(to: people)
        InspectionPages(installation, dossiers).addRoutes(to: people)
        LimitPages(installation, dossiers).addRoutes(to: people)
        NarrowerPages(installation, dossiers, live).addRoutes(to: people)
        SecretAddressPages(installation, dossiers, live).addRoutes(to: people)
        GroundPages(installation, dossiers, live).addRoutes(to: people)
        GroundListPages(installation).addRoutes(to: people)
        NormPages(installation).addRoutes(to: people)
        DecisionPages(installation, dossiers, live).addRoutes(to: people)
        FullCopyPages(installation, dossiers, press).addRoutes(to: people)
        ChildWordsPages(installation, dossiers).addRoutes(to: people)
        KeepingPages(installation, dossiers).addRoutes(to: people)
        ForgettingPages(installation, dossiers).addRoutes(to: people)
        KeepingDuePages(installation, dossiers).addRoutes(to: people)
        return router
    }
}
