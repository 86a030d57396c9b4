import Foundation

/// A small HTTP service of Python's standard library over the same store, doing the least that could be called the same:
/// the bare row of a child's next visit, and 304 for a client that has the calendar.
enum ServicePeer {
    /// What it is, for figures.
    static let name = "python3 http.server + sqlite3, the bare row of the visit"

    /// The command that serves the store on `port`.
    static func command(store: String, port: Int, today: Int) -> [String] {
        ["python3", "-c", script, store, "\(port)", "\(today)"]
    }

    private static let script = """
        import json, sqlite3, sys, threading
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
        from urllib.parse import parse_qs, urlsplit
        own = threading.local()
        class Handler(BaseHTTPRequestHandler):
            protocol_version = 'HTTP/1.1'
            disable_nagle_algorithm = True
            def log_message(self, *arguments): pass
            def do_GET(self):
                if self.headers.get('If-None-Match'):
                    self.send_response(304); self.send_header('ETag', '"1"'); self.end_headers(); return
                if not hasattr(own, 'db'): own.db = sqlite3.connect(sys.argv[1])
                child = parse_qs(urlsplit(self.path).query).get('child', [''])[0]
                row = own.db.execute(
                    "select * from visitChild join visit on visit.id = visit where child = ? and date >= ? "
                    "and status in (\(Peer.wordsAhead)) order by date limit 1",
                    (child, sys.argv[3])).fetchone()
                body = json.dumps(row).encode()
                self.send_response(200); self.send_header('Content-Length', str(len(body))); self.end_headers()
                self.wfile.write(body)
        ThreadingHTTPServer(('127.0.0.1', int(sys.argv[2])), Handler).serve_forever()
        """
}
