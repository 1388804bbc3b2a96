// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Those of ten characters and more that are tried first, here and elsewhere, in small letters.
enum GuessedFirst {
    static let all = Set(words.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let words = """
        1234567890 12345678910 0123456789 0987654321 9876543210 1234554321 1122334455 1029384756 123456789a 123456789q
        1q2w3e4r5t 1qaz2wsx3edc q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsxcde3 qwertyuiop qwertyuiop123 qwerty1234 qwerty12345
        qwerty123456 qwertyuiop1 azertyuiop asdfghjkl1 asdfghjkl123 abcdefghij abcdefghijk abc1234567 abcd123456 abcde12345
        aaaaaaaaaa password12 password123 password1234 password12345 passw0rd12 passw0rd123 p@ssword123 p@ssw0rd123
        mypassword mypassword1 changeme123 letmein1234 iloveyou12 iloveyou123 iloveyou1234 sunshine123 princess123
        football123 baseball123 superman123 batman12345 dragon12345 monkey12345 master12345 trustno1234 welcome123
        welcome1234 welcome12345 administrator admin12345 admin123456 administrator1 testtest12 test123456 testtesttest
        wachtwoord wachtwoord1 wachtwoord12 wachtwoord123 wachtwoord1234 wachtwoord! wachtwoord01 welkom1234 welkom12345
        welkom123456 welkom0123 geheim1234 geheim12345 geheim123456 mijnwachtwoord nederland1 nederland12 nederland123
        amsterdam1 amsterdam12 amsterdam123 rotterdam1 rotterdam12 rotterdam123 feyenoord1 feyenoord12 feyenoord123
        utrecht123 utrecht1234 ajax123456 ajaxamsterdam hoihoihoi1 hallo12345 hallohallo hallohallo1 ikhouvanjou
        ikhouvanjou1 ikhouvanjou2 liefde12345 schatje1234 konijn1234 zomer2024! zomer2025! zomer2026! winter2024! winter2025!
        winter2026! lente2025! lente2026! herfst2025! herfst2026! voorjaar2026 rondom1234 rondom12345 rondomrondom
        jeugdhulp1 jeugdhulp123 wijkteam123 buurtteam1 buurtteam12 buurtteam123 gebiedsteam gebiedsteam1 jeugdzorg1
        jeugdzorg12 jeugdzorg123 gemeente12 gemeente123 gemeente2026 maandag123 december2025 november2026 december2026
        """
}
