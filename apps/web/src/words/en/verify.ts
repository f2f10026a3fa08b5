/** Verification, step by step; the public pages carry these words too. */
export const verify = {
  'verify.here': 'Verify in this browser',
  'verify.again': 'Verify again',
  'verify.busy': 'This device fetches the proof and does the sums itself…',
  'verify.unreached': 'The proof could not be fetched. Nothing is proven.',
  'verify.noProof':
    'There is no proof for you here: the entry is not there, is not open to you, or is not yet under a signed checkpoint.',
  'verify.good': 'It holds: this is entry {index} of the record {origin}.',
  'verify.bad': 'It does not hold. Do not rely on what you see.',
  'verify.steps': 'What this device did',
  'verify.holds': 'holds',
  'verify.fails': 'does not hold',
  'verify.open': 'not done',
  'verify.told': 'for information',
  'verify.file.title': 'The proof file',
  'verify.file.holds': 'It can be read, and it carries the entry it is about.',
  'verify.file.fails': 'It is damaged: {fault}',
  'verify.leaf.title': 'The leaf, worked out anew',
  'verify.leaf.holds': 'From the very words of the entry this device worked out its leaf: {hash}',
  'verify.leaf.sealed':
    'The entry is not open to everybody. From its content and its own random salt this device worked out the seal that stands in the public log in its place, and from that the leaf: {hash}',
  'verify.leaf.fails': 'The entry cannot be hashed: {fault}',
  'verify.path.title': 'From the leaf to the root',
  'verify.path.holds':
    '{n, plural, =0 {The leaf is itself} one {With # neighbouring hash the leaf leads to} other {With # neighbouring hashes the leaf leads to}} the root of the record of {size, plural, one {# entry} other {# entries}}: {root}',
  'verify.path.fails':
    'The leaf does not lead to the root that was signed: the entry was altered, or it is not what the record holds at place {index}. ({fault})',
  'verify.signature.title': 'The signature under the root',
  'verify.signature.holds': 'Root and size are signed with the key of {origin}: {key}',
  'verify.signature.fails': 'The checkpoint is not signed by this key: {fault}',
  'verify.witnesses.title': 'Witnesses',
  'verify.witnesses.none':
    'No witness has cosigned this checkpoint. That everybody is shown the same record is then known only by comparing checkpoints with others.',
  'verify.witnesses.told':
    '{n, plural, one {One more signature stands} other {# more signatures stand}} under it ({names}). Their keys are not known here, so they are not counted.',
  'verify.document.title': 'The document',
  'verify.document.holds': 'Its SHA-256 was worked out here, and the entry names it: {hash}',
  'verify.document.fails': 'The document has the SHA-256 {hash}, which the entry does not name.',
  'verify.document.missing': 'The document could not be fetched, so it was not compared.',
  'verify.says': 'What the entry says',
  'verify.says.at': 'Recorded at',
  'verify.says.act': 'Act',
  'verify.says.as': 'By',
  'verify.proves': 'What this proves',
  'verify.proves.entry':
    'The keeper of the record has signed that this very entry stands at place {index}. Not a letter of it can be changed, moved or taken out without this check failing for everybody who keeps the proof.',
  'verify.proves.document': 'The document beside it is, byte for byte, the one the entry names.',
  'verify.provesNot': 'What it does not prove',
  'verify.provesNot.key':
    'That the key is the organisation’s: compare it with the one it publishes elsewhere.',
  'verify.provesNot.nothingElse':
    'That nothing else was recorded before or after: for that, look at the record as a whole.',
  'verify.provesNot.truth':
    'That what was said is true, or that who said it was entitled to: the rules judged that.',
  'verify.key.first': 'This device meets this key for the first time. It remembers it from now on.',
  'verify.key.known': 'It is the key this device has known since {day}.',
  'verify.key.changed':
    'This is not the key this device knew for {origin}. Either the record was begun anew, or somebody speaks in its name.',
} as const
