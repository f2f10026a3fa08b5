/** Raised when the tables change; a database of another edition is not touched. */
export const schemaEdition = 2

/** Marks the file as ours, whatever its name: "Gavl" in ASCII. */
export const applicationId = 0x4761766c

/**
 * Tables of the embedded store. One row of `commits` holds the entries that were committed together, packed: a row
 * for each, with an index over random act ids, would triple the price of an act. What must be erasable lies apart
 * in `sealed`. The newest commit is the head: its last entry is the record's last, its `root` the root over all.
 */
export const schema = `
CREATE TABLE record (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  store_id TEXT NOT NULL
);
CREATE TABLE commits (
  first INTEGER PRIMARY KEY,
  count INTEGER NOT NULL,
  root BLOB NOT NULL,
  entries BLOB NOT NULL
);
CREATE TABLE sealed (
  idx INTEGER PRIMARY KEY,
  digest BLOB NOT NULL,
  salt BLOB NOT NULL,
  content BLOB NOT NULL
);
CREATE TABLE tiles (
  level INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  hashes BLOB NOT NULL,
  PRIMARY KEY (level, idx)
);
CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, note TEXT NOT NULL);
CREATE TABLE snapshot (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  size INTEGER NOT NULL,
  edition TEXT NOT NULL,
  bytes BLOB NOT NULL
);
CREATE TABLE documents (hash TEXT PRIMARY KEY, media_type TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE rows (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) WITHOUT ROWID;
`

export const statements = {
  head: 'SELECT first + count AS size, root FROM commits ORDER BY first DESC LIMIT 1',
  // Writes nothing when the record does not end where this commit begins. Alone it is a transaction of its own.
  commit: `INSERT INTO commits (first, count, root, entries) SELECT ?1, ?2, ?3, ?4
    WHERE ?1 = coalesce((SELECT first + count FROM commits ORDER BY first DESC LIMIT 1), 0)`,
  seal: 'INSERT INTO sealed (idx, digest, salt, content) VALUES (?, ?, ?, ?)',
  putTile: 'INSERT OR REPLACE INTO tiles (level, idx, hashes) VALUES (?, ?, ?)',
  read: `SELECT first, entries FROM commits
    WHERE first >= (SELECT coalesce(max(first), 0) FROM commits WHERE first <= ?) AND first < ? ORDER BY first`,
  readSealed: 'SELECT idx, digest, salt, content FROM sealed WHERE idx >= ? AND idx < ?',
  tile: 'SELECT hashes FROM tiles WHERE level = ? AND idx = ?',
  erase: 'DELETE FROM sealed WHERE idx = ?',
  saveCheckpoint: 'INSERT OR REPLACE INTO checkpoints (size, note) VALUES (?, ?)',
  checkpoints: 'SELECT size, note FROM checkpoints WHERE size >= ? ORDER BY size',
  latestCheckpoint: 'SELECT size, note FROM checkpoints ORDER BY size DESC LIMIT 1',
  saveSnapshot: 'INSERT OR REPLACE INTO snapshot (only, size, edition, bytes) VALUES (1, ?, ?, ?)',
  dropSnapshot: 'DELETE FROM snapshot',
  snapshot: 'SELECT size, edition, bytes FROM snapshot',
  putDocument: 'INSERT OR IGNORE INTO documents (hash, media_type, bytes) VALUES (?, ?, ?)',
  document: 'SELECT media_type, bytes FROM documents WHERE hash = ?',
  documentHashes: 'SELECT hash FROM documents ORDER BY hash',
  addRow: 'INSERT OR IGNORE INTO rows (kind, key, value) VALUES (?, ?, ?)',
  changeRow: 'UPDATE rows SET value = ? WHERE kind = ? AND key = ? AND value = ?',
  removeRow: 'DELETE FROM rows WHERE kind = ? AND key = ? AND value = ?',
  row: 'SELECT value FROM rows WHERE kind = ? AND key = ?',
  rows: 'SELECT key, value FROM rows WHERE kind = ? ORDER BY key',
} as const
