extension State {
    /// The day of a milestone on the state's way with a treaty, where the reference has seen it, or it follows by the treaty's rule from
    /// one that it has seen.
    package func verifiedDay(of what: DateFact.What, with treaty: Treaty) -> CalendarDate? {
        guard treaty == .mineBan else {
            guard what.isConsent || what == .succession, let known = others[treaty], known.sureness == .verified else {
                return nil
            }
            return known.date
        }
        guard sureness == .verified else { return nil }
        switch what {
        case .signature: return signed
        case .entryIntoForce: return [.verified, .derived].contains(entrySureness) ? entryIntoForce : nil
        default: return what == consent?.what ? consent?.date : nil
        }
    }
}
