import ArgumentParser
import Hummingbird

@main struct P: AsyncParsableCommand { func run() async throws { print("x") } }
