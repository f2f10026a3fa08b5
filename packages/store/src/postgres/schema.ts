/** Raised when the tables change; a database of another edition is not touched. */
export const schemaEdition = 2

/**
 * Tables of the PostgreSQL store, in a schema of their own. Order comes from the head row alone: no sequences, no
 * triggers, no advisory locks. One row of `commits` holds the entries that were committed together, packed as in the
 * embedded store, in its page as long as it fits there and never compressed: both would cost more than they save.
 */
export const schema = (name: string): string => `
CREATE SCHEMA IF NOT EXISTS ${name};
CREATE TABLE IF NOT EXISTS ${name}.record (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  edition integer NOT NULL,
  store_id text NOT NULL,
  size bigint NOT NULL,
  root bytea NOT NULL
);
CREATE TABLE IF NOT EXISTS ${name}.commits (
  first bigint PRIMARY KEY,
  entries bytea NOT NULL
) WITH (toast_tuple_target = 8160);
ALTER TABLE ${name}.commits ALTER COLUMN entries SET STORAGE EXTERNAL;
CREATE TABLE IF NOT EXISTS ${name}.sealed (
  idx bigint PRIMARY KEY,
  digest bytea NOT NULL,
  salt bytea NOT NULL,
  content bytea NOT NULL
);
CREATE TABLE IF NOT EXISTS ${name}.tiles (
  level integer NOT NULL,
  idx bigint NOT NULL,
  hashes bytea NOT NULL,
  PRIMARY KEY (level, idx)
);
CREATE TABLE IF NOT EXISTS ${name}.checkpoints (size bigint PRIMARY KEY, note text NOT NULL);
CREATE TABLE IF NOT EXISTS ${name}.snapshot (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  size bigint NOT NULL,
  edition text NOT NULL,
  bytes bytea NOT NULL
);
CREATE TABLE IF NOT EXISTS ${name}.documents (hash text PRIMARY KEY, media_type text NOT NULL, bytes bytea NOT NULL);
CREATE TABLE IF NOT EXISTS ${name}.rows (
  kind text NOT NULL,
  key text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (kind, key)
);
`

/**
 * The statements, with the schema's name in place. `append` is one statement and so one transaction: where the
 * head is not as the writer believes, the UPDATE finds no row and nothing else happens either.
 */
export const statements = (name: string) => ({
  head: `SELECT size, root FROM ${name}.record`,
  append: `WITH moved AS (
      UPDATE ${name}.record SET size = $1::bigint, root = $2::bytea WHERE size = $3::bigint RETURNING true
    ), new_entries AS (
      INSERT INTO ${name}.commits (first, entries)
      SELECT * FROM unnest($4::bigint[], $5::bytea[])
      WHERE EXISTS (SELECT FROM moved)
    ), new_sealed AS (
      INSERT INTO ${name}.sealed (idx, digest, salt, content)
      SELECT * FROM unnest($6::bigint[], $7::bytea[], $8::bytea[], $9::bytea[])
      WHERE EXISTS (SELECT FROM moved)
    ), new_tiles AS (
      INSERT INTO ${name}.tiles (level, idx, hashes)
      SELECT * FROM unnest($10::integer[], $11::bigint[], $12::bytea[])
      WHERE EXISTS (SELECT FROM moved)
      ON CONFLICT (level, idx) DO UPDATE SET hashes = excluded.hashes
    )
    SELECT count(*)::int AS moved FROM moved`,
  // The same for a commit of one row and nothing beside it, as nearly all are: a third less work for the server.
  appendRow: `WITH moved AS (
      UPDATE ${name}.record SET size = $1::bigint, root = $2::bytea WHERE size = $3::bigint RETURNING true
    ), new_entries AS (
      INSERT INTO ${name}.commits (first, entries) SELECT $3::bigint, $4::bytea FROM moved
    )
    SELECT count(*)::int AS moved FROM moved`,
  tell: `SELECT pg_notify('${name}_moved', $1::text)`,
  read: `SELECT first, entries FROM ${name}.commits
    WHERE first >= (SELECT coalesce(max(first), 0) FROM ${name}.commits WHERE first <= $1::bigint)
      AND first < $2::bigint ORDER BY first`,
  readSealed: `SELECT idx, digest, salt, content FROM ${name}.sealed WHERE idx >= $1::bigint AND idx < $2::bigint`,
  tile: `SELECT hashes FROM ${name}.tiles WHERE level = $1::integer AND idx = $2::bigint`,
  erase: `DELETE FROM ${name}.sealed WHERE idx = $1::bigint RETURNING true`,
  clearErased: `VACUUM ${name}.sealed`,
  saveCheckpoint: `INSERT INTO ${name}.checkpoints (size, note) VALUES ($1::bigint, $2)
    ON CONFLICT (size) DO UPDATE SET note = excluded.note`,
  checkpoints: `SELECT size, note FROM ${name}.checkpoints WHERE size >= $1::bigint ORDER BY size`,
  latestCheckpoint: `SELECT size, note FROM ${name}.checkpoints ORDER BY size DESC LIMIT 1`,
  saveSnapshot: `INSERT INTO ${name}.snapshot (size, edition, bytes) VALUES ($1::bigint, $2, $3::bytea)
    ON CONFLICT (only_one) DO UPDATE SET size = excluded.size, edition = excluded.edition, bytes = excluded.bytes`,
  dropSnapshot: `DELETE FROM ${name}.snapshot`,
  snapshot: `SELECT size, edition, bytes FROM ${name}.snapshot`,
  putDocument: `INSERT INTO ${name}.documents (hash, media_type, bytes) VALUES ($1, $2, $3::bytea)
    ON CONFLICT (hash) DO NOTHING`,
  document: `SELECT media_type, bytes FROM ${name}.documents WHERE hash = $1`,
  documentHashes: `SELECT hash FROM ${name}.documents ORDER BY hash COLLATE "C"`,
  addRow: `INSERT INTO ${name}.rows (kind, key, value) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING true`,
  changeRow: `UPDATE ${name}.rows SET value = $3 WHERE kind = $1 AND key = $2 AND value = $4 RETURNING true`,
  removeRow: `DELETE FROM ${name}.rows WHERE kind = $1 AND key = $2 AND value = $3 RETURNING true`,
  row: `SELECT value FROM ${name}.rows WHERE kind = $1 AND key = $2`,
  rows: `SELECT key, value FROM ${name}.rows WHERE kind = $1 ORDER BY key COLLATE "C"`,
})

export type Statements = ReturnType<typeof statements>
