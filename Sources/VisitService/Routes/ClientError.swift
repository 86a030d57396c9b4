import VisitModel
import VisitReports

extension ErrorDocument {
    /// What a client is told of `failure`: of what is wrong with the machine that it is wrong, not where. Paths, processes and
    /// what the database says are for the operator, who finds them in the log.
    init(toClient failure: any Failure, language: Language) {
        guard failure.isAboutMachine else {
            self.init(failure, language: language)
            return
        }
        self.init(code: failure.code, sentence: failure.sentenceForClients, language: language)
    }
}

extension Failure {
    /// Whether it is about the machine and the program, and nothing that the client asked for.
    var isAboutMachine: Bool {
        if isOfMachine { return true }
        guard !(self is ServiceError) else { return false }
        return switch kind {
        case .unavailable, .tryAgain, .overtaken, .bug, .cannotCreate, .inputOutput, .badConfiguration: true
        case .usage, .badData, .noInput, .notAllowed, .conflict: false
        }
    }

    fileprivate var sentenceForClients: BilingualText {
        switch kind {
        case .tryAgain, .overtaken:
            BilingualText(
                en: "Others are changing the store at present; the same request may succeed later.",
                zh: "数据正由其他操作修改，请稍后重试。")
        case .bug:
            BilingualText(en: "The service failed in an unforeseen way.", zh: "服务发生了意外故障。")
        default:
            BilingualText(
                en: "The service cannot use its store at present; its operator finds the reason in the log.",
                zh: "服务目前无法使用数据库，原因见运维日志。")
        }
    }
}
