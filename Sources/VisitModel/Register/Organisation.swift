/// A charity, an office, a school: whoever looks after households and their children.
///
/// Several organisations can share a store. What one of them may see through the service are its own households and
/// their children; prisons, sessions and rules are everybody's.
public enum Organisation {}
