import ProfileSyntax
import TestSupport
import Testing

@Suite("Round trip")
struct RoundTripTests {
    private func expectRoundTrip(_ bytes: [UInt8], _ comment: Comment) {
        let profile = Profile(parsing: bytes)
        #expect(profile.pieces.flatMap { bytes[$0] } == bytes, comment)
        var end = 0
        for piece in profile.pieces {
            #expect(piece.lowerBound == end, comment)
            end = piece.upperBound
        }
        for (index, block) in profile.blocks.enumerated() {
            #expect(block.next > index && block.next <= profile.blocks.count, comment)
            if block.parent >= 0 {
                let parent = profile.blocks[block.parent]
                #expect(
                    parent.range.lowerBound <= block.range.lowerBound && block.range.upperBound <= parent.range.upperBound,
                    comment)
            }
            for segment in profile.segments(of: block) {
                #expect(block.range.lowerBound <= segment.lowerBound && segment.upperBound <= block.range.upperBound, comment)
            }
            for inline in profile.inlines(of: block) {
                #expect(
                    block.range.lowerBound <= inline.range.lowerBound && inline.range.upperBound <= block.range.upperBound,
                    comment)
                #expect(
                    inline.range.lowerBound <= inline.content.lowerBound && inline.content.upperBound <= inline.range.upperBound,
                    comment)
            }
        }
    }

    @Test(
        "Published profiles come back byte for byte",
        arguments: Repository.seeds + Repository.mutants + Repository.files("Profiles", ending: ".md"))
    func realTexts(_ path: String) throws {
        expectRoundTrip(try #require(Repository.bytes(path)), "\(path)")
    }

    @Test("10,000 generated profiles come back byte for byte")
    func generated() {
        for seed in 0..<10_000 {
            var generator = Generator(seed: UInt64(seed))
            let text = Array(generator.profile().utf8)
            expectRoundTrip(text, "seed \(seed)")
            if seed % 4 == 0 { expectRoundTrip(generator.damaged(text), "seed \(seed), damaged") }
        }
    }

    @Test(
        "Any bytes come back",
        arguments: [
            [], [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x0A], [0x0D, 0x0A], Array("---".utf8), Array("---\n".utf8),
            Array("[^".utf8), Array("- ".utf8),
        ] as [[UInt8]])
    func smallest(_ bytes: [UInt8]) {
        expectRoundTrip(bytes, "\(bytes)")
    }
}
