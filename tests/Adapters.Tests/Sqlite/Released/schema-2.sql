-- cases.db as release 0.1 wrote it with erasable documents: as schema 1, with a key that is kept apart and one that was erased.
PRAGMA journal_mode = WAL;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    partition TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (partition, id)
);
CREATE TABLE index_entries (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    sort TEXT NOT NULL,
    partition TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (name, value, sort, partition, id)
) WITHOUT ROWID;
CREATE INDEX index_entries_by_document ON index_entries (partition, id);
CREATE TABLE erasable_bodies (sequence INTEGER PRIMARY KEY, body BLOB NOT NULL);
INSERT INTO meta VALUES ('schema', '2'), ('rebuild', 'due');
INSERT INTO documents (sequence, partition, id, body) VALUES (1, '51', 'effect:1', '{}'), (2, '51', 'gone', ''), (10, '51', 'case', '{"stage":"受理"}');
INSERT INTO erasable_bodies VALUES (2, x'000000000000');
DELETE FROM documents WHERE id = 'gone';
INSERT INTO index_entries VALUES ('CasesByProvince', '51', '2026-03-02T01:00:00Z', '51', 'case'), ('Cases', 'all', '2026-03-02T01:00:00Z', '51', 'case');
