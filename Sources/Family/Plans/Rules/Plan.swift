// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The one plan of a family (*plan*; Jeugdwet 1.1, 4.1.3): goals, and who does what by when.
package enum Plan {}
