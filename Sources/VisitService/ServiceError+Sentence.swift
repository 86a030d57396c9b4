import VisitFormats
import VisitModel

extension ServiceError {
    var sentence: BilingualText {
        switch self {
        case .wrongUsage(let findings):
            BilingualText(
                en: "The command line has \(findings.count == 1 ? "a fault" : "\(findings.count) faults").",
                zh: "命令行有 \(findings.count) 处错误。")
        case .faultyConfiguration(let findings):
            BilingualText(
                en: "The configuration has \(findings.count == 1 ? "a fault" : "\(findings.count) faults").",
                zh: "配置有 \(findings.count) 处错误。")
        case .socketFolderMissing(let path, let folder):
            BilingualText(
                en: "The socket \(path) cannot be made: there is no folder \(folder).",
                zh: "无法建立套接字 \(path)：文件夹 \(folder) 不存在。")
        case .notASocket(let path):
            BilingualText(
                en: "\(path) exists and is no socket; it was left alone.", zh: "\(path) 已存在，但不是套接字；未作改动。")
        case .socketInUse(let path):
            BilingualText(en: "Another process answers on the socket \(path).", zh: "另一个进程正在使用套接字 \(path)。")
        case .portInUse(let address):
            BilingualText(en: "Another process listens on \(address).", zh: "另一个进程正在监听 \(address)。")
        case .listeningNotAllowed(let address):
            BilingualText(en: "This user may not listen on \(address).", zh: "当前用户无权监听 \(address)。")
        case .cannotListen(let address, let reason):
            BilingualText(en: "Listening on \(address) failed: \(reason).", zh: "监听 \(address) 失败：\(reason)。")
        case .badRequest(_, let sentence, _): sentence
        case .notFound: BilingualText(en: "There is nothing at this address.", zh: "此地址没有内容。")
        case .methodNotAllowed(let allowed):
            BilingualText(en: "This address takes \(allowed) only.", zh: "此地址只接受 \(allowed)。")
        case .unauthorized:
            BilingualText(en: "This address needs a token that is valid.", zh: "此地址需要有效的访问令牌。")
        case .notPermitted:
            BilingualText(en: "The token does not give the right to this.", zh: "该令牌无权进行此操作。")
        case .tooManyRequests(let seconds):
            BilingualText(
                en: "Too many requests; the next one is answered in \(seconds) s.", zh: "请求过多；\(seconds) 秒后可再试。")
        case .faultyRequest(let findings):
            BilingualText(
                en:
                    "The request has \(findings.count == 1 ? "a fault" : "\(findings.count) faults"); nothing was done.",
                zh: "请求有 \(findings.count) 处错误；未作任何改动。")
        case .bodyNotJSON:
            BilingualText(
                en: "The request's body is not what was expected: one JSON object, sent as application/json.",
                zh: "请求正文应为以 application/json 发送的一个 JSON 对象。")
        case .runGoingOn: BilingualText(en: "A run is going on already.", zh: "已有一个排期任务正在进行。")
        case .auditUnavailable:
            BilingualText(
                en: "The audit log cannot be written, so no record is given out.", zh: "审计日志无法写入，因此不提供任何记录。")
        case .bodyTooLarge(let limit):
            BilingualText(
                en: "The request's body is larger than \(limit) bytes.", zh: "请求正文超过 \(limit) 字节。")
        }
    }

    var advice: BilingualText? {
        switch self {
        case .socketFolderMissing:
            BilingualText(
                en: "Perhaps another --socket; under systemd, RuntimeDirectory=visitd makes /run/visitd.",
                zh: "不妨用 --socket 指定别处；在 systemd 下，RuntimeDirectory=visitd 会建立 /run/visitd。")
        case .notASocket, .cannotListen:
            BilingualText(en: "Perhaps another --socket.", zh: "不妨用 --socket 指定别处。")
        case .socketInUse:
            BilingualText(
                en: "Perhaps the daemon runs already: systemctl status visitd.",
                zh: "也许守护程序已在运行：systemctl status visitd。")
        case .portInUse: BilingualText(en: "Perhaps another port.", zh: "不妨换一个端口。")
        case .listeningNotAllowed:
            BilingualText(en: "Perhaps another folder, or a port from 1024.", zh: "不妨换一个文件夹，或用 1024 以上的端口。")
        case .unauthorized:
            BilingualText(
                en: "Perhaps Authorization: Bearer TOKEN, with a token of visitctl token create.",
                zh: "不妨加上 Authorization: Bearer 令牌，令牌由 visitctl token create 创建。")
        case .runGoingOn:
            BilingualText(en: "Perhaps GET /v1/plans, to see how far it is.", zh: "不妨用 GET /v1/plans 查看进度。")
        case .auditUnavailable: BilingualText(en: "Perhaps the disk is full.", zh: "也许磁盘已满。")
        case .badRequest(_, _, let advice): advice
        case .wrongUsage, .faultyConfiguration, .notFound, .methodNotAllowed, .notPermitted, .tooManyRequests,
            .faultyRequest, .bodyNotJSON, .bodyTooLarge:
            nil
        }
    }
}
