-- cases.db as release 0.1 wrote it: a case indexed by its province, an effect, and a deleted document.
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
INSERT INTO meta VALUES ('schema', '1');
INSERT INTO documents (sequence, partition, id, body) VALUES (1, '51', 'effect:1', '{}'), (2, '51', 'gone', '{}'), (10, '51', 'case', '{"stage":"受理"}');
DELETE FROM documents WHERE id = 'gone';
INSERT INTO index_entries VALUES ('CasesByProvince', '51', '2026-03-02T01:00:00Z', '51', 'case'), ('Cases', 'all', '2026-03-02T01:00:00Z', '51', 'case');
