-- application_id 1986622313
-- user_version 18
-- journal_mode wal
CREATE TABLE storeState (
  id INTEGER PRIMARY KEY CONSTRAINT oneRow CHECK (id = 1),
  revision INTEGER NOT NULL CONSTRAINT revisionCounts CHECK (revision >= 0),
  dataRevision INTEGER NOT NULL
    CONSTRAINT dataRevisionFollows CHECK (dataRevision BETWEEN 0 AND revision)
, secret BLOB
  CONSTRAINT secretIsLong CHECK (secret IS NULL OR length(secret) = 32), lastVisitNumber INTEGER NOT NULL DEFAULT 0
  CONSTRAINT lastVisitNumberNotNegative CHECK (lastVisitNumber >= 0), reviewed INTEGER) STRICT;
CREATE TABLE place (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  nameEnglish TEXT NOT NULL,
  nameChinese TEXT NOT NULL,
  latitude REAL CONSTRAINT latitudeOnEarth CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CONSTRAINT longitudeOnEarth CHECK (longitude BETWEEN -180 AND 180),
  precision TEXT NOT NULL
    CONSTRAINT precisionKnown CHECK (
      precision = 'site' OR precision = 'city-centre' OR precision = 'approximate'), zone TEXT CONSTRAINT zoneNotEmpty CHECK (zone <> ''),
  CONSTRAINT named CHECK (nameEnglish <> '' OR nameChinese <> ''),
  CONSTRAINT coordinateWhole CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE distance (
  fromPlace TEXT NOT NULL REFERENCES place (id),
  toPlace TEXT NOT NULL REFERENCES place (id),
  metres INTEGER NOT NULL CONSTRAINT metresNotNegative CHECK (metres >= 0),
  minutes INTEGER CONSTRAINT minutesNotNegative CHECK (minutes >= 0),
  PRIMARY KEY (fromPlace, toPlace)
) STRICT, WITHOUT ROWID;
CREATE TABLE prison (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  nameEnglish TEXT NOT NULL,
  nameChinese TEXT NOT NULL,
  jurisdiction TEXT NOT NULL CONSTRAINT jurisdictionNotEmpty CHECK (jurisdiction <> ''),
  facility TEXT NOT NULL
    CONSTRAINT facilityKnown CHECK (
      facility = 'prison' OR facility = 'juvenile' OR facility = 'nursery'),
  holds TEXT NOT NULL
    CONSTRAINT holdsKnown CHECK (
      holds = 'female' OR holds = 'male' OR holds = 'mixed'),
  place TEXT NOT NULL REFERENCES place (id),
  zone TEXT NOT NULL CONSTRAINT zoneNotEmpty CHECK (zone <> ''),
  tableSeats INTEGER NOT NULL CONSTRAINT tableSeatsPositive CHECK (tableSeats >= 1),
  noticeMinimumDays INTEGER NOT NULL CONSTRAINT noticeNotNegative CHECK (noticeMinimumDays >= 0),
  noticeMaximumDays INTEGER NOT NULL,
  checkInMinutes INTEGER NOT NULL CONSTRAINT checkInNotNegative CHECK (checkInMinutes >= 0),
  phone TEXT, maxVisitors INTEGER CONSTRAINT maxVisitorsPositive CHECK (maxVisitors >= 1), tablesPerAdult INTEGER CONSTRAINT tablesPerAdultPositive CHECK (tablesPerAdult >= 1), listsCitizenNumbers INTEGER NOT NULL DEFAULT 0
  CONSTRAINT listsCitizenNumbersIsFlag CHECK (listsCitizenNumbers IN (0, 1)),
  CONSTRAINT named CHECK (nameEnglish <> '' OR nameChinese <> ''),
  CONSTRAINT noticeOrdered CHECK (noticeMinimumDays <= noticeMaximumDays)
) STRICT, WITHOUT ROWID;
CREATE TABLE sessionTemplate (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  prison TEXT NOT NULL REFERENCES prison (id),
  weekday INTEGER CONSTRAINT weekdayKnown CHECK (weekday BETWEEN 1 AND 7),
  everyWeeks INTEGER CONSTRAINT everyWeeksPositive CHECK (everyWeeks >= 1),
  anchor INTEGER CONSTRAINT anchorIsDay CHECK (anchor BETWEEN -719162 AND 2932896),
  date INTEGER CONSTRAINT dateIsDay CHECK (date BETWEEN -719162 AND 2932896),
  start INTEGER NOT NULL CONSTRAINT startIsClockTime CHECK (start BETWEEN 0 AND 1440),
  minutes INTEGER NOT NULL CONSTRAINT minutesPositive CHECK (minutes >= 1),
  modes TEXT NOT NULL
    CONSTRAINT modesListed CHECK (json_valid(modes) AND json_array_length(modes) >= 1),
  tables INTEGER NOT NULL CONSTRAINT tablesNotNegative CHECK (tables >= 0),
  seats INTEGER CONSTRAINT seatsNotNegative CHECK (seats >= 0),
  validFrom INTEGER CONSTRAINT validFromIsDay CHECK (validFrom BETWEEN -719162 AND 2932896),
  validTo INTEGER CONSTRAINT validToIsDay CHECK (validTo BETWEEN -719162 AND 2932896), site TEXT REFERENCES place (id),
  CONSTRAINT weeklyOrOnce CHECK ((weekday IS NULL) <> (date IS NULL)),
  CONSTRAINT weeklyWhole CHECK (
    (weekday IS NULL) = (everyWeeks IS NULL) AND (weekday IS NULL) = (anchor IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE closure (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  prison TEXT NOT NULL REFERENCES prison (id),
  template TEXT REFERENCES sessionTemplate (id),
  firstDay INTEGER NOT NULL CONSTRAINT firstDayIsDay CHECK (firstDay BETWEEN -719162 AND 2932896),
  lastDay INTEGER NOT NULL CONSTRAINT lastDayIsDay CHECK (lastDay BETWEEN -719162 AND 2932896),
  reason TEXT NOT NULL,
  CONSTRAINT daysOrdered CHECK (firstDay <= lastDay)
) STRICT, WITHOUT ROWID;
CREATE TABLE schoolCalendar (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  stretches TEXT NOT NULL
    CONSTRAINT stretchesListed CHECK (json_valid(stretches) AND json_type(stretches) = 'array')
) STRICT;
CREATE TABLE household (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  name TEXT NOT NULL,
  kind TEXT NOT NULL
    CONSTRAINT kindKnown CHECK (
      kind = 'family' OR kind = 'foster' OR kind = 'charity-home'),
  place TEXT NOT NULL REFERENCES place (id),
  language TEXT NOT NULL CONSTRAINT languageKnown CHECK (language IN ('en', 'zh')),
  phone TEXT,
  leavesAfter INTEGER NOT NULL
    CONSTRAINT leavesAfterIsClockTime CHECK (leavesAfter BETWEEN 0 AND 1440),
  returnsBefore INTEGER NOT NULL
    CONSTRAINT returnsBeforeIsClockTime CHECK (returnsBefore BETWEEN 0 AND 1440),
  escortsFrom TEXT REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED
, organisation TEXT
  CONSTRAINT organisationNotEmpty CHECK (organisation <> '')) STRICT, WITHOUT ROWID;
CREATE TABLE child (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  name TEXT NOT NULL,
  birthDate INTEGER NOT NULL CONSTRAINT birthDateIsDay CHECK (birthDate BETWEEN -719162 AND 2932896),
  household TEXT NOT NULL REFERENCES household (id),
  schoolCalendar TEXT REFERENCES schoolCalendar (id),
  needs TEXT NOT NULL CONSTRAINT needsListed
    CHECK (needs = '[]' OR json_valid(needs) AND json_type(needs) = 'array')
, citizenNumber TEXT
  CONSTRAINT citizenNumberLength CHECK (length(citizenNumber) IN (15, 18))) STRICT, WITHOUT ROWID;
CREATE INDEX childByHousehold ON child (household);
CREATE INDEX childByName ON child (name);
CREATE TABLE guardian (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  name TEXT NOT NULL,
  household TEXT NOT NULL REFERENCES household (id),
  relation TEXT NOT NULL
    CONSTRAINT relationKnown CHECK (
      relation = 'mother' OR relation = 'father' OR relation = 'grandmother'
      OR relation = 'grandfather' OR relation = 'aunt' OR relation = 'uncle'
      OR relation = 'sibling' OR relation = 'stepmother' OR relation = 'stepfather'
      OR relation = 'maternal-aunt' OR relation = 'maternal-uncle' OR relation = 'paternal-aunt'
      OR relation = 'paternal-uncle' OR relation = 'cousin' OR relation = 'guardian'
      OR relation = 'foster' OR relation = 'carer' OR relation = 'other'),
  birthDate INTEGER CONSTRAINT birthDateIsDay CHECK (birthDate BETWEEN -719162 AND 2932896),
  phone TEXT,
  accompanies INTEGER NOT NULL CONSTRAINT accompaniesIsFlag CHECK (accompanies IN (0, 1)),
  weekdays TEXT NOT NULL CONSTRAINT weekdaysAreDigits CHECK (weekdays NOT GLOB '*[^1-7]*')
, email TEXT, citizenNumber TEXT
  CONSTRAINT citizenNumberLength CHECK (length(citizenNumber) IN (15, 18)), wechat TEXT CONSTRAINT wechatNotEmpty CHECK (wechat <> '')) STRICT, WITHOUT ROWID;
CREATE TABLE escort (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  name TEXT NOT NULL,
  home TEXT NOT NULL REFERENCES household (id),
  weekdays TEXT NOT NULL CONSTRAINT weekdaysAreDigits CHECK (weekdays NOT GLOB '*[^1-7]*'),
  firstDay INTEGER NOT NULL CONSTRAINT firstDayIsDay CHECK (firstDay BETWEEN -719162 AND 2932896),
  lastDay INTEGER NOT NULL CONSTRAINT lastDayIsDay CHECK (lastDay BETWEEN -719162 AND 2932896),
  maxChildren INTEGER NOT NULL CONSTRAINT maxChildrenNotNegative CHECK (maxChildren >= 0),
  vettedUntil INTEGER CONSTRAINT vettedUntilIsDay CHECK (vettedUntil BETWEEN -719162 AND 2932896),
  phone TEXT, email TEXT, citizenNumber TEXT
  CONSTRAINT citizenNumberLength CHECK (length(citizenNumber) IN (15, 18)),
  CONSTRAINT daysOrdered CHECK (firstDay <= lastDay)
) STRICT, WITHOUT ROWID;
CREATE TABLE prisoner (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  name TEXT NOT NULL,
  sex TEXT NOT NULL CONSTRAINT sexKnown CHECK (sex IN ('female', 'male')),
  prison TEXT NOT NULL REFERENCES prison (id),
  birthDate INTEGER CONSTRAINT birthDateIsDay CHECK (birthDate BETWEEN -719162 AND 2932896),
  grade TEXT
    CONSTRAINT gradeKnown CHECK (
      grade = 'strict' OR grade = 'observation' OR grade = 'ordinary' OR grade = 'lenient'
      OR grade = 'very-lenient' OR grade = 'basic' OR grade = 'standard' OR grade = 'enhanced'),
  admitted INTEGER CONSTRAINT admittedIsDay CHECK (admitted BETWEEN -719162 AND 2932896),
  release INTEGER CONSTRAINT releaseIsDay CHECK (release BETWEEN -719162 AND 2932896),
  sentence TEXT
    CONSTRAINT sentenceKnown CHECK (
      sentence = 'fixed-term' OR sentence = 'life' OR sentence = 'death-with-reprieve'
      OR sentence = 'remand' OR sentence = 'detention'),
  consents INTEGER NOT NULL CONSTRAINT consentsIsFlag CHECK (consents IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE bond (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  child TEXT NOT NULL REFERENCES child (id),
  prisoner TEXT NOT NULL REFERENCES prisoner (id),
  relation TEXT NOT NULL
    CONSTRAINT relationKnown CHECK (
      relation = 'mother' OR relation = 'father' OR relation = 'stepmother'
      OR relation = 'stepfather' OR relation = 'grandmother' OR relation = 'grandfather'
      OR relation = 'sibling' OR relation = 'aunt' OR relation = 'uncle' OR relation = 'cousin'
      OR relation = 'foster-parent' OR relation = 'guardian' OR relation = 'other'),
  contact TEXT NOT NULL
    CONSTRAINT contactKnown CHECK (
      contact = 'allowed' OR contact = 'on-hold' OR contact = 'declined-by-child'
      OR contact = 'forbidden'),
  papers TEXT NOT NULL CONSTRAINT papersListed
    CHECK (papers = '[]' OR json_valid(papers) AND json_type(papers) = 'array'),
  maxGapDays INTEGER CONSTRAINT maxGapNotNegative CHECK (maxGapDays >= 0)
, reviewOn INTEGER
  CONSTRAINT reviewOnIsDay CHECK (reviewOn BETWEEN -719162 AND 2932896)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX bondByChild ON bond (child, prisoner);
CREATE INDEX bondByPrisoner ON bond (prisoner);
CREATE TABLE parameter (
  name TEXT NOT NULL PRIMARY KEY CONSTRAINT nameNotEmpty CHECK (name <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE visit (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  origin TEXT NOT NULL CONSTRAINT originKnown CHECK (origin IN ('entered', 'planned')),
  status TEXT NOT NULL
    CONSTRAINT statusKnown CHECK (
      status = 'proposed' OR status = 'requested' OR status = 'confirmed' OR status = 'held'
      OR status = 'cut-short' OR status = 'missed' OR status = 'turned-away' OR status = 'refused'
      OR status = 'withdrawn' OR status = 'expired' OR status = 'cancelled'),
  prisoner TEXT NOT NULL REFERENCES prisoner (id),
  household TEXT NOT NULL REFERENCES household (id),
  guardian TEXT REFERENCES guardian (id),
  escort TEXT REFERENCES escort (id),
  prison TEXT NOT NULL REFERENCES prison (id),
  session TEXT CONSTRAINT sessionNotEmpty CHECK (session <> ''),
  date INTEGER NOT NULL CONSTRAINT dateIsDay CHECK (date BETWEEN -719162 AND 2932896),
  start INTEGER CONSTRAINT startIsClockTime CHECK (start BETWEEN 0 AND 1440),
  minutes INTEGER NOT NULL CONSTRAINT minutesPositive CHECK (minutes >= 1),
  mode TEXT NOT NULL
    CONSTRAINT modeKnown CHECK (
      mode = 'contact' OR mode = 'table' OR mode = 'glass' OR mode = 'video'
      OR mode = 'family-room' OR mode = 'child-day' OR mode = 'holiday-stay' OR mode = 'call'),
  documents TEXT NOT NULL
    CONSTRAINT documentsListed
      CHECK (documents = '[]' OR json_valid(documents) AND json_type(documents) = 'array'),
  trip TEXT CONSTRAINT tripWhole CHECK (trip IS NULL OR json_valid(trip) AND json_type(trip) = 'array'),
  reasons TEXT NOT NULL
    CONSTRAINT reasonsListed
      CHECK (reasons = '[]' OR json_valid(reasons) AND json_type(reasons) = 'array'),
  sequence INTEGER NOT NULL CONSTRAINT sequenceNotNegative CHECK (sequence >= 0),
  changed INTEGER NOT NULL, number INTEGER CONSTRAINT numberPositive CHECK (number >= 1),
  CONSTRAINT oneCompanion CHECK (guardian IS NULL OR escort IS NULL)
) STRICT;
CREATE INDEX visitByPrison ON visit (prison, date);
CREATE INDEX visitByHousehold ON visit (household, date);
CREATE INDEX visitOpen ON visit (date) WHERE origin = 'planned' AND status IN ('proposed', 'requested');
CREATE TABLE visitChild (
  child TEXT NOT NULL REFERENCES child (id),
  visit TEXT NOT NULL REFERENCES visit (id),
  PRIMARY KEY (child, visit)
) STRICT, WITHOUT ROWID;
CREATE INDEX visitChildByVisit ON visitChild (visit, child);
CREATE TABLE plan (
  number INTEGER PRIMARY KEY CONSTRAINT numberPositive CHECK (number >= 1),
  today INTEGER NOT NULL CONSTRAINT todayIsDay CHECK (today BETWEEN -719162 AND 2932896),
  firstDay INTEGER NOT NULL CONSTRAINT firstDayIsDay CHECK (firstDay BETWEEN -719162 AND 2932896),
  lastDay INTEGER NOT NULL CONSTRAINT lastDayIsDay CHECK (lastDay BETWEEN -719162 AND 2932896),
  published INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  bound INTEGER NOT NULL,
  score INTEGER NOT NULL,
  coveredChildren INTEGER NOT NULL
    CONSTRAINT coveredNotNegative CHECK (coveredChildren >= 0),
  dueChildren INTEGER NOT NULL CONSTRAINT dueNotNegative CHECK (dueChildren >= 0),
  CONSTRAINT daysOrdered CHECK (firstDay <= lastDay)
) STRICT;
CREATE TABLE planVisit (
  visit TEXT NOT NULL PRIMARY KEY REFERENCES visit (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE refusal (
  child TEXT NOT NULL REFERENCES child (id),
  prisoner TEXT NOT NULL REFERENCES prisoner (id),
  household TEXT NOT NULL REFERENCES household (id),
  code TEXT NOT NULL
    CONSTRAINT codeKnown CHECK (
      code = 'contact-on-hold' OR code = 'declined-by-child' OR code = 'contact-forbidden'
      OR code = 'prisoner-declines' OR code = 'released' OR code = 'ineligible'
      OR code = 'suspended' OR code = 'deferred' OR code = 'undetermined'
      OR code = 'co-resident' OR code = 'out-of-prison' OR code = 'papers-missing'
      OR code = 'no-session' OR code = 'no-companion' OR code = 'no-journey'
      OR code = 'no-escort' OR code = 'no-budget' OR code = 'quota-used'
      OR code = 'sessions-full' OR code = 'too-soon' OR code = 'outweighed' OR code = 'does-not-hold'),
  facts TEXT NOT NULL CONSTRAINT factsListed CHECK (json_valid(facts) AND json_type(facts) = 'array'),
  sentenceEnglish TEXT NOT NULL,
  sentenceChinese TEXT NOT NULL,
  wouldHelp TEXT NOT NULL
    CONSTRAINT wouldHelpListed CHECK (json_valid(wouldHelp) AND json_type(wouldHelp) = 'array'),
  PRIMARY KEY (child, prisoner)
) STRICT, WITHOUT ROWID;
CREATE TABLE timetable (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  publisher TEXT NOT NULL,
  zone TEXT NOT NULL CONSTRAINT zoneNotEmpty CHECK (zone <> ''),
  firstDay INTEGER NOT NULL,
  lastDay INTEGER NOT NULL,
  currency TEXT,
  content BLOB NOT NULL CONSTRAINT contentNotEmpty CHECK (length(content) > 0),
  CONSTRAINT daysOrdered CHECK (firstDay <= lastDay)
) STRICT;
CREATE TABLE ledgerEntry (
  prisoner TEXT NOT NULL REFERENCES prisoner (id),
  position INTEGER NOT NULL CONSTRAINT positionPositive CHECK (position >= 1),
  day INTEGER NOT NULL CONSTRAINT dayIsDay CHECK (day BETWEEN -719162 AND 2932896),
  unit TEXT NOT NULL
    CONSTRAINT unitKnown CHECK (unit = 'visit-order' OR unit = 'privilege-order' OR unit = 'visit'),
  kind TEXT NOT NULL
    CONSTRAINT kindKnown CHECK (
      kind = 'granted' OR kind = 'carried' OR kind = 'repaid' OR kind = 'accumulated'
      OR kind = 'expired' OR kind = 'used' OR kind = 'owed' OR kind = 'refunded'
      OR kind = 'withdrawn' OR kind = 'waived' OR kind = 'reverted'),
  cause TEXT NOT NULL
    CONSTRAINT causeKnown CHECK (
      cause = 'night' OR cause = 'visit' OR cause = 'adjustment' OR cause = 'admission'
      OR cause = 'merge'),
  count INTEGER NOT NULL CONSTRAINT countPositive CHECK (count >= 1),
  since INTEGER NOT NULL CONSTRAINT sinceIsDay CHECK (since BETWEEN -719162 AND 2932896),
  visit TEXT REFERENCES visit (id),
  rule TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (prisoner, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ledgerEntryIsNeverDeleted BEFORE DELETE ON ledgerEntry
  BEGIN SELECT RAISE (ABORT, 'a ledger entry is never deleted'); END;
CREATE TABLE "prisonerEvent" (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  prisoner TEXT NOT NULL REFERENCES prisoner (id),
  kind TEXT NOT NULL
    CONSTRAINT kindKnown CHECK (
      kind = 'admitted' OR kind = 'transferred' OR kind = 'gradeChanged' OR kind = 'solitary'
      OR kind = 'strictManagement' OR kind = 'misconduct' OR kind = 'visitBreach'
      OR kind = 'birth' OR kind = 'nursing' OR kind = 'outOfPrison' OR kind = 'returned'
      OR kind = 'nurseryStart' OR kind = 'nurseryEnd' OR kind = 'parentalRightsTerminated'
      OR kind = 'guardianshipRevoked' OR kind = 'fosterPlacement' OR kind = 'relativePlacement'
      OR kind = 'compellingReason' OR kind = 'servicesMissing'
      OR kind = 'judicialFinding' OR kind = 'trialHomeVisit' OR kind = 'runaway'
      OR kind = 'visitorSuspended' OR kind = 'released'),
  date INTEGER NOT NULL CONSTRAINT dateIsDay CHECK (date BETWEEN -719162 AND 2932896),
  until INTEGER CONSTRAINT untilIsDay CHECK (until BETWEEN -719162 AND 2932896),
  misconduct TEXT
    CONSTRAINT misconductKnown CHECK (
      misconduct = 'drug' OR misconduct = 'alcohol' OR misconduct = 'visit'
      OR misconduct = 'other'),
  note TEXT NOT NULL, guardian TEXT REFERENCES guardian (id), escort TEXT REFERENCES escort (id)
  CONSTRAINT oneVisitor CHECK (guardian IS NULL OR escort IS NULL),
  CONSTRAINT daysOrdered CHECK (until IS NULL OR date <= until)
) STRICT, WITHOUT ROWID;
CREATE TABLE planPrice (
  position INTEGER PRIMARY KEY CONSTRAINT positionPositive CHECK (position >= 1),
  kind TEXT NOT NULL
    CONSTRAINT kindKnown CHECK (
      kind = 'table' OR kind = 'seat' OR kind = 'trip' OR kind = 'budget' OR kind = 'visit'),
  subject TEXT NOT NULL CONSTRAINT subjectNotEmpty CHECK (subject <> ''),
  day INTEGER CONSTRAINT dayIsDay CHECK (day BETWEEN -719162 AND 2932896),
  points INTEGER NOT NULL CONSTRAINT pointsPositive CHECK (points >= 1),
  CONSTRAINT dayUnlessBudget CHECK ((day IS NULL) = (kind = 'budget'))
) STRICT;
CREATE TABLE planLevel (
  position INTEGER PRIMARY KEY CONSTRAINT positionPositive CHECK (position >= 1),
  name TEXT NOT NULL UNIQUE CONSTRAINT nameKnown CHECK (
    name IN ('covered', 'neglect', 'visits', 'minutes', 'changes', 'spacing', 'cost')),
  value INTEGER NOT NULL,
  bound INTEGER
) STRICT;
CREATE TABLE planPrison (
  position INTEGER PRIMARY KEY CONSTRAINT positionPositive CHECK (position >= 1),
  prison TEXT NOT NULL UNIQUE CONSTRAINT prisonNotEmpty CHECK (prison <> ''),
  bound INTEGER NOT NULL,
  score INTEGER NOT NULL
) STRICT;
CREATE INDEX householdByOrganisation ON household (organisation);
CREATE TABLE token (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  role TEXT NOT NULL
    CONSTRAINT roleKnown CHECK (
      role = 'administrator' OR role = 'caseworker' OR role = 'prison' OR role = 'researcher'),
  organisation TEXT CONSTRAINT organisationNotEmpty CHECK (organisation <> ''),
  prison TEXT REFERENCES prison (id),
  label TEXT NOT NULL,
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  revoked INTEGER,
  tokenDigest BLOB NOT NULL UNIQUE
    CONSTRAINT tokenDigestIsSHA256 CHECK (length(tokenDigest) = 32),
  CONSTRAINT endsAfterBeginning CHECK (created < expires),
  CONSTRAINT organisationForCaseworker CHECK ((organisation IS NULL) = (role <> 'caseworker')),
  CONSTRAINT prisonForPrison CHECK ((prison IS NULL) = (role <> 'prison'))
) STRICT, WITHOUT ROWID;
CREATE TABLE visitAct (
  visit TEXT NOT NULL REFERENCES visit (id),
  position INTEGER NOT NULL CONSTRAINT positionPositive CHECK (position >= 1),
  kind TEXT NOT NULL
    CONSTRAINT kindKnown CHECK (
      kind = 'request' OR kind = 'merge' OR kind = 'confirm' OR kind = 'cancel' OR kind = 'held' OR kind = 'cut-short' OR kind = 'missed'
      OR kind = 'turned-away' OR kind = 'refused' OR kind = 'withdrawn' OR kind = 'expired'
      OR kind = 'move' OR kind = 'companion'),
  party TEXT
    CONSTRAINT partyKnown CHECK (
      party = 'household' OR party = 'child' OR party = 'prisoner' OR party = 'prison'
      OR party = 'organisation' OR party = 'operator'),
  reason TEXT NOT NULL,
  moment INTEGER NOT NULL, givenUp TEXT
  CONSTRAINT givenUpByCancellingOrMoving CHECK (givenUp IS NULL OR kind = 'cancel' OR kind = 'move' OR kind = 'refused' OR kind = 'withdrawn'
    OR kind = 'expired'),
  PRIMARY KEY (visit, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE auditEntry (
  position INTEGER PRIMARY KEY CONSTRAINT positionPositive CHECK (position >= 1),
  moment INTEGER NOT NULL,
  actor TEXT NOT NULL CONSTRAINT actorNotEmpty CHECK (actor <> ''),
  act TEXT NOT NULL CONSTRAINT actNotEmpty CHECK (act <> ''),
  subject TEXT NOT NULL,
  facts TEXT NOT NULL CONSTRAINT factsListed CHECK (json_valid(facts) AND json_type(facts) = 'array'),
  digest BLOB NOT NULL CONSTRAINT digestIsSHA256 CHECK (length(digest) = 32)
) STRICT;
CREATE INDEX auditEntryBySubject ON auditEntry (subject);
CREATE TRIGGER auditEntryIsNeverChanged BEFORE UPDATE ON auditEntry
  BEGIN SELECT RAISE (ABORT, 'an audit entry is never changed'); END;
CREATE TRIGGER auditEntryIsNeverDeleted BEFORE DELETE ON auditEntry
  BEGIN SELECT RAISE (ABORT, 'an audit entry is never deleted'); END;
CREATE TABLE "feed" (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  household TEXT REFERENCES household (id),
  prison TEXT REFERENCES prison (id),
  child TEXT REFERENCES child (id),
  escort TEXT REFERENCES escort (id),
  home TEXT REFERENCES household (id),
  prisoner TEXT REFERENCES prisoner (id),
  showsNames INTEGER NOT NULL CONSTRAINT showsNamesIsFlag CHECK (showsNames IN (0, 1)),
  language TEXT NOT NULL CONSTRAINT languageKnown CHECK (language IN ('en', 'zh')),
  created INTEGER NOT NULL,
  revoked INTEGER,
  tokenDigest BLOB NOT NULL UNIQUE
    CONSTRAINT tokenDigestIsSHA256 CHECK (length(tokenDigest) = 32),
  CONSTRAINT oneScope CHECK (
    (household IS NOT NULL) + (prison IS NOT NULL) + (child IS NOT NULL) + (escort IS NOT NULL)
    + (home IS NOT NULL) + (prisoner IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX visitByEscort ON visit (escort, date) WHERE escort IS NOT NULL;
CREATE INDEX visitByPrisoner ON visit (prisoner, date);
CREATE TABLE message (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  visit TEXT NOT NULL REFERENCES visit (id),
  guardian TEXT REFERENCES guardian (id),
  escort TEXT REFERENCES escort (id),
  household TEXT REFERENCES household (id),
  number INTEGER NOT NULL CONSTRAINT numberPositive CHECK (number >= 1),
  kind TEXT NOT NULL
    CONSTRAINT kindKnown CHECK (
      kind = 'proposed' OR kind = 'confirmed' OR kind = 'moved' OR kind = 'cancelled' OR kind = 'relieved'),
  agreed INTEGER NOT NULL CONSTRAINT agreedIsFlag CHECK (agreed IN (0, 1)),
  date INTEGER NOT NULL CONSTRAINT dateIsDay CHECK (date BETWEEN -719162 AND 2932896),
  start INTEGER CONSTRAINT startIsClockTime CHECK (start BETWEEN 0 AND 1440),
  created INTEGER NOT NULL,
  state TEXT NOT NULL
    CONSTRAINT stateKnown CHECK (
      state = 'waiting' OR state = 'delivered' OR state = 'superseded' OR state = 'abandoned'),
  attempts INTEGER NOT NULL CONSTRAINT attemptsNotNegative CHECK (attempts >= 0),
  due INTEGER NOT NULL,
  settled INTEGER,
  remark TEXT NOT NULL,
  CONSTRAINT oneRecipient CHECK (
    (guardian IS NOT NULL) + (escort IS NOT NULL) + (household IS NOT NULL) = 1),
  CONSTRAINT settledUnlessWaiting CHECK ((settled IS NULL) = (state = 'waiting'))
) STRICT, WITHOUT ROWID;
CREATE INDEX messageWaiting ON message (due, id) WHERE state = 'waiting';
CREATE INDEX messageByVisit ON message (visit);
CREATE UNIQUE INDEX visitByNumber ON visit (number);
CREATE INDEX visitByGuardian ON visit (guardian, date) WHERE guardian IS NOT NULL;
CREATE TABLE visitAdult (
  visit TEXT NOT NULL REFERENCES visit (id),
  position INTEGER NOT NULL CONSTRAINT positionAfterFirst CHECK (position >= 2),
  guardian TEXT REFERENCES guardian (id),
  escort TEXT REFERENCES escort (id),
  PRIMARY KEY (visit, position),
  CONSTRAINT oneAdult CHECK ((guardian IS NULL) <> (escort IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX visitAdultByGuardian ON visitAdult (guardian) WHERE guardian IS NOT NULL;
CREATE INDEX visitAdultByEscort ON visitAdult (escort) WHERE escort IS NOT NULL;
CREATE TABLE absence (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  guardian TEXT REFERENCES guardian (id),
  escort TEXT REFERENCES escort (id),
  child TEXT REFERENCES child (id),
  prisoner TEXT REFERENCES prisoner (id),
  firstDay INTEGER NOT NULL CONSTRAINT firstDayIsDay CHECK (firstDay BETWEEN -719162 AND 2932896),
  lastDay INTEGER NOT NULL CONSTRAINT lastDayIsDay CHECK (lastDay BETWEEN -719162 AND 2932896),
  firstMinute INTEGER CONSTRAINT firstMinuteIsClockTime CHECK (firstMinute BETWEEN 0 AND 1440),
  endMinute INTEGER CONSTRAINT endMinuteIsClockTime CHECK (endMinute BETWEEN 0 AND 1440),
  reason TEXT NOT NULL,
  source TEXT NOT NULL,
  CONSTRAINT onePerson CHECK (
    (guardian IS NOT NULL) + (escort IS NOT NULL) + (child IS NOT NULL) + (prisoner IS NOT NULL) = 1),
  CONSTRAINT daysOrdered CHECK (firstDay <= lastDay),
  CONSTRAINT hoursWhole CHECK ((firstMinute IS NULL) = (endMinute IS NULL)),
  CONSTRAINT hoursOrdered CHECK (firstMinute IS NULL OR firstMinute < endMinute)
) STRICT, WITHOUT ROWID;
CREATE INDEX absenceByGuardian ON absence (guardian) WHERE guardian IS NOT NULL;
CREATE INDEX absenceByEscort ON absence (escort) WHERE escort IS NOT NULL;
CREATE INDEX absenceByChild ON absence (child) WHERE child IS NOT NULL;
CREATE INDEX absenceByPrisoner ON absence (prisoner) WHERE prisoner IS NOT NULL;
CREATE TABLE separation (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  first TEXT NOT NULL REFERENCES prisoner (id),
  second TEXT NOT NULL REFERENCES prisoner (id),
  CONSTRAINT twoPrisoners CHECK (first < second)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX separationByPair ON separation (first, second);
CREATE INDEX separationBySecond ON separation (second);
CREATE TABLE organisation (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  nameEnglish TEXT NOT NULL,
  nameChinese TEXT NOT NULL,
  phone TEXT,
  email TEXT,
  CONSTRAINT named CHECK (nameEnglish <> '' OR nameChinese <> '')
) STRICT, WITHOUT ROWID;
CREATE TABLE "budget" (
  organisation TEXT NOT NULL,
  month TEXT NOT NULL CONSTRAINT monthWritten CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  cents INTEGER NOT NULL CONSTRAINT centsNotNegative CHECK (cents >= 0),
  PRIMARY KEY (organisation, month)
) STRICT, WITHOUT ROWID;
CREATE TABLE visitCost (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  visit TEXT NOT NULL REFERENCES visit (id),
  person TEXT NOT NULL,
  cents INTEGER NOT NULL CONSTRAINT centsNotNegative CHECK (cents >= 0),
  kind TEXT NOT NULL
    CONSTRAINT kindKnown CHECK (kind = 'fare' OR kind = 'lodging' OR kind = 'food' OR kind = 'other'),
  receipt TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX visitCostByVisit ON visitCost (visit);
CREATE TABLE visitFlag (
  visit TEXT NOT NULL REFERENCES visit (id),
  code TEXT NOT NULL CONSTRAINT codeNotEmpty CHECK (code <> ''),
  subject TEXT NOT NULL,
  facts TEXT NOT NULL CONSTRAINT factsListed CHECK (json_valid(facts) AND json_type(facts) = 'array'),
  since INTEGER NOT NULL,
  PRIMARY KEY (visit, code, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE visitWaiver (
  visit TEXT NOT NULL REFERENCES visit (id),
  code TEXT NOT NULL CONSTRAINT codeNotEmpty CHECK (code <> ''),
  subject TEXT NOT NULL,
  actor TEXT NOT NULL CONSTRAINT actorNotEmpty CHECK (actor <> ''),
  reason TEXT NOT NULL CONSTRAINT reasonNotEmpty CHECK (reason <> ''),
  moment INTEGER NOT NULL,
  PRIMARY KEY (visit, code, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE planChange (
  position INTEGER PRIMARY KEY,
  visit TEXT NOT NULL REFERENCES visit (id),
  kind TEXT NOT NULL
    CONSTRAINT kindKnown CHECK (
      kind = 'added' OR kind = 'moved' OR kind = 'cancelled' OR kind = 'adult'),
  reasonEnglish TEXT NOT NULL,
  reasonChinese TEXT NOT NULL,
  dateBefore INTEGER
    CONSTRAINT dateBeforeIsDay CHECK (dateBefore BETWEEN -719162 AND 2932896),
  guardianBefore TEXT REFERENCES guardian (id) ON DELETE SET NULL,
  escortBefore TEXT REFERENCES escort (id) ON DELETE SET NULL,
  CONSTRAINT oneAdultBefore CHECK (guardianBefore IS NULL OR escortBefore IS NULL)
) STRICT;
CREATE TABLE upkeep (
  id INTEGER PRIMARY KEY CONSTRAINT oneRow CHECK (id = 1),
  isSimulated INTEGER CONSTRAINT isSimulatedIsTruth CHECK (isSimulated = 0 OR isSimulated = 1),
  lastWrite INTEGER CONSTRAINT lastWriteIsDay CHECK (lastWrite BETWEEN -719162 AND 2932896),
  nightDay INTEGER CONSTRAINT nightDayIsDay CHECK (nightDay BETWEEN -719162 AND 2932896),
  nightEnded INTEGER,
  nightFault TEXT CONSTRAINT nightFaultNotEmpty CHECK (nightFault <> ''),
  backedUp INTEGER,
  CONSTRAINT nightWhole CHECK ((nightDay IS NULL) = (nightEnded IS NULL)),
  CONSTRAINT faultOfNight CHECK (nightFault IS NULL OR nightDay IS NOT NULL)
) STRICT;
CREATE TABLE withdrawnPlan (
  plan INTEGER NOT NULL PRIMARY KEY REFERENCES plan (number),
  moment INTEGER NOT NULL
) STRICT;
CREATE TABLE alias (
  kind TEXT NOT NULL
    CONSTRAINT kindKnown CHECK (
      kind = 'child' OR kind = 'prisoner' OR kind = 'guardian' OR kind = 'escort' OR kind = 'bond'
      OR kind = 'event'),
  id TEXT NOT NULL CONSTRAINT idNotEmpty CHECK (id <> ''),
  current TEXT NOT NULL CONSTRAINT currentNotEmpty CHECK (current <> ''),
  PRIMARY KEY (kind, id),
  CONSTRAINT otherThanItself CHECK (id <> current)
) STRICT, WITHOUT ROWID;
CREATE INDEX aliasByCurrent ON alias (kind, current);
CREATE TRIGGER ledgerEntryIsNeverChanged BEFORE UPDATE ON ledgerEntry
  WHEN NOT (NEW.day = OLD.day AND NEW.unit = OLD.unit AND NEW.kind = OLD.kind AND NEW.cause = OLD.cause
    AND NEW.count = OLD.count AND NEW.since = OLD.since AND NEW.visit IS OLD.visit AND NEW.rule = OLD.rule
    AND (NEW.note = OLD.note AND EXISTS (
        SELECT 1 FROM alias WHERE kind = 'prisoner' AND id = OLD.prisoner AND current = NEW.prisoner)
      OR NEW.note = '' AND NEW.prisoner = OLD.prisoner AND NEW.position = OLD.position))
  BEGIN SELECT RAISE (ABORT, 'a ledger entry is never changed'); END;
