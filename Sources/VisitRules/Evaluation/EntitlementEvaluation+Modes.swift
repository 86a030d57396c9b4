import VisitModel

/// In which forms they may meet.
extension EntitlementEvaluation {
    /// What is open where no law lists the forms: every visit, but no stay. What lesser rules list comes on top.
    private static let usualModes: [Mode] = [.contact, .table, .familyRoom, .childDay, .glass, .video, .call]

    mutating func computeVideo() {
        for item in active(.video) {
            guard case .video(let terms) = effect(of: item) else { continue }
            var video = result.video ?? Entitlement.Video()
            let minutes = terms.minutes.flatMap { number($0, in: item) }
            if let minutes { video.minutes = min(video.minutes ?? Minutes(minutes), Minutes(minutes)) }
            var setting: Int?
            if let name = terms.countsToQuota {
                setting = values.number(name)
                noteParameter(name, setting, in: item)
                video.countsToQuota = setting != 0
            }
            record(item, value: minutes ?? setting)
            result.video = video
        }
    }

    mutating func chooseModes() {
        var modes: [Mode] = []
        var isListedByLaw = false
        var limits: [[Mode]] = []
        var preferred: [Mode] = []
        for item in active(.modes, .require) {
            switch effect(of: item) {
            case .modes(let allowed):
                record(item)
                if rules[item.rule].force == .law { isListedByLaw = true }
                modes += allowed.filter { !modes.contains($0) }
            case .limitModes(let only):
                record(item)
                limits.append(only)
            case .contactForm(let mode):
                record(item)
                if !preferred.contains(mode) { preferred.append(mode) }
            default: break
            }
        }
        if !isListedByLaw { modes = Self.usualModes + modes.filter { !Self.usualModes.contains($0) } }
        modes = preferred + modes.filter { !preferred.contains($0) }
        for only in limits { modes = modes.filter(only.contains) }
        result.modes = modes
    }
}
