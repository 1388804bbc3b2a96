// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// The steps of the schema for everything around one family, in order.
package let familyMigrations: [Migration] = [
    migration0030Families,
    migration0031Circle,
    migration0032Access,
    migration0033Journal,
    migration0034Conversations,
    migration0035Invitations,
    migration0036FamilyStart,
    migration0040ByAccount,
    migration0041ChainHeads,
    migration0045LogQuestions,
    migration0046ShownAsFunction,
    migration0050Attachments,
    migration0051Withdrawals,
    migration0052Participants,
    migration0053WhatWentBefore,
    migration0057ListedFor,
    migration0058Inability,
    migration0059WithdrawnQuestions,
    migration0060Consent,
    migration0061Safeguards,
    migration0075Plans,
    migration0080Direction,
    migration0081CoverageEnded,
    migration0082Handovers,
    migration0083DirectionToConfirm,
]
