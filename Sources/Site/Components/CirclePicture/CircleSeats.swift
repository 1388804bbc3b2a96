// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Who sits where in the picture of the circle, for any number of people.
///
/// Angles run clockwise from the right. The director sits at the upper right and the first contact at the upper left,
/// always; the others are spread over the lower half, and one more sits at the top when it is full. Who has no seat
/// is counted in the last one.
struct CircleSeats {
    enum Sitter {
        case member(CirclePicture.Member)
        case others(Int)
        case invite
    }

    struct Point {
        let x: Double
        let y: Double

        func moved(right: Double = 0, down: Double = 0) -> Point { Point(x: x + right, y: y + down) }

        var center: HTML { "cx=\"\(Self.rounded(x))\" cy=\"\(Self.rounded(y))\"" }
        var place: HTML { "x=\"\(Self.rounded(x))\" y=\"\(Self.rounded(y))\"" }
        var pair: HTML { "\(Self.rounded(x)) \(Self.rounded(y))" }

        /// One decimal is finer than a screen.
        private static func rounded(_ number: Double) -> String {
            let tenths = Int((number * 10).rounded())
            let rest = abs(tenths % 10)
            return "\(tenths < 0 && tenths > -10 ? "-" : "")\(tenths / 10)\(rest == 0 ? "" : ".\(rest)")"
        }
    }

    struct Seat {
        let sitter: Sitter
        let angle: Double
        let radius: Double

        var point: Point { point(radius: radius) }
        var labelsAbove: Bool { angle < -30 }

        func at(radius: Double) -> HTML { point(radius: radius).pair }

        private func point(radius: Double) -> Point {
            let turn = angle * .pi / 180
            return Point(x: cos(turn) * radius, y: sin(turn) * radius)
        }
    }

    let inner: [Seat]
    let outer: [Seat]
    /// The top of the picture: higher when somebody sits at the top of the outer ring.
    let top: Int
    /// Half its width: more where people sit at the far left and right, for their names.
    let half: Int

    init(near: [CirclePicture.Member], professionals: [CirclePicture.Member], hasInvite: Bool) {
        inner = Self.inner(near)
        outer = Self.outer(professionals, hasInvite: hasInvite)
        top = outer.contains { $0.angle == -90 } ? -282 : -228
        half = outer.contains { $0.angle < 20 && $0.angle > -30 } ? 264 : 240
    }

    private static func inner(_ members: [CirclePicture.Member]) -> [Seat] {
        let sitters = fitted(members, seats: 6)
        let low = sitters.prefix(5)
        let angles = spread(low.count, over: [0, 0, 150, 180, 180, 180][low.count])
        let lower = zip(low, angles).map { Seat(sitter: $0, angle: $1, radius: 104) }
        return lower + sitters.dropFirst(5).map { Seat(sitter: $0, angle: -90, radius: 104) }
    }

    private static func outer(_ members: [CirclePicture.Member], hasInvite: Bool) -> [Seat] {
        let director = members.first(where: \.isDirector)
        let contact = members.first { $0.isFirstContact && !$0.isDirector }
        let named = [(director, -42.0), (contact, -138.0)].compactMap { member, angle in
            member.map { Seat(sitter: .member($0), angle: angle, radius: 203) }
        }
        let rest = fitted(members.filter { $0 != director && $0 != contact }, seats: hasInvite ? 7 : 8)
        let sitters = hasInvite ? rest + [.invite] : rest
        let low = sitters.prefix(7)
        let angles = spread(low.count, over: [0, 0, 70, 110, 132, 148, 160, 180][low.count])
        let lower = zip(low, angles).map { Seat(sitter: $0, angle: $1, radius: 203) }
        return named + lower + sitters.dropFirst(7).map { Seat(sitter: $0, angle: -90, radius: 203) }
    }

    private static func fitted(_ members: [CirclePicture.Member], seats: Int) -> [Sitter] {
        guard members.count > seats else { return members.map(Sitter.member) }
        return members.prefix(seats - 1).map(Sitter.member) + [.others(members.count - seats + 1)]
    }

    /// Angles at equal distances around straight down, from left to right as one reads.
    private static func spread(_ count: Int, over span: Double) -> [Double] {
        guard count > 1 else { return [90] }
        return (0..<count).map { 90 + span / 2 - span * Double($0) / Double(count - 1) }
    }
}
