import Hummingbird
import ServiceLifecycle

/// An application at one address, whose failure to listen is told in the service's own words.
struct Listening<Responder: HTTPResponder>: Service
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    /// The application.
    let application: Application<Responder>
    /// The address as people read it.
    let name: String

    /// Serves until the service stops.
    func run() async throws {
        do {
            try await application.run()
        } catch {
            throw ListeningFailure.error(address: name, thrown: error) ?? error
        }
    }
}
