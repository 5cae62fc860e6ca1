-- Caches of the fold: dropped and rebuilt at will, never migrated.
CREATE TABLE customer (
  id           BLOB    NOT NULL PRIMARY KEY,
  name         TEXT    NOT NULL,
  card         TEXT    NOT NULL,
  live         INTEGER NOT NULL,
  added_at     INTEGER NOT NULL,
  added_by     BLOB    NOT NULL,
  batch        BLOB,
  sources      TEXT    NOT NULL,
  restrictions TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX customer_restricted ON customer (id) WHERE restrictions <> '';

-- What changes with every entry, apart from the card. place: where the search index has the customer, and its order.
CREATE TABLE customer_tally (
  customer  BLOB    NOT NULL PRIMARY KEY,
  entries   INTEGER NOT NULL,
  last_at   INTEGER NOT NULL,
  last_id   BLOB    NOT NULL,
  place     INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX customer_place ON customer_tally (place) WHERE place IS NOT NULL;

-- Customers dealt with since the search index last placed them.
CREATE TABLE find_stale (customer BLOB NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Exact numbers and addresses: callers, import matching. n: how a name sounds, for likely doubles.
CREATE TABLE contact_point (
  value    TEXT NOT NULL,
  customer BLOB NOT NULL,
  PRIMARY KEY (value, customer)
) STRICT, WITHOUT ROWID;

-- A table with row numbers: without them a state of more than a quarter page would lie on a page of its own. checks: whether
-- it only checks that a colleague's was kept, which is nothing that the customer waits for.
CREATE TABLE promise (
  id            BLOB    NOT NULL PRIMARY KEY,
  customer      BLOB    NOT NULL,
  owner         BLOB    NOT NULL,
  outcome       INTEGER NOT NULL,
  due_at        INTEGER NOT NULL,
  agreed_due_at INTEGER NOT NULL,
  agreed_day    INTEGER NOT NULL,
  agreed_month  INTEGER NOT NULL,
  agreed_week   INTEGER NOT NULL,
  delay_ms      INTEGER,
  checks        INTEGER NOT NULL,
  state         TEXT    NOT NULL
) STRICT;
CREATE INDEX promise_customer_open ON promise (customer, due_at, agreed_due_at, id, checks) WHERE outcome = 0;
CREATE INDEX promise_open ON promise (due_at, agreed_due_at, id) WHERE outcome = 0;
CREATE INDEX promise_open_agreed ON promise (agreed_due_at, due_at, owner, agreed_day, id, checks) WHERE outcome = 0;
CREATE INDEX promise_owner_open ON promise (owner, due_at, agreed_due_at, id) WHERE outcome = 0;
CREATE INDEX promise_owner_agreed ON promise (owner, agreed_due_at, due_at, id) WHERE outcome = 0;
CREATE INDEX promise_report ON promise (agreed_due_at, agreed_day, owner, outcome, delay_ms) WHERE checks = 0;
-- The middle of the delays is looked up, not worked out from all of them.
CREATE INDEX promise_late_owner ON promise (owner, delay_ms) WHERE outcome = 2 AND checks = 0;
CREATE INDEX promise_late_month ON promise (agreed_month, delay_ms) WHERE outcome = 2 AND checks = 0;
CREATE INDEX promise_late_week ON promise (agreed_week, delay_ms) WHERE outcome = 2 AND checks = 0;

-- Marks on entries, read with every page of a timeline. An index of the log stays when the caches are dropped.
CREATE INDEX IF NOT EXISTS event_mark ON event (customer, id) WHERE kind IN ('entry_corrected', 'retracted');

-- Agreed due times that were missed, or may yet be: derived entries of the timeline.
CREATE TABLE missed_due (
  customer BLOB    NOT NULL,
  due_at   INTEGER NOT NULL,
  promise  BLOB    NOT NULL,
  until    INTEGER,
  PRIMARY KEY (customer, due_at, promise)
) STRICT, WITHOUT ROWID;

-- What the bell goes by, of open promises alone. look_at: when something may be to tell; the bell moves it on. told: steps
-- that others were told of this due time, with blanks between. checks: whether it checks that a colleague's was kept.
-- try_at: when it is to be tried or heard of again, before it is due. planned_at: when that was planned after a try.
CREATE TABLE reminder (
  promise       BLOB    NOT NULL PRIMARY KEY,
  customer      BLOB    NOT NULL,
  owner         BLOB    NOT NULL,
  due_at        INTEGER NOT NULL,
  agreed_due_at INTEGER NOT NULL,
  quiet_from    INTEGER,
  quiet_until   INTEGER,
  round         INTEGER NOT NULL,
  snoozes       INTEGER NOT NULL,
  answered      INTEGER NOT NULL,
  answered_at   INTEGER,
  told          TEXT    NOT NULL,
  tentative     INTEGER NOT NULL,
  checks        INTEGER NOT NULL,
  attempts      INTEGER NOT NULL,
  made_at       INTEGER NOT NULL,
  look_at       INTEGER NOT NULL,
  try_at        INTEGER,
  planned_at    INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_try ON reminder (try_at) WHERE try_at IS NOT NULL;
CREATE INDEX reminder_look ON reminder (look_at, due_at);
CREATE INDEX reminder_due ON reminder (due_at);
CREATE INDEX reminder_tentative ON reminder (due_at, owner) WHERE tentative = 1;

-- Who belongs to whom: each relation that stands, once from either side. kind: what the other is to the customer. called: the
-- words for it; where it is seen back they say what the customer is to the other.
CREATE TABLE relation (
  customer          BLOB    NOT NULL,
  relation          BLOB    NOT NULL,
  other             BLOB    NOT NULL,
  kind              TEXT    NOT NULL,
  called            TEXT    NOT NULL,
  seen_back         INTEGER NOT NULL,
  may_speak         INTEGER NOT NULL,
  may_be_spoken_for INTEGER NOT NULL,
  PRIMARY KEY (customer, relation)
) STRICT, WITHOUT ROWID;

-- The promises of each series, named by its first: what an answer makes next, and what goes with its undoing.
CREATE TABLE series_promise (
  series  BLOB    NOT NULL,
  number  INTEGER NOT NULL,
  promise BLOB    NOT NULL,
  PRIMARY KEY (series, number, promise)
) STRICT, WITHOUT ROWID;

-- Offers of open promises that nobody has taken: what the bell and the card of whoever is asked go by.
CREATE TABLE offer (
  promise  BLOB    NOT NULL PRIMARY KEY,
  offer    BLOB    NOT NULL,
  customer BLOB    NOT NULL,
  owner    BLOB    NOT NULL,
  giver    BLOB    NOT NULL,
  taker    BLOB    NOT NULL,
  until_at INTEGER NOT NULL,
  declined INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_until ON offer (until_at);
CREATE INDEX offer_taker ON offer (taker, until_at) WHERE declined = 0;

-- Each time a matter went from one to another, over all its promises. number: which time it was; untold: its promise is open
-- and the managers were not told.
CREATE TABLE hop (
  matter  BLOB    NOT NULL,
  event   BLOB    NOT NULL,
  promise BLOB    NOT NULL,
  giver   BLOB    NOT NULL,
  taker   BLOB    NOT NULL,
  at      INTEGER NOT NULL,
  number  INTEGER NOT NULL,
  untold  INTEGER NOT NULL,
  PRIMARY KEY (matter, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX hop_third ON hop (promise) WHERE number = 3 AND untold = 1;

-- Which promises check that another one was kept.
CREATE TABLE verifying (
  promise BLOB NOT NULL,
  by      BLOB NOT NULL,
  PRIMARY KEY (promise, by)
) STRICT, WITHOUT ROWID;

-- The report, kept up to date by the difference. grain: 0 month, 1 ISO week; period: its first day's number. outcome: 6 for
-- an open promise that only checks, which the queue counts and the report does not.
CREATE TABLE report_tally (
  grain    INTEGER NOT NULL,
  period   INTEGER NOT NULL,
  owner    BLOB    NOT NULL,
  outcome  INTEGER NOT NULL,
  promises INTEGER NOT NULL,
  PRIMARY KEY (grain, outcome, period, owner)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE find_words USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6 7 8 9 10', tokenize = 'ascii'
);
-- Numbers in pieces of four digits, each beginning one further on; a row of digits is a phrase of them.
CREATE VIRTUAL TABLE find_digits USING fts5 (
  digits, content = '', contentless_delete = 1, prefix = '3', tokenize = 'ascii'
);
