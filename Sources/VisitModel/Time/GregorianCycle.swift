/// After how long the Gregorian calendar repeats, in whole numbers: a mean month has `days / months` days and a mean
/// year `days / years`; fractions keep comparisons exact.
public enum GregorianCycle {
    /// How many years it has.
    public static let years = 400
    /// How many months it has.
    public static let months = 4800
    /// How many days it has.
    public static let days = 146_097
}
