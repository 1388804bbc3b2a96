// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Why a rule says no: a case that the words files phrase, never prose.
package protocol Refusal: Error, Hashable, Sendable {}
