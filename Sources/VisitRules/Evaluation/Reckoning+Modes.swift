import VisitModel

/// In which forms they may meet.
extension Reckoning {
    /// What is open where no rule speaks of forms: every visit, but no stay.
    private static let usualModes: [Mode] = [.contact, .table, .familyRoom, .childDay, .glass, .video, .call]

    mutating func chooseModes() {
        var modes: [Mode] = []
        var limits: [[Mode]] = []
        var preferred: [Mode] = []
        for item in active(.modes, .require) {
            switch effect(of: item) {
            case .modes(let allowed):
                record(item)
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
        if modes.isEmpty { modes = Self.usualModes }
        modes = preferred + modes.filter { !preferred.contains($0) }
        for only in limits { modes = modes.filter(only.contains) }
        result.modes = modes
    }
}
