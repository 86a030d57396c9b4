/// How the daemon ends where no failure says otherwise.
enum ExitStatus {
    /// All was done.
    static let done: Int32 = 0
    /// The daemon had to be ended because it did not stop in time.
    static let stuck: Int32 = 70
}
