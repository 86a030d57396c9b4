extension Migration {
    /// Sessions by video: the place near home where the visitors sit.
    static let videoSites = """
        ALTER TABLE sessionTemplate ADD COLUMN site TEXT REFERENCES place (id);

        """
}
