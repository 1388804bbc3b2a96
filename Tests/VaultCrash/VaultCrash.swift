// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

@main struct VaultCrash {
    static func main() {}
}
