// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// The household around which a circle stands (*gezin*); everything in it says which persons it is about.
package enum Family {}

/// One part of a dossier, with a sealing key of its own: one per person, one for what the family shares.
///
/// An item lies in exactly one part. Destroying a part's key erases the part, in every back-up.
package enum Part {}
