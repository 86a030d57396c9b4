/// The name of a file that is about one thing: `household-H17.ics`.
///
/// Identifiers come from users' files. What could lead out of a folder or trouble a file system is written as the
/// percent-encoded bytes, so that two identifiers never share a file.
struct FileName {
    /// The name.
    let text: String

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
        text = "\(kind)-\(encoded).\(suffix)"
    }
}
