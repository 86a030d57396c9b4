import VisitModel

/// Hours or nights together on an occasion.
extension EntitlementEvaluation {
    mutating func computeStay() {
        for item in active(.extendedStay) {
            guard case .extendedStay(let stay) = effect(of: item) else { continue }
            var isAllowed = true
            if let name = stay.allowed {
                let setting = values.number(name)
                noteParameter(name, setting, in: item)
                isAllowed = setting == 1
            }
            guard isAllowed else {
                record(item, adding: BilingualText(en: "It is not set as allowed here.", zh: "此处未设为允许。"))
                continue
            }
            guard let days = number(stay.days, in: item), let hours = number(stay.hours, in: item) else { continue }
            record(item, value: hours)
            let known = result.extendedStay
            result.extendedStay = Entitlement.ExtendedStay(
                days: max(known?.days ?? 0, days), hours: max(known?.hours ?? 0, hours),
                nights: stay.nights || known?.nights ?? false)
        }
    }
}
