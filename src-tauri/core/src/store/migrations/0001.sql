-- The log. Clustered by customer and time, so that a timeline is one range of it.
CREATE TABLE event (
  customer    BLOB    NOT NULL,
  occurred_at INTEGER NOT NULL,
  id          BLOB    NOT NULL,
  kind        TEXT    NOT NULL,
  subject     BLOB,
  member      BLOB    NOT NULL,
  desk        BLOB    NOT NULL,
  batch       BLOB,
  recorded_at INTEGER NOT NULL,
  v           INTEGER NOT NULL,
  facts       TEXT    NOT NULL,
  words       TEXT,
  words_salt  BLOB,
  words_hash  BLOB    NOT NULL,
  prev        BLOB    NOT NULL,
  hash        BLOB    NOT NULL,
  PRIMARY KEY (customer, occurred_at, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX event_id ON event (id);
CREATE INDEX event_subject ON event (subject, id) WHERE subject IS NOT NULL;
CREATE INDEX event_batch ON event (batch, id) WHERE batch IS NOT NULL;

-- History is append-only. The one change allowed is blanking words, when a customer is erased.
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'history is append-only'); END;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
WHEN NEW.words IS NOT NULL OR NEW.words_salt IS NOT NULL
  OR (NEW.customer, NEW.occurred_at, NEW.id, NEW.kind, NEW.member, NEW.desk, NEW.recorded_at, NEW.v, NEW.facts, NEW.words_hash, NEW.prev, NEW.hash)
  IS NOT (OLD.customer, OLD.occurred_at, OLD.id, OLD.kind, OLD.member, OLD.desk, OLD.recorded_at, OLD.v, OLD.facts, OLD.words_hash, OLD.prev, OLD.hash)
  OR NEW.subject IS NOT OLD.subject OR NEW.batch IS NOT OLD.batch
BEGIN SELECT raise(ABORT, 'history is append-only'); END;

-- Per desk: how many events it wrote, and the hash its next one builds on.
CREATE TABLE chain (
  desk    BLOB    NOT NULL PRIMARY KEY,
  count   INTEGER NOT NULL,
  last_id BLOB    NOT NULL,
  hash    BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

-- Desk-local: never shared, never dropped by a rebuild.
CREATE TABLE reminder_mark (
  promise      BLOB    NOT NULL,
  due_at       INTEGER NOT NULL,
  step         TEXT    NOT NULL,
  attempted_at INTEGER NOT NULL,
  shown_at     INTEGER,
  PRIMARY KEY (promise, due_at, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
