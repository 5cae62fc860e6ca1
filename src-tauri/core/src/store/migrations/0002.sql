-- Desk-local: what somebody is typing and has not saved, so that neither leaving nor a crash loses it. Never shared,
-- never in the log. The member is all zeros while nobody is signed in.
CREATE TABLE draft (
  member   BLOB    NOT NULL,
  key      TEXT    NOT NULL,
  value    TEXT    NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (member, key)
) STRICT, WITHOUT ROWID;
