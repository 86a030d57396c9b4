extension Desk {
    /// Writes a text to `path`, as the bytes of UTF-8.
    public func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: path)
    }

    /// Writes a document to `path`, by a temporary file and a rename; not at all where it stands there already.
    public func write(_ bytes: [UInt8], to path: String) throws {
        _ = try FolderPublication.write(bytes, to: path)
    }
}
