import Foundation
import VisitModel

/// What the daemon says to the person who starts it.
enum Usage {
    /// The answer to `--help`.
    static let text = BilingualText(
        en: """
            visitd serve: answers “when is the next visit?” on a Unix socket and serves calendars to subscribe to.

              --store PATH          the store of visits (/var/lib/visitd/visits.db)
              --socket PATH         the Unix socket (/run/visitd/visitd.sock)
              --socket-mode MODE    its permission bits, octal (0660)
              --open-socket PATH    a Unix socket besides, for all; a token says who asks (none)
              --listen HOST:PORT    a TCP address besides, of this machine only: 127.0.0.1:8080; a token says who asks
              --config FOLDER       the folder of visitd.yaml and the rule packs (/etc/visitd)
              --today YYYY-MM-DD    the day that answers are given for (the day it is)
              --log-level LEVEL     trace, debug, info, notice, warning, error or critical (info)
              --store-threads N     threads that read the store, 1 to 64 (4)
              --connections N       connections at a time, 1 to 100000 (1024)
              --idle-seconds N      until a silent connection is closed, 1 to 3600 (30)
              --header-bytes N      the most bytes of a request's head, 1024 to 65536 (16384)
              --requests-per-minute N  that the holder of a token may make, 1 to 1000000 (600)
              --stop-seconds N      within which the daemon stops, 2 to 60 (8)
              --output FOLDER       what visitctl night publishes (/var/lib/visitd/published); not written by the daemon
              --backups FOLDER      where backups are kept (/var/lib/visitd/backups); not written by the daemon
              --backup-recipients KEYS  to whom visitctl backup encrypts, with commas between (nobody)
              --backup-identity FILE  with what encrypted backups are read to check them (none)
              --help, --version

            Each can also stand in visitd.yaml (store: PATH) or in the environment (VISITD_STORE=PATH); the command line
            decides, then the environment, then the file. At SIGHUP file and rule packs are read anew: today, log-level,
            requests-per-minute and the packs take effect at once; what has a fault is kept as it was. Exit status: 0 stopped as asked, 64 wrong usage, 66 no store,
            73 cannot listen, 78 bad configuration; others as visitctl.

            """,
        zh: """
            visitd serve：在 Unix 套接字上回答“下次会见是什么时候？”，并提供可订阅的日历。

              --store PATH          会见数据库（/var/lib/visitd/visits.db）
              --socket PATH         Unix 套接字（/run/visitd/visitd.sock）
              --socket-mode MODE    套接字的八进制权限（0660）
              --open-socket PATH    另设的 Unix 套接字，人人可连，须凭令牌（无）
              --listen HOST:PORT    另外监听的 TCP 地址，仅限本机：127.0.0.1:8080，须凭令牌
              --config FOLDER       visitd.yaml 和规则包所在的文件夹（/etc/visitd）
              --today YYYY-MM-DD    按哪一天回答（默认为当天）
              --log-level LEVEL     trace、debug、info、notice、warning、error 或 critical（info）
              --store-threads N     读取数据库的线程数，1 到 64（4）
              --connections N       同时连接数，1 到 100000（1024）
              --idle-seconds N      空闲连接多少秒后关闭，1 到 3600（30）
              --header-bytes N      请求头最多字节数，1024 到 65536（16384）
              --requests-per-minute N  每个令牌每分钟最多请求数，1 到 1000000（600）
              --stop-seconds N      最多用多少秒停止，2 到 60（8）
              --output FOLDER       visitctl night 发布文件的文件夹（/var/lib/visitd/published）；守护进程不写入
              --backups FOLDER      存放备份的文件夹（/var/lib/visitd/backups）；守护进程不写入
              --backup-recipients KEYS  visitctl backup 加密备份所用的公钥，以逗号分隔（不加密）
              --backup-identity FILE  核对加密备份所用的私钥文件（无）
              --help, --version

            以上各项也可写在 visitd.yaml（store: PATH）或环境变量（VISITD_STORE=PATH）中；命令行优先，其次环境变量，再次
            文件。收到 SIGHUP 时重新读取文件和规则包：today、log-level、requests-per-minute 和规则包立即生效；有错误的部分保持原样。退出码：0 按要求停止，64 用法错误，66 没有数据库，73 无法监听，78 配置错误；其余与 visitctl 相同。

            """)

    /// The language of the person, by the usual variables (locale(7)).
    static func language(_ environment: [String: String]) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") == true ? .chinese : .english
    }

    /// A failure in lines: its sentence and advice, then each finding behind it.
    static func lines(of failure: any Failure, _ language: Language) -> [String] {
        func line(_ place: String?, _ sentence: BilingualText, _ advice: BilingualText?) -> String {
            let words = [sentence[language], advice?[language]].compactMap { $0 }
            return (place.map { "\($0): " } ?? "") + words.joined(separator: language == .english ? " " : "")
        }
        let head = line(nil, failure.sentence, failure.advice)
        return [head] + failure.findings.map { line($0.location?.description, $0.sentence, $0.advice) }
    }

    /// Writes `text` on standard output.
    static func show(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
