import VisitFormats

/// The name of a file that is about one thing: `household-H17.ics`.
///
/// Identifiers come from users' files. Characters that could lead out of the folder (path traversal) or that a file
/// system refuses are percent-encoded, so that two identifiers never share a file; a name that is too long for a file
/// system is cut and gets a digest of the whole.
struct FileName {
    /// The name.
    let text: String

    /// How many bytes of an identifier stand in a name: file systems take 255 for all of it, and a file that is being written has
    /// an ending of its own.
    private static let mostBytes = 160

    init(_ kind: String, _ id: String, _ suffix: String) {
        var encoded = ""
        for scalar in id.unicodeScalars {
            if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_@".unicodeScalars.contains(scalar) {
                encoded.unicodeScalars.append(scalar)
            } else {
                for byte in String(scalar).utf8 {
                    let hex = String(byte, radix: 16, uppercase: true)
                    encoded += "%" + (hex.count == 1 ? "0" + hex : hex)
                }
            }
        }
        if encoded.utf8.count > Self.mostBytes {
            let digest = SHA256Digest.bytes(of: id.utf8).prefix(16).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
            while encoded.utf8.count > Self.mostBytes - 33 { encoded.unicodeScalars.removeLast() }
            encoded += "~" + digest.joined()
        }
        text = "\(kind)-\(encoded).\(suffix)"
    }
}
