extension Migration {
    /// Version 14: citizen numbers of whoever stands on a prison's list, the prisons that ask for them, and names in WeChat.
    static let citizenNumbers = """
        ALTER TABLE child ADD COLUMN citizenNumber TEXT
          CONSTRAINT citizenNumberLength CHECK (length(citizenNumber) IN (15, 18));
        ALTER TABLE guardian ADD COLUMN citizenNumber TEXT
          CONSTRAINT citizenNumberLength CHECK (length(citizenNumber) IN (15, 18));
        ALTER TABLE escort ADD COLUMN citizenNumber TEXT
          CONSTRAINT citizenNumberLength CHECK (length(citizenNumber) IN (15, 18));
        ALTER TABLE guardian ADD COLUMN wechat TEXT CONSTRAINT wechatNotEmpty CHECK (wechat <> '');
        ALTER TABLE prison ADD COLUMN listsCitizenNumbers INTEGER NOT NULL DEFAULT 0
          CONSTRAINT listsCitizenNumbersIsFlag CHECK (listsCitizenNumbers IN (0, 1));

        """
}
