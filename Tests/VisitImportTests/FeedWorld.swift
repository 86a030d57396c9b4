import Foundation
import VisitModel
import VisitTestSupport

@testable import VisitImport

/// A small invented feed: a railway with three stations, of which one has two platforms, and a bus that runs every half
/// hour. A test changes a file and looks what is said about it.
enum FeedWorld {
    static let files = [
        "agency.txt":
            "agency_id,agency_name,agency_url,agency_timezone\nA,Invented Railway,http://example.org,Asia/Shanghai\n",
        "stops.txt": """
        \u{FEFF}stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,platform_code,wheelchair_boarding
        S,"Old Town, Central",30.00,110.00,1,,,
        S1,Old Town 1,30.0005,110.00,0,S,1,1
        S2,Old Town 2,29.9995,110.00,0,S,2,2
        M,Middle,30.50,110.00,,,,
        E,End,31.00,110.00,,,,

        """,
        "routes.txt":
            "route_id,route_short_name,route_long_name,route_type,route_color\nR,K1,,2,FF0000\nB,,Shuttle,3,\n",
        "calendar.txt": """
        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
        WK,1,1,1,1,1,0,0,20260302,20260327

        """,
        "calendar_dates.txt": "service_id,date,exception_type\r\nWK,20260304,2\r\nSP,20260307,1\r\n",
        "trips.txt":
            "route_id,service_id,trip_id,trip_short_name,wheelchair_accessible\nR,WK,T1,K11,1\nR,SP,T2,,\nB,WK,F,,\n",
        "stop_times.txt": """
        trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type
        T1,23:30:30,23:30:30,S1,1,,
        T1,,,M,2,,
        T1,24:30:10,24:30:10,E,3,1,
        T2,10:00:00,10:05:00,S2,5,,
        T2,11:05:00,11:05:00,E,9,,
        F,00:00:00,00:00:00,S2,1,,
        F,00:20:00,00:20:00,M,2,,

        """,
        "frequencies.txt": "trip_id,start_time,end_time,headway_secs\nF,06:00:00,07:30:00,1800\n",
        "transfers.txt": "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nS1,S2,2,250\nM,M,3,\n",
        "fare_attributes.txt": "fare_id,price,currency_type,payment_method,transfers\nf,2.50,CNY,0,0\n",
        "fare_rules.txt": "fare_id,route_id\nf,B\n",
        "feed_info.txt":
            "feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date\nInvented,http://example.org,zh,20260301,20260331\n",
        "shapes.txt": "not read at all\n",
    ]

    /// What reading the feed with these files changed gives. A file that is nil is left out.
    static func read(_ changes: [String: String?] = [:]) throws -> Reading {
        try TemporaryFolder.use { folder in
            let path = try write(changes, in: folder)
            return try FileReader(known: Register()).read([path])
        }
    }

    /// Writes the feed as a folder named `feed`.
    static func write(_ changes: [String: String?] = [:], in folder: TemporaryFolder) throws -> String {
        let path = "\(folder.path)/feed"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, content) in files.merging(changes.compactMapValues { $0 }, uniquingKeysWith: { $1 })
        where !(changes.keys.contains(name) && changes[name] == .some(nil)) {
            try Data(content.utf8).write(to: URL(filePath: "\(path)/\(name)"))
        }
        return path
    }

    /// The file `name` with `old` replaced by `new`.
    static func replacing(_ old: String, with new: String, in name: String) -> [String: String?] {
        [name: files[name]?.replacing(old, with: new)]
    }
}
