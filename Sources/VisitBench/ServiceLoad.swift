import Foundation
import VisitModel

/// What wrk measured of a server.
struct ServiceLoad: Decodable {
    /// Answers in a second.
    let rate: Double
    /// Within how many milliseconds 99 of 100 were there.
    let p99: Double
    /// How many were not of the status that was wanted, or did not come.
    let errors: Int

    /// Loads a server with wrk for some seconds; nil where wrk is missing or fails.
    ///
    /// - Parameters:
    ///   - requests: lines of Lua that set `path` and may add to `headers`, run for each request.
    ///   - status: that of a good answer.
    static func measure(
        _ port: Int, requests: String, status: Int, seconds: Int, connections: Int, in folder: String
    ) -> ServiceLoad? {
        let (script, result) = (folder + "/load.lua", folder + "/load.json")
        try? FileManager.default.removeItem(atPath: result)
        guard (try? lua(requests, status, result).write(toFile: script, atomically: true, encoding: .utf8)) != nil
        else { return nil }
        let command = [
            "wrk", "--threads", "1", "--connections", "\(connections)", "--duration", "\(seconds)s", "--latency",
            "--script", script, "http://127.0.0.1:\(port)",
        ]
        guard Peer.seconds(of: command) != nil, let bytes = FileManager.default.contents(atPath: result) else {
            return nil
        }
        return try? JSONDecoder().decode(ServiceLoad.self, from: bytes)
    }

    private static func lua(_ requests: String, _ status: Int, _ result: String) -> String {
        """
        math.randomseed(1)
        wrong = 0
        function setup(thread) worker = thread end
        function request()
          local headers, path = {}, "/"
          \(requests)
          return wrk.format("GET", path, headers)
        end
        function response(status)
          if status ~= \(status) then wrong = wrong + 1 end
        end
        function done(summary, latency)
          local errors = summary.errors
          local count = worker:get("wrong") or 0
          local file = io.open("\(result)", "w")
          file:write(string.format('{"rate": %f, "p99": %f, "errors": %d}',
            (summary.requests - count) * 1e6 / summary.duration, latency:percentile(99) / 1000,
            count + errors.connect + errors.read + errors.write + errors.timeout))
          file:close()
        end
        """
    }
}
