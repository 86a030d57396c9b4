-- A store of schema 9 with the invented people of the English example: planned, a visit confirmed, one cancelled, a feed.
-- It is upgraded in a test and never edited.
BEGIN TRANSACTION;
CREATE TABLE auditEntry (
  position INTEGER PRIMARY KEY CONSTRAINT positionPositive CHECK (position >= 1),
  moment INTEGER NOT NULL,
  actor TEXT NOT NULL CONSTRAINT actorNotEmpty CHECK (actor <> ''),
  act TEXT NOT NULL CONSTRAINT actNotEmpty CHECK (act <> ''),
  subject TEXT NOT NULL,
  facts TEXT NOT NULL CONSTRAINT factsListed CHECK (json_valid(facts) AND json_type(facts) = 'array'),
  digest BLOB NOT NULL CONSTRAINT digestIsSHA256 CHECK (length(digest) = 32)
) STRICT;
INSERT INTO "auditEntry" VALUES(1,1796042909,'local:0','import','table places','["added=3","changed=0"]',X'BE1DEDEF96BFD4A8C2F5B966CE3CD548BEF78A8FB45640CD04F0797AB2369B54');
INSERT INTO "auditEntry" VALUES(2,1796042909,'local:0','import','table prisons','["added=1","changed=0"]',X'29C44D569DE507F1633E5E8ED001A04053538B7125E2D4CD9B4A0781AA5C96C9');
INSERT INTO "auditEntry" VALUES(3,1796042909,'local:0','import','table sessions','["added=3","changed=0"]',X'25B39369CB4B89BD6F0330E952AB25BA0BCE7AD8A724654C19334E3098A83AA2');
INSERT INTO "auditEntry" VALUES(4,1796042909,'local:0','import','table closures','["added=2","changed=0"]',X'2EFEFD7340096BE4492E7F48C9951F96A8DBA9189E3D2947C262B9F0F2962452');
INSERT INTO "auditEntry" VALUES(5,1796042909,'local:0','import','table school_calendars','["added=1","changed=0"]',X'E39B26B53137D552C80F5DD7D70A0874D7C807095E880C593CB61CC7D51AD3E7');
INSERT INTO "auditEntry" VALUES(6,1796042909,'local:0','import','table households','["added=3","changed=0"]',X'9FF649F3901979FAF7A153C6D1C7A125EB5DEFCEBE545485CD726EB97C11069D');
INSERT INTO "auditEntry" VALUES(7,1796042909,'local:0','import','table children','["added=4","changed=0"]',X'7E607FA72E5DAB9492E05E7FD8F9164B4B119E73230AB7F76A503AF9028AABF7');
INSERT INTO "auditEntry" VALUES(8,1796042909,'local:0','import','table guardians','["added=3","changed=0"]',X'93F8C18C953BCABB6DDC34A801B76B839BA8E91B41F2847E3948E4A37DCC01DB');
INSERT INTO "auditEntry" VALUES(9,1796042909,'local:0','import','table prisoners','["added=3","changed=0"]',X'D767408D94A50F58897195DBA4D3AE9CEDC19547E1CF63F5FA34E29C38547F5F');
INSERT INTO "auditEntry" VALUES(10,1796042909,'local:0','import','table prisoner_events','["added=1","changed=0"]',X'4C0A51F1016487BDAAB07315964D364F96F30CD9DDC39AF23F4A8C0F52689F09');
INSERT INTO "auditEntry" VALUES(11,1796042909,'local:0','import','table bonds','["added=4","changed=0"]',X'856D64E55F830E67DA895EDEA4F7157AA09750B16012505047A66B958EC19209');
INSERT INTO "auditEntry" VALUES(12,1796042909,'local:0','import','table parameters','["added=12","changed=0"]',X'FA53FB33F6CFA6D204C30DB3D7BAE21A700C0D2FDF1BEB58A8D0009BABE40E54');
INSERT INTO "auditEntry" VALUES(13,1796042909,'local:0','import','table visits','["added=4","changed=0"]',X'9210E2758C7893E54DBBA5A6F7F5839DACFEDA8018C1ED755F80714ABCF60C61');
INSERT INTO "auditEntry" VALUES(14,1796042909,'local:0','ledger.night','ledgers','["lines=77"]',X'616DE1F025FD7D097DEDD6B7328AFBD39A2EE4D305082C959CCB27356885D60A');
INSERT INTO "auditEntry" VALUES(15,1796042909,'local:0','plan.publish','plan 1','["visits=12"]',X'EF46985F177B35F0D2CE1EA9E8070B0E734354DFF2B0A385706651568F12BF8A');
INSERT INTO "auditEntry" VALUES(16,1796042911,'local:0','visit.request','visit d96da34f-d9ec-48a2-a2a8-af41c4889be5','["from=proposed","by=household"]',X'EE2597ECC53541520A18284AED2EC98E6AFA76F0708DAD4C8168901181FAE40D');
INSERT INTO "auditEntry" VALUES(17,1796042911,'local:0','visit.confirm','visit d96da34f-d9ec-48a2-a2a8-af41c4889be5','["from=requested","by=prison"]',X'9F5F90FBE73F9CA569349BDF670983B6FDC78A7D2D68296AC4E9D1DD9AD314C9');
INSERT INTO "auditEntry" VALUES(18,1796042911,'local:0','visit.cancel','visit c53c8e85-8d7f-4d83-9815-ef1344678938','["from=proposed","by=child"]',X'6BD4F49DF5C3E83A17F1D07B33A0FEF8DF0F68AB0870E0CF0598CCACAF55B61F');
INSERT INTO "auditEntry" VALUES(19,1796042912,'local:0','feed.create','feed 76643b74-3c76-400f-8c4e-05dbd5561a44','["household=EH1"]',X'B93651E34324A3F8CA8F894CEF7B274DF6A402BBDF122ACCCD7315C649D67A55');
CREATE TABLE bond (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  child TEXT NOT NULL REFERENCES child (id),
  prisoner TEXT NOT NULL REFERENCES prisoner (id),
  relation TEXT NOT NULL
    CONSTRAINT relationKnown CHECK (
      relation = 'mother' OR relation = 'father' OR relation = 'stepmother'
      OR relation = 'stepfather' OR relation = 'grandmother' OR relation = 'grandfather'
      OR relation = 'sibling' OR relation = 'guardian' OR relation = 'other'),
  contact TEXT NOT NULL
    CONSTRAINT contactKnown CHECK (
      contact = 'allowed' OR contact = 'on-hold' OR contact = 'declined-by-child'
      OR contact = 'forbidden'),
  papers TEXT NOT NULL CONSTRAINT papersListed
    CHECK (papers = '[]' OR json_valid(papers) AND json_type(papers) = 'array'),
  maxGapDays INTEGER CONSTRAINT maxGapNotNegative CHECK (maxGapDays >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO "bond" VALUES('EB1','EC1','EP1','father','allowed','["birth-certificate"]',28);
INSERT INTO "bond" VALUES('EB2','EC2','EP1','father','allowed','["birth-certificate"]',28);
INSERT INTO "bond" VALUES('EB3','EC3','EP2','father','allowed','["birth-certificate"]',28);
INSERT INTO "bond" VALUES('EB4','EC4','EP3','father','allowed','["birth-certificate"]',28);
CREATE TABLE budget (
  month TEXT NOT NULL PRIMARY KEY
    CONSTRAINT monthWritten CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  cents INTEGER NOT NULL CONSTRAINT centsNotNegative CHECK (cents >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE busyTime (
  escort TEXT NOT NULL PRIMARY KEY REFERENCES escort (id),
  days TEXT NOT NULL CONSTRAINT daysListed CHECK (json_valid(days) AND json_type(days) = 'array')
) STRICT, WITHOUT ROWID;
CREATE TABLE child (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  name TEXT NOT NULL,
  birthDate INTEGER NOT NULL CONSTRAINT birthDateIsDay CHECK (birthDate BETWEEN -719162 AND 2932896),
  household TEXT NOT NULL REFERENCES household (id),
  schoolCalendar TEXT REFERENCES schoolCalendar (id),
  needs TEXT NOT NULL CONSTRAINT needsListed
    CHECK (needs = '[]' OR json_valid(needs) AND json_type(needs) = 'array')
) STRICT, WITHOUT ROWID;
INSERT INTO "child" VALUES('EC1','Perry Ashdown',17295,'EH1','GB-TYPICAL','[]');
INSERT INTO "child" VALUES('EC2','Orla Ashdown',18556,'EH1','GB-TYPICAL','[]');
INSERT INTO "child" VALUES('EC3','Finn Birkby',16087,'EH2','GB-TYPICAL','[]');
INSERT INTO "child" VALUES('EC4','Ivy Copley',19876,'EH3',NULL,'[]');
CREATE TABLE closure (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  prison TEXT NOT NULL REFERENCES prison (id),
  template TEXT REFERENCES sessionTemplate (id),
  firstDay INTEGER NOT NULL CONSTRAINT firstDayIsDay CHECK (firstDay BETWEEN -719162 AND 2932896),
  lastDay INTEGER NOT NULL CONSTRAINT lastDayIsDay CHECK (lastDay BETWEEN -719162 AND 2932896),
  reason TEXT NOT NULL,
  CONSTRAINT daysOrdered CHECK (firstDay <= lastDay)
) STRICT, WITHOUT ROWID;
INSERT INTO "closure" VALUES('X-GB-LEEDS-NY','GB-LEEDS',NULL,20819,20819,'New Year''s Day (assumed)');
INSERT INTO "closure" VALUES('X-GB-LEEDS-XMAS','GB-LEEDS',NULL,20812,20813,'Christmas (assumed)');
CREATE TABLE distance (
  fromPlace TEXT NOT NULL REFERENCES place (id),
  toPlace TEXT NOT NULL REFERENCES place (id),
  metres INTEGER NOT NULL CONSTRAINT metresNotNegative CHECK (metres >= 0),
  minutes INTEGER CONSTRAINT minutesNotNegative CHECK (minutes >= 0),
  PRIMARY KEY (fromPlace, toPlace)
) STRICT, WITHOUT ROWID;
CREATE TABLE escort (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  name TEXT NOT NULL,
  home TEXT NOT NULL REFERENCES household (id),
  weekdays TEXT NOT NULL CONSTRAINT weekdaysAreDigits CHECK (weekdays NOT GLOB '*[^1-7]*'),
  firstDay INTEGER NOT NULL CONSTRAINT firstDayIsDay CHECK (firstDay BETWEEN -719162 AND 2932896),
  lastDay INTEGER NOT NULL CONSTRAINT lastDayIsDay CHECK (lastDay BETWEEN -719162 AND 2932896),
  maxChildren INTEGER NOT NULL CONSTRAINT maxChildrenNotNegative CHECK (maxChildren >= 0),
  vettedUntil INTEGER CONSTRAINT vettedUntilIsDay CHECK (vettedUntil BETWEEN -719162 AND 2932896),
  phone TEXT, email TEXT,
  CONSTRAINT daysOrdered CHECK (firstDay <= lastDay)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "feed" VALUES('76643b74-3c76-400f-8c4e-05dbd5561a44','EH1',NULL,NULL,NULL,NULL,NULL,0,'en',1796042912,NULL,X'369E461F8E2FC99195FD5A26E07A602A6D3E6CCCA899701E7594A79B5B7EE73C');
CREATE TABLE guardian (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  name TEXT NOT NULL,
  household TEXT NOT NULL REFERENCES household (id),
  relation TEXT NOT NULL
    CONSTRAINT relationKnown CHECK (
      relation = 'mother' OR relation = 'father' OR relation = 'grandmother'
      OR relation = 'grandfather' OR relation = 'aunt' OR relation = 'uncle'
      OR relation = 'sibling' OR relation = 'foster' OR relation = 'carer' OR relation = 'other'),
  birthDate INTEGER CONSTRAINT birthDateIsDay CHECK (birthDate BETWEEN -719162 AND 2932896),
  phone TEXT,
  accompanies INTEGER NOT NULL CONSTRAINT accompaniesIsFlag CHECK (accompanies IN (0, 1)),
  weekdays TEXT NOT NULL CONSTRAINT weekdaysAreDigits CHECK (weekdays NOT GLOB '*[^1-7]*')
, email TEXT) STRICT, WITHOUT ROWID;
INSERT INTO "guardian" VALUES('EG1','Jean Ashdown','EH1','grandmother',-3254,'000-0002-0201',1,'67',NULL);
INSERT INTO "guardian" VALUES('EG2','Mara Birkby','EH2','mother',7530,'000-0002-0202',1,'1234567',NULL);
INSERT INTO "guardian" VALUES('EG3','Tess Copley','EH3','mother',9464,'000-0002-0203',1,'1234567',NULL);
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
INSERT INTO "household" VALUES('EH1','Ashdown family (invented)','family','bradford','en','000-0002-0101',360,1260,NULL,NULL);
INSERT INTO "household" VALUES('EH2','Birkby family (invented)','family','york','en','000-0002-0102',360,1260,NULL,NULL);
INSERT INTO "household" VALUES('EH3','Copley family (invented)','family','leeds','en','000-0002-0103',360,1260,NULL,NULL);
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
      OR kind = 'withdrawn' OR kind = 'waived'),
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
INSERT INTO "ledgerEntry" VALUES('EP1',1,20486,'visit-order','granted','night',1,20486,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',2,20500,'visit-order','granted','night',1,20500,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',3,20514,'visit-order','granted','night',1,20514,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',4,20515,'visit-order','accumulated','night',1,20515,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',5,20528,'visit-order','granted','night',1,20528,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',6,20529,'visit-order','accumulated','night',1,20529,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',7,20542,'visit-order','granted','night',1,20542,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',8,20543,'visit-order','accumulated','night',1,20543,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',9,20556,'visit-order','granted','night',1,20556,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',10,20557,'visit-order','accumulated','night',1,20557,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',11,20570,'visit-order','granted','night',1,20570,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',12,20571,'visit-order','accumulated','night',1,20571,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',13,20584,'visit-order','granted','night',1,20584,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',14,20585,'visit-order','accumulated','night',1,20585,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',15,20589,'visit-order','used','visit',1,20589,'EV1','','');
INSERT INTO "ledgerEntry" VALUES('EP1',16,20598,'visit-order','granted','night',1,20598,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',17,20599,'visit-order','accumulated','night',1,20599,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',18,20612,'visit-order','granted','night',1,20612,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',19,20613,'visit-order','accumulated','night',1,20613,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',20,20626,'visit-order','granted','night',1,20626,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',21,20627,'visit-order','accumulated','night',1,20627,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',22,20640,'visit-order','granted','night',1,20640,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',23,20641,'visit-order','accumulated','night',1,20641,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',24,20654,'visit-order','granted','night',1,20654,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',25,20655,'visit-order','accumulated','night',1,20655,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',26,20668,'visit-order','granted','night',1,20668,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',27,20669,'visit-order','accumulated','night',1,20669,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',28,20682,'visit-order','granted','night',1,20682,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',29,20683,'visit-order','accumulated','night',1,20683,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',30,20687,'visit-order','used','visit',1,20687,'EV2','','');
INSERT INTO "ledgerEntry" VALUES('EP1',31,20696,'visit-order','granted','night',1,20696,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',32,20697,'visit-order','accumulated','night',1,20697,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',33,20710,'visit-order','granted','night',1,20710,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',34,20711,'visit-order','accumulated','night',1,20711,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',35,20724,'visit-order','granted','night',1,20724,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',36,20725,'visit-order','accumulated','night',1,20725,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',37,20738,'visit-order','granted','night',1,20738,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',38,20739,'visit-order','accumulated','night',1,20739,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',39,20752,'visit-order','granted','night',1,20752,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',40,20753,'visit-order','accumulated','night',1,20753,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',41,20766,'visit-order','granted','night',1,20766,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',42,20767,'visit-order','accumulated','night',1,20767,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP1',43,20780,'visit-order','granted','night',1,20780,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',1,20619,'visit-order','granted','night',1,20619,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',2,20619,'privilege-order','granted','night',1,20619,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',3,20633,'visit-order','granted','night',1,20633,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',4,20647,'visit-order','granted','night',1,20647,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',5,20647,'privilege-order','granted','night',1,20647,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',6,20648,'visit-order','accumulated','night',1,20648,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',7,20648,'privilege-order','expired','night',1,20648,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',8,20661,'visit-order','granted','night',1,20661,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',9,20662,'visit-order','accumulated','night',1,20662,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',10,20675,'visit-order','granted','night',1,20675,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',11,20675,'privilege-order','granted','night',1,20675,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',12,20676,'visit-order','accumulated','night',1,20676,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',13,20676,'privilege-order','expired','night',1,20676,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',14,20689,'visit-order','granted','night',1,20689,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',15,20690,'visit-order','accumulated','night',1,20690,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',16,20701,'privilege-order','used','visit',1,20701,'EV3','','');
INSERT INTO "ledgerEntry" VALUES('EP2',17,20703,'visit-order','granted','night',1,20703,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',18,20703,'privilege-order','granted','night',1,20703,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',19,20704,'visit-order','accumulated','night',1,20704,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',20,20717,'visit-order','granted','night',1,20717,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',21,20718,'visit-order','accumulated','night',1,20718,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',22,20731,'visit-order','granted','night',1,20731,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',23,20731,'privilege-order','granted','night',1,20731,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',24,20732,'visit-order','accumulated','night',1,20732,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',25,20732,'privilege-order','expired','night',1,20732,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',26,20736,'privilege-order','used','visit',1,20736,'EV4','','');
INSERT INTO "ledgerEntry" VALUES('EP2',27,20745,'visit-order','granted','night',1,20745,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',28,20746,'visit-order','accumulated','night',1,20746,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',29,20759,'visit-order','granted','night',1,20759,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',30,20759,'privilege-order','granted','night',1,20759,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',31,20760,'visit-order','accumulated','night',1,20760,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',32,20773,'visit-order','granted','night',1,20773,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP2',33,20774,'visit-order','accumulated','night',1,20774,NULL,'EW-VO-CODE','');
INSERT INTO "ledgerEntry" VALUES('EP3',1,20780,'visit','granted','night',3,20780,NULL,'EW-PR-35.1','');
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
CREATE TABLE parameter (
  name TEXT NOT NULL PRIMARY KEY CONSTRAINT nameNotEmpty CHECK (name <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "parameter" VALUES('ew.max_visitors','4');
INSERT INTO "parameter" VALUES('ew.minutes_per_visit','60');
INSERT INTO "parameter" VALUES('ew.privilege_orders.enhanced','1');
INSERT INTO "parameter" VALUES('ew.visit_orders','1');
INSERT INTO "parameter" VALUES('plan.max_gap_days','28');
INSERT INTO "parameter" VALUES('plan.weeks','8');
INSERT INTO "parameter" VALUES('travel.currency','GBP');
INSERT INTO "parameter" VALUES('travel.max_hours.other','12');
INSERT INTO "parameter" VALUES('travel.max_hours.under_14','8');
INSERT INTO "parameter" VALUES('travel.max_hours.under_6','5');
INSERT INTO "parameter" VALUES('travel.road.detour','1.25');
INSERT INTO "parameter" VALUES('travel.road.kmh','70');
CREATE TABLE place (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  nameEnglish TEXT NOT NULL,
  nameChinese TEXT NOT NULL,
  latitude REAL CONSTRAINT latitudeOnEarth CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CONSTRAINT longitudeOnEarth CHECK (longitude BETWEEN -180 AND 180),
  precision TEXT NOT NULL
    CONSTRAINT precisionKnown CHECK (
      precision = 'site' OR precision = 'city-centre' OR precision = 'approximate'),
  CONSTRAINT named CHECK (nameEnglish <> '' OR nameChinese <> ''),
  CONSTRAINT coordinateWhole CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO "place" VALUES('bradford','Bradford','布拉德福德',53.79,-1.75,'city-centre');
INSERT INTO "place" VALUES('leeds','Leeds','利兹',53.8,-1.55,'city-centre');
INSERT INTO "place" VALUES('york','York','约克',53.96,-1.08,'city-centre');
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
INSERT INTO "plan" VALUES(1,20780,20781,20836,1796042909,'data 1 · today 2026-11-23 · days 2026-11-24…2027-01-18 · rules 1be4708aa1e73601 · seed 1 · rounds 100',-193643,-193643,4,4);
CREATE TABLE planChange (
  position INTEGER PRIMARY KEY,
  visit TEXT NOT NULL REFERENCES visit (id),
  kind TEXT NOT NULL
    CONSTRAINT kindKnown CHECK (
      kind = 'added' OR kind = 'moved' OR kind = 'cancelled'),
  reasonEnglish TEXT NOT NULL,
  reasonChinese TEXT NOT NULL
) STRICT;
CREATE TABLE planLevel (
  position INTEGER PRIMARY KEY CONSTRAINT positionPositive CHECK (position >= 1),
  name TEXT NOT NULL UNIQUE CONSTRAINT nameKnown CHECK (
    name IN ('covered', 'neglect', 'visits', 'minutes', 'changes', 'spacing', 'cost')),
  value INTEGER NOT NULL,
  bound INTEGER
) STRICT;
INSERT INTO "planLevel" VALUES(1,'covered',4,4);
INSERT INTO "planLevel" VALUES(2,'neglect',28576,NULL);
INSERT INTO "planLevel" VALUES(3,'visits',12,34);
INSERT INTO "planLevel" VALUES(4,'minutes',720,NULL);
INSERT INTO "planLevel" VALUES(5,'changes',0,0);
INSERT INTO "planLevel" VALUES(6,'spacing',44661,NULL);
INSERT INTO "planLevel" VALUES(7,'cost',1462,NULL);
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
CREATE TABLE planPrison (
  position INTEGER PRIMARY KEY CONSTRAINT positionPositive CHECK (position >= 1),
  prison TEXT NOT NULL UNIQUE CONSTRAINT prisonNotEmpty CHECK (prison <> ''),
  bound INTEGER NOT NULL,
  score INTEGER NOT NULL
) STRICT;
INSERT INTO "planPrison" VALUES(1,'GB-LEEDS',-193643,-193643);
CREATE TABLE planVisit (
  visit TEXT NOT NULL PRIMARY KEY REFERENCES visit (id)
) STRICT, WITHOUT ROWID;
INSERT INTO "planVisit" VALUES('1f6ab05d-94dd-4df4-a3e4-0c30292cd96e');
INSERT INTO "planVisit" VALUES('30a3b85e-bc0a-4e67-9340-51fa379952ed');
INSERT INTO "planVisit" VALUES('39939f90-96b6-4d2e-b2ea-df89661f2921');
INSERT INTO "planVisit" VALUES('419c9142-af3f-4a3a-bdde-01ba2e262459');
INSERT INTO "planVisit" VALUES('4200155c-a15a-484f-a06d-fef933a55dbd');
INSERT INTO "planVisit" VALUES('955c04cf-5bf5-4565-9ed4-e79731296787');
INSERT INTO "planVisit" VALUES('c105fe6e-6984-4582-ba7d-3cc52f3ef9e8');
INSERT INTO "planVisit" VALUES('c53c8e85-8d7f-4d83-9815-ef1344678938');
INSERT INTO "planVisit" VALUES('cda397a3-750d-46d5-8923-28ad0447ef79');
INSERT INTO "planVisit" VALUES('d05003f8-88c6-44b4-960d-1475d5e2f409');
INSERT INTO "planVisit" VALUES('d96da34f-d9ec-48a2-a2a8-af41c4889be5');
INSERT INTO "planVisit" VALUES('dda518f0-c71e-4a69-b429-4c4b2d519e91');
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
  phone TEXT,
  CONSTRAINT named CHECK (nameEnglish <> '' OR nameChinese <> ''),
  CONSTRAINT noticeOrdered CHECK (noticeMinimumDays <= noticeMaximumDays)
) STRICT, WITHOUT ROWID;
INSERT INTO "prison" VALUES('GB-LEEDS','HMP Leeds','利兹监狱','GB-EAW','prison','male','leeds','Europe/London',4,2,28,30,'000-0002-0001');
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
      OR sentence = 'remand'),
  consents INTEGER NOT NULL CONSTRAINT consentsIsFlag CHECK (consents IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO "prisoner" VALUES('EP1','Ray Ashdown','male','GB-LEEDS',6645,'standard',20486,21581,'fixed-term',1);
INSERT INTO "prisoner" VALUES('EP2','Colm Birkby','male','GB-LEEDS',6182,'enhanced',20619,22079,'fixed-term',1);
INSERT INTO "prisoner" VALUES('EP3','Dan Copley','male','GB-LEEDS',8882,NULL,20745,NULL,'remand',1);
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
      OR kind = 'visitorSuspended' OR kind = 'released'),
  date INTEGER NOT NULL CONSTRAINT dateIsDay CHECK (date BETWEEN -719162 AND 2932896),
  until INTEGER CONSTRAINT untilIsDay CHECK (until BETWEEN -719162 AND 2932896),
  misconduct TEXT
    CONSTRAINT misconductKnown CHECK (
      misconduct = 'drug' OR misconduct = 'alcohol' OR misconduct = 'visit'
      OR misconduct = 'other'),
  note TEXT NOT NULL,
  CONSTRAINT daysOrdered CHECK (until IS NULL OR date <= until)
) STRICT, WITHOUT ROWID;
INSERT INTO "prisonerEvent" VALUES('ET1','EP2','gradeChanged',20697,NULL,NULL,'enhanced');
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
      OR code = 'sessions-full' OR code = 'too-soon' OR code = 'outweighed'),
  facts TEXT NOT NULL CONSTRAINT factsListed CHECK (json_valid(facts) AND json_type(facts) = 'array'),
  sentenceEnglish TEXT NOT NULL,
  sentenceChinese TEXT NOT NULL,
  wouldHelp TEXT NOT NULL
    CONSTRAINT wouldHelpListed CHECK (json_valid(wouldHelp) AND json_type(wouldHelp) = 'array'),
  PRIMARY KEY (child, prisoner)
) STRICT, WITHOUT ROWID;
CREATE TABLE schoolCalendar (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  stretches TEXT NOT NULL
    CONSTRAINT stretchesListed CHECK (json_valid(stretches) AND json_type(stretches) = 'array')
) STRICT;
INSERT INTO "schoolCalendar" VALUES('GB-TYPICAL','[["term",20759,20805,"autumn term (typical)"],["holiday",20806,20821,"Christmas holiday (typical)"],["term",20822,20902,"spring term (typical)"]]');
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
INSERT INTO "sessionTemplate" VALUES('GB-LEEDS-SAT-0930','GB-LEEDS',6,1,19723,NULL,570,60,'["table"]',3,NULL,NULL,NULL,NULL);
INSERT INTO "sessionTemplate" VALUES('GB-LEEDS-SUN-1400','GB-LEEDS',7,1,19723,NULL,840,60,'["table"]',3,NULL,NULL,NULL,NULL);
INSERT INTO "sessionTemplate" VALUES('GB-LEEDS-WED-1400','GB-LEEDS',3,1,19723,NULL,840,60,'["table"]',3,NULL,NULL,NULL,NULL);
CREATE TABLE storeState (
  id INTEGER PRIMARY KEY CONSTRAINT oneRow CHECK (id = 1),
  revision INTEGER NOT NULL CONSTRAINT revisionCounts CHECK (revision >= 0),
  dataRevision INTEGER NOT NULL
    CONSTRAINT dataRevisionFollows CHECK (dataRevision BETWEEN 0 AND revision)
) STRICT;
INSERT INTO "storeState" VALUES(1,7,6);
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
CREATE TABLE visit (
  id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
  origin TEXT NOT NULL CONSTRAINT originKnown CHECK (origin IN ('entered', 'planned')),
  status TEXT NOT NULL
    CONSTRAINT statusKnown CHECK (
      status = 'proposed' OR status = 'requested' OR status = 'confirmed' OR status = 'held'
      OR status = 'missed' OR status = 'cancelled'),
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
  changed INTEGER NOT NULL,
  CONSTRAINT oneCompanion CHECK (guardian IS NULL OR escort IS NULL)
) STRICT;
INSERT INTO "visit" VALUES('EV1','entered','held','EP1','EH1','EG1',NULL,'GB-LEEDS',NULL,20589,570,60,'table','[]',NULL,'[]',0,1796042909);
INSERT INTO "visit" VALUES('EV2','entered','held','EP1','EH1','EG1',NULL,'GB-LEEDS',NULL,20687,570,60,'table','[]',NULL,'[]',0,1796042909);
INSERT INTO "visit" VALUES('EV3','entered','held','EP2','EH2','EG2',NULL,'GB-LEEDS',NULL,20701,570,60,'table','[]',NULL,'[]',0,1796042909);
INSERT INTO "visit" VALUES('EV4','entered','held','EP2','EH2','EG2',NULL,'GB-LEEDS',NULL,20736,570,60,'table','[]',NULL,'[]',0,1796042909);
INSERT INTO "visit" VALUES('c53c8e85-8d7f-4d83-9815-ef1344678938','planned','cancelled','EP2','EH2','EG2',NULL,'GB-LEEDS','GB-LEEDS-WED-1400@2026-11-25',20782,840,60,'table','[]','[0,4002,[2001,1,[["walk","york","york",29926811,29926831,null,null,null],["road","york","leeds",29926831,29926870,44469,null,null],["walk","leeds","leeds",29926870,29926890,null,null,null]]],[2001,1,[["walk","leeds","leeds",29926980,29927000,null,null,null],["road","leeds","york",29927000,29927039,44469,null,null],["walk","york","york",29927039,29927059,null,null,null]]],[1,1,0],[]]','[["By then the last visit is 46 days ago, longer than the 28 days that should not be exceeded; so it counts among the first to be planned.","届时距上次会见 46 天，超过了不宜超过的 28 天，因此优先安排。"],["It falls on a school day; the school needs a note.","当天要上学，需要向学校请假。"],["The journey there and back fits into one day.","当天可以往返。"],["The rules that apply give 2 visits in 28 days.","适用的规则为每 28 天 2 次。"]]',1,1796042911);
INSERT INTO "visit" VALUES('cda397a3-750d-46d5-8923-28ad0447ef79','planned','proposed','EP3','EH3','EG3',NULL,'GB-LEEDS','GB-LEEDS-WED-1400@2026-11-25',20782,840,60,'table','[]','[0,400,[200,1,[["road","leeds","leeds",29926860,29926890,null,null,null]]],[200,1,[["road","leeds","leeds",29926980,29927010,null,null,null]]],[1,0,1],[]]','[["It is the first visit on record, so it was placed early.","这是有记录以来的第一次会见，因此尽早安排。"],["The journey there and back fits into one day.","当天可以往返。"],["The rules that apply give 3 visits in 7 days.","适用的规则为每 7 天 3 次。"]]',0,1796042909);
INSERT INTO "visit" VALUES('d96da34f-d9ec-48a2-a2a8-af41c4889be5','planned','confirmed','EP1','EH1','EG1',NULL,'GB-LEEDS','GB-LEEDS-SAT-0930@2026-11-28',20785,570,60,'table','[]','[0,1976,[988,1,[["walk","bradford","bradford",29930885,29930905,null,null,null],["road","bradford","leeds",29930905,29930920,16479,null,null],["walk","leeds","leeds",29930920,29930940,null,null,null]]],[988,1,[["walk","leeds","leeds",29931030,29931050,null,null,null],["road","leeds","bradford",29931050,29931065,16479,null,null],["walk","bradford","bradford",29931065,29931085,null,null,null]]],[1,2,0],[]]','[["By then the last visit is 196 days ago, longer than the 28 days that should not be exceeded; so it counts among the first to be planned.","届时距上次会见 196 天，超过了不宜超过的 28 天，因此优先安排。"],["The 2 children of the household go together.","家里的 2 个孩子一起去。"],["There is no school that day.","当天不上学。"],["The journey there and back fits into one day.","当天可以往返。"],["The rules that apply give 2 visits in 28 days.","适用的规则为每 28 天 2 次。"]]',2,1796042911);
INSERT INTO "visit" VALUES('c105fe6e-6984-4582-ba7d-3cc52f3ef9e8','planned','proposed','EP3','EH3','EG3',NULL,'GB-LEEDS','GB-LEEDS-WED-1400@2026-12-02',20789,840,60,'table','[]','[0,400,[200,1,[["road","leeds","leeds",29936940,29936970,null,null,null]]],[200,1,[["road","leeds","leeds",29937060,29937090,null,null,null]]],[1,0,1],[]]','[["It is the first visit on record, so it was placed early.","这是有记录以来的第一次会见，因此尽早安排。"],["The journey there and back fits into one day.","当天可以往返。"],["The rules that apply give 3 visits in 7 days.","适用的规则为每 7 天 3 次。"]]',0,1796042909);
INSERT INTO "visit" VALUES('4200155c-a15a-484f-a06d-fef933a55dbd','planned','proposed','EP2','EH2','EG2',NULL,'GB-LEEDS','GB-LEEDS-SAT-0930@2026-12-05',20792,570,60,'table','[]','[0,4002,[2001,1,[["walk","york","york",29940941,29940961,null,null,null],["road","york","leeds",29940961,29941000,44469,null,null],["walk","leeds","leeds",29941000,29941020,null,null,null]]],[2001,1,[["walk","leeds","leeds",29941110,29941130,null,null,null],["road","leeds","york",29941130,29941169,44469,null,null],["walk","york","york",29941169,29941189,null,null,null]]],[1,1,0],[]]','[["By then the last visit is 56 days ago, longer than the 28 days that should not be exceeded; so it counts among the first to be planned.","届时距上次会见 56 天，超过了不宜超过的 28 天，因此优先安排。"],["There is no school that day.","当天不上学。"],["The journey there and back fits into one day.","当天可以往返。"],["The rules that apply give 2 visits in 28 days.","适用的规则为每 28 天 2 次。"]]',0,1796042909);
INSERT INTO "visit" VALUES('dda518f0-c71e-4a69-b429-4c4b2d519e91','planned','proposed','EP1','EH1','EG1',NULL,'GB-LEEDS','GB-LEEDS-SAT-0930@2026-12-05',20792,570,60,'table','[]','[0,1976,[988,1,[["walk","bradford","bradford",29940965,29940985,null,null,null],["road","bradford","leeds",29940985,29941000,16479,null,null],["walk","leeds","leeds",29941000,29941020,null,null,null]]],[988,1,[["walk","leeds","leeds",29941110,29941130,null,null,null],["road","leeds","bradford",29941130,29941145,16479,null,null],["walk","bradford","bradford",29941145,29941165,null,null,null]]],[1,2,0],[]]','[["By then the last visit is 203 days ago, longer than the 28 days that should not be exceeded; so it counts among the first to be planned.","届时距上次会见 203 天，超过了不宜超过的 28 天，因此优先安排。"],["The 2 children of the household go together.","家里的 2 个孩子一起去。"],["There is no school that day.","当天不上学。"],["The journey there and back fits into one day.","当天可以往返。"],["The rules that apply give 2 visits in 28 days.","适用的规则为每 28 天 2 次。"]]',0,1796042909);
INSERT INTO "visit" VALUES('1f6ab05d-94dd-4df4-a3e4-0c30292cd96e','planned','proposed','EP3','EH3','EG3',NULL,'GB-LEEDS','GB-LEEDS-SAT-0930@2026-12-12',20799,570,60,'table','[]','[0,400,[200,1,[["road","leeds","leeds",29951070,29951100,null,null,null]]],[200,1,[["road","leeds","leeds",29951190,29951220,null,null,null]]],[1,0,1],[]]','[["It is the first visit on record, so it was placed early.","这是有记录以来的第一次会见，因此尽早安排。"],["The journey there and back fits into one day.","当天可以往返。"],["The rules that apply give 3 visits in 7 days.","适用的规则为每 7 天 3 次。"]]',0,1796042909);
INSERT INTO "visit" VALUES('955c04cf-5bf5-4565-9ed4-e79731296787','planned','proposed','EP2','EH2','EG2',NULL,'GB-LEEDS','GB-LEEDS-SAT-0930@2026-12-12',20799,570,60,'table','[]','[0,4002,[2001,1,[["walk","york","york",29951021,29951041,null,null,null],["road","york","leeds",29951041,29951080,44469,null,null],["walk","leeds","leeds",29951080,29951100,null,null,null]]],[2001,1,[["walk","leeds","leeds",29951190,29951210,null,null,null],["road","leeds","york",29951210,29951249,44469,null,null],["walk","york","york",29951249,29951269,null,null,null]]],[1,1,0],[]]','[["By then the last visit is 63 days ago, longer than the 28 days that should not be exceeded; so it counts among the first to be planned.","届时距上次会见 63 天，超过了不宜超过的 28 天，因此优先安排。"],["There is no school that day.","当天不上学。"],["The journey there and back fits into one day.","当天可以往返。"],["The rules that apply give 2 visits in 28 days.","适用的规则为每 28 天 2 次。"]]',0,1796042909);
INSERT INTO "visit" VALUES('39939f90-96b6-4d2e-b2ea-df89661f2921','planned','proposed','EP1','EH1','EG1',NULL,'GB-LEEDS','GB-LEEDS-SUN-1400@2026-12-13',20800,840,60,'table','[]','[0,1976,[988,1,[["walk","bradford","bradford",29952755,29952775,null,null,null],["road","bradford","leeds",29952775,29952790,16479,null,null],["walk","leeds","leeds",29952790,29952810,null,null,null]]],[988,1,[["walk","leeds","leeds",29952900,29952920,null,null,null],["road","leeds","bradford",29952920,29952935,16479,null,null],["walk","bradford","bradford",29952935,29952955,null,null,null]]],[1,2,0],[]]','[["By then the last visit is 211 days ago, longer than the 28 days that should not be exceeded; so it counts among the first to be planned.","届时距上次会见 211 天，超过了不宜超过的 28 天，因此优先安排。"],["The 2 children of the household go together.","家里的 2 个孩子一起去。"],["There is no school that day.","当天不上学。"],["The journey there and back fits into one day.","当天可以往返。"],["The rules that apply give 2 visits in 28 days.","适用的规则为每 28 天 2 次。"]]',0,1796042909);
INSERT INTO "visit" VALUES('30a3b85e-bc0a-4e67-9340-51fa379952ed','planned','proposed','EP3','EH3','EG3',NULL,'GB-LEEDS','GB-LEEDS-SUN-1400@2026-12-20',20807,840,60,'table','[]','[0,400,[200,1,[["road","leeds","leeds",29962860,29962890,null,null,null]]],[200,1,[["road","leeds","leeds",29962980,29963010,null,null,null]]],[1,0,1],[]]','[["It is the first visit on record, so it was placed early.","这是有记录以来的第一次会见，因此尽早安排。"],["The journey there and back fits into one day.","当天可以往返。"],["The rules that apply give 3 visits in 7 days.","适用的规则为每 7 天 3 次。"]]',0,1796042909);
INSERT INTO "visit" VALUES('419c9142-af3f-4a3a-bdde-01ba2e262459','planned','proposed','EP2','EH2','EG2',NULL,'GB-LEEDS','GB-LEEDS-SUN-1400@2026-12-20',20807,840,60,'table','[]','[0,4002,[2001,1,[["walk","york","york",29962811,29962831,null,null,null],["road","york","leeds",29962831,29962870,44469,null,null],["walk","leeds","leeds",29962870,29962890,null,null,null]]],[2001,1,[["walk","leeds","leeds",29962980,29963000,null,null,null],["road","leeds","york",29963000,29963039,44469,null,null],["walk","york","york",29963039,29963059,null,null,null]]],[1,1,0],[]]','[["By then the last visit is 71 days ago, longer than the 28 days that should not be exceeded; so it counts among the first to be planned.","届时距上次会见 71 天，超过了不宜超过的 28 天，因此优先安排。"],["There is no school that day.","当天不上学。"],["The journey there and back fits into one day.","当天可以往返。"],["The rules that apply give 2 visits in 28 days.","适用的规则为每 28 天 2 次。"]]',0,1796042909);
INSERT INTO "visit" VALUES('d05003f8-88c6-44b4-960d-1475d5e2f409','planned','proposed','EP1','EH1','EG1',NULL,'GB-LEEDS','GB-LEEDS-SUN-1400@2026-12-20',20807,840,60,'table','[]','[0,1976,[988,1,[["walk","bradford","bradford",29962835,29962855,null,null,null],["road","bradford","leeds",29962855,29962870,16479,null,null],["walk","leeds","leeds",29962870,29962890,null,null,null]]],[988,1,[["walk","leeds","leeds",29962980,29963000,null,null,null],["road","leeds","bradford",29963000,29963015,16479,null,null],["walk","bradford","bradford",29963015,29963035,null,null,null]]],[1,2,0],[]]','[["By then the last visit is 218 days ago, longer than the 28 days that should not be exceeded; so it counts among the first to be planned.","届时距上次会见 218 天，超过了不宜超过的 28 天，因此优先安排。"],["The 2 children of the household go together.","家里的 2 个孩子一起去。"],["There is no school that day.","当天不上学。"],["The journey there and back fits into one day.","当天可以往返。"],["The rules that apply give 2 visits in 28 days.","适用的规则为每 28 天 2 次。"]]',0,1796042909);
CREATE TABLE visitAct (
  visit TEXT NOT NULL REFERENCES visit (id),
  position INTEGER NOT NULL CONSTRAINT positionPositive CHECK (position >= 1),
  kind TEXT NOT NULL
    CONSTRAINT kindKnown CHECK (
      kind = 'request' OR kind = 'confirm' OR kind = 'cancel' OR kind = 'held' OR kind = 'missed'
      OR kind = 'move'),
  party TEXT
    CONSTRAINT partyKnown CHECK (
      party = 'household' OR party = 'child' OR party = 'prisoner' OR party = 'prison'
      OR party = 'organisation' OR party = 'operator'),
  reason TEXT NOT NULL,
  moment INTEGER NOT NULL, givenUp TEXT
  CONSTRAINT givenUpByCancellingOrMoving CHECK (givenUp IS NULL OR kind = 'cancel' OR kind = 'move'),
  PRIMARY KEY (visit, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "visitAct" VALUES('c53c8e85-8d7f-4d83-9815-ef1344678938',1,'cancel','child','a match',1796042911,'GB-LEEDS-WED-1400@2026-11-25');
INSERT INTO "visitAct" VALUES('d96da34f-d9ec-48a2-a2a8-af41c4889be5',1,'request','household','',1796042911,NULL);
INSERT INTO "visitAct" VALUES('d96da34f-d9ec-48a2-a2a8-af41c4889be5',2,'confirm','prison','',1796042911,NULL);
CREATE TABLE visitChild (
  child TEXT NOT NULL REFERENCES child (id),
  visit TEXT NOT NULL REFERENCES visit (id),
  PRIMARY KEY (child, visit)
) STRICT, WITHOUT ROWID;
INSERT INTO "visitChild" VALUES('EC4','1f6ab05d-94dd-4df4-a3e4-0c30292cd96e');
INSERT INTO "visitChild" VALUES('EC4','30a3b85e-bc0a-4e67-9340-51fa379952ed');
INSERT INTO "visitChild" VALUES('EC1','39939f90-96b6-4d2e-b2ea-df89661f2921');
INSERT INTO "visitChild" VALUES('EC2','39939f90-96b6-4d2e-b2ea-df89661f2921');
INSERT INTO "visitChild" VALUES('EC3','419c9142-af3f-4a3a-bdde-01ba2e262459');
INSERT INTO "visitChild" VALUES('EC3','4200155c-a15a-484f-a06d-fef933a55dbd');
INSERT INTO "visitChild" VALUES('EC3','955c04cf-5bf5-4565-9ed4-e79731296787');
INSERT INTO "visitChild" VALUES('EC1','EV1');
INSERT INTO "visitChild" VALUES('EC2','EV1');
INSERT INTO "visitChild" VALUES('EC1','EV2');
INSERT INTO "visitChild" VALUES('EC3','EV3');
INSERT INTO "visitChild" VALUES('EC3','EV4');
INSERT INTO "visitChild" VALUES('EC4','c105fe6e-6984-4582-ba7d-3cc52f3ef9e8');
INSERT INTO "visitChild" VALUES('EC3','c53c8e85-8d7f-4d83-9815-ef1344678938');
INSERT INTO "visitChild" VALUES('EC4','cda397a3-750d-46d5-8923-28ad0447ef79');
INSERT INTO "visitChild" VALUES('EC1','d05003f8-88c6-44b4-960d-1475d5e2f409');
INSERT INTO "visitChild" VALUES('EC2','d05003f8-88c6-44b4-960d-1475d5e2f409');
INSERT INTO "visitChild" VALUES('EC1','d96da34f-d9ec-48a2-a2a8-af41c4889be5');
INSERT INTO "visitChild" VALUES('EC2','d96da34f-d9ec-48a2-a2a8-af41c4889be5');
INSERT INTO "visitChild" VALUES('EC1','dda518f0-c71e-4a69-b429-4c4b2d519e91');
INSERT INTO "visitChild" VALUES('EC2','dda518f0-c71e-4a69-b429-4c4b2d519e91');
CREATE INDEX childByHousehold ON child (household);
CREATE INDEX childByName ON child (name);
CREATE UNIQUE INDEX bondByChild ON bond (child, prisoner);
CREATE INDEX bondByPrisoner ON bond (prisoner);
CREATE INDEX visitByPrison ON visit (prison, date);
CREATE INDEX visitByHousehold ON visit (household, date);
CREATE INDEX visitOpen ON visit (date) WHERE origin = 'planned' AND status IN ('proposed', 'requested');
CREATE INDEX visitChildByVisit ON visitChild (visit, child);
CREATE TRIGGER ledgerEntryIsNeverChanged BEFORE UPDATE ON ledgerEntry
  BEGIN SELECT RAISE (ABORT, 'a ledger entry is never changed'); END;
CREATE TRIGGER ledgerEntryIsNeverDeleted BEFORE DELETE ON ledgerEntry
  BEGIN SELECT RAISE (ABORT, 'a ledger entry is never deleted'); END;
CREATE INDEX householdByOrganisation ON household (organisation);
CREATE INDEX auditEntryBySubject ON auditEntry (subject);
CREATE TRIGGER auditEntryIsNeverChanged BEFORE UPDATE ON auditEntry
  BEGIN SELECT RAISE (ABORT, 'an audit entry is never changed'); END;
CREATE TRIGGER auditEntryIsNeverDeleted BEFORE DELETE ON auditEntry
  BEGIN SELECT RAISE (ABORT, 'an audit entry is never deleted'); END;
CREATE INDEX visitByEscort ON visit (escort, date) WHERE escort IS NOT NULL;
CREATE INDEX visitByPrisoner ON visit (prisoner, date);
CREATE INDEX messageWaiting ON message (due, id) WHERE state = 'waiting';
CREATE INDEX messageByVisit ON message (visit);
COMMIT;
PRAGMA user_version = 9;
PRAGMA application_id = 1986622313;
