import Linting

/// The settings that hold for a path, for people.
package enum SettingsReport {
    package static func text(_ effective: EffectiveSettings) -> String {
        let usual = "built in"
        let files = effective.files.map(\.onOneLine).joined(separator: ", ")
        var text = "Settings of \(effective.path.onOneLine)"
        text += files.isEmpty ? ": there is no settings file, so all are as they are built in\n\n" : ", from \(files)\n\n"
        text += table(effective.settings.map { row($0, usual) })
        text += "\n"
        text += table(
            effective.rules.map { rule in
                [rule.rule, rule.severity + (rule.fix.map { ", fix \($0)" } ?? ""), rule.from?.onOneLine ?? usual]
            })
        return text
    }

    private static func row(_ setting: EffectiveSettings.Value, _ usual: String) -> [String] {
        if setting.key == "exclude" {
            return ["excluded", setting.value, setting.from?.onOneLine ?? "no pattern of exclude matches"]
        }
        return [setting.key, setting.value.isEmpty ? "any" : setting.value.onOneLine, setting.from?.onOneLine ?? usual]
    }

    private static func table(_ rows: [[String]]) -> String {
        let widths = (0..<2).map { column in rows.map { Width.of($0[column]) }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - Width.of($0) + 2) }.joined() + row[2] + "\n"
        }.joined()
    }
}
