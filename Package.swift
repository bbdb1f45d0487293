// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
    import Glibc
#endif

/// The released program needs nothing of the system it runs on where the archives of the C library and libyaml are there to link
/// with, as on Debian and Ubuntu; elsewhere it carries Swift's libraries only.
let hasArchives = ["x86_64", "aarch64"].contains { processor in
    #if canImport(Glibc)
        ["c", "yaml"].allSatisfy { access("/usr/lib/\(processor)-linux-gnu/lib\($0).a", R_OK) == 0 }
    #else
        false
    #endif
}

/// The rooms of the house, in the order in which a profile goes through them: each knows the rooms before it only. It names all that
/// it uses: a room that is known through another one only would not be compiled again when it changes.
let package = Package(
    name: "footing",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "footing", targets: ["footing"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "CEmbeddedConfig"),
        .target(name: "CMemory"),
        .target(name: "ProfileSyntax", dependencies: ["CLibYAML"]),
        .target(name: "ProfileFacts", dependencies: ["ProfileSyntax", "CEmbeddedConfig"]),
        .target(name: "Linting", dependencies: ["ProfileFacts", "ProfileSyntax"]),
        .target(name: "Formatting", dependencies: ["ProfileFacts", "ProfileSyntax"], exclude: ["STYLE.md"]),
        .target(name: "Publishing", dependencies: ["ProfileFacts", "ProfileSyntax"]),
        .target(name: "Reporting", dependencies: ["Linting", "ProfileFacts", "ProfileSyntax"]),
        .target(
            name: "ProfileFiles",
            dependencies: [.product(name: "Subprocess", package: "swift-subprocess")]),
        .executableTarget(
            name: "footing",
            dependencies: [
                "CMemory", "Formatting", "Linting", "ProfileFacts", "ProfileFiles", "ProfileSyntax", "Publishing", "Reporting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            linkerSettings: [
                .unsafeFlags(
                    [hasArchives ? "-static-executable" : "-static-stdlib", "-l_FoundationCollections", "-l_FoundationCShims"],
                    .when(platforms: [.linux], configuration: .release))
            ]),
        .target(name: "TestSupport", dependencies: ["Linting", "ProfileFacts", "ProfileSyntax"], path: "Tests/TestSupport"),
        .testTarget(name: "ProfileSyntaxTests", dependencies: ["ProfileSyntax", "TestSupport"]),
        .testTarget(name: "ProfileFactsTests", dependencies: ["ProfileFacts", "ProfileSyntax", "TestSupport"]),
        .testTarget(name: "LintingTests", dependencies: ["Linting", "ProfileFacts", "ProfileSyntax", "TestSupport"]),
        .testTarget(
            name: "FormattingTests",
            dependencies: ["Formatting", "Linting", "ProfileFacts", "ProfileSyntax", "Publishing", "TestSupport"]),
        .testTarget(
            name: "PublishingTests", dependencies: ["Linting", "ProfileFacts", "ProfileSyntax", "Publishing", "TestSupport"]),
        .testTarget(
            name: "ReportingTests", dependencies: ["Linting", "ProfileFacts", "ProfileSyntax", "Reporting", "TestSupport"]),
        // These run the program, which is built with them. A dependency on it would link the tests as it is linked.
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "Linting", "ProfileFacts", "ProfileSyntax", "TestSupport",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
