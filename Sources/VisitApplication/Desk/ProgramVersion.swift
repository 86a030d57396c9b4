/// The version of the program, as every one of its executables tells it.
public enum ProgramVersion {
    /// The number (semver.org).
    public static let text = "0.1.0"
}
