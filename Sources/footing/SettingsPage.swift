import ArgumentParser
import Linting
import ProfileFiles
import Reporting

/// `footing check --show-settings`
struct SettingsPage {
    private let effective: EffectiveSettings
    private let isJSON: Bool

    /// Throws `ValidationError` for formats that it does not have, `ExitCode` where the settings cannot be read.
    init(_ check: Check) throws {
        let targets = try check.output.targets()
        guard let target = targets.first, targets.count == 1, target.file == nil, [.text, .json].contains(target.format) else {
            throw ValidationError("--show-settings prints text or json to the standard output.")
        }
        isJSON = target.format == .json
        guard check.arguments.paths.count < 2 else { throw ValidationError("--show-settings is for one path.") }
        let path =
            check.arguments.isStandardInput ? check.arguments.stdinFilename ?? "." : check.arguments.paths.first ?? "Profiles"
        var files = SettingsFiles(check.settings)
        let place = files.settled(path)
        let folder = place.folder
        try files.stopIfBroken()

        var options: [EffectiveSettings.Value] = []
        if let threshold = try check.verdict.threshold() {
            let from = check.verdict.failOn == nil ? Variable.failOn.rawValue : "--fail-on"
            options.append(.init("fail_on", threshold.rawValue, from: from))
        }
        if let baseline = check.baseline.baseline { options.append(.init("baseline.file", baseline, from: "--baseline")) }
        if check.baseline.noBaseline { options.append(.init("baseline.file", "none", from: "--no-baseline")) }
        if check.baseline.strictBaseline { options.append(.init("baseline.strict", "true", from: "--strict-baseline")) }
        var linters = Linters(try RuleSelection(named: check.select, without: check.ignore))
        effective = EffectiveSettings(
            path, place: place.path, layers: folder.layers, linter: linters.linter(for: place),
            options: options)
    }

    func print() throws {
        Terminal.print(isJSON ? try JSONText.pretty(effective) : SettingsReport.text(effective))
    }
}
