
import Glibc
import ProfileSyntax
let path = CommandLine.arguments[1]
let f = fopen(path, "r")!
var b = [UInt8](repeating: 0, count: 50_000_000)
let n = fread(&b, 1, b.count, f)
let bytes = Array(b[0..<n])
let c = ContinuousClock()
var total = 0
for _ in 0..<3 {
let t = c.measure { for _ in 0..<200 { total += Profile(parsing: bytes).inlines.count } }
print(t / 200, total, Double(n) / (Double(t.components.attoseconds) / 1e18 + Double(t.components.seconds)) * 200 / 1e6, "MB/s")
}
let p = Profile(parsing: bytes)
for b in p.blocks { print(b.kind, b.range, p.text(b.range).prefix(60).debugDescription, b.label?.number ?? -1) }
print(p.inlines.map { "\($0.kind)=" + p.text($0.range).prefix(30) }.joined(separator: "\n"))
print(p.pieces.flatMap { bytes[$0] } == bytes, p.frontMatter?.problems as Any)
print(p.frontMatter?.root as Any)
