#!/usr/bin/env bash
# The five minutes' tour: a disputed draft comes in, three delegations negotiate a paragraph to agreement, the clean
# text is adopted by silence, and the decision is verified with the server switched off.
#
#   npm start                                  in one terminal
#   bash examples/tour.sh [DRAFT]              in another; DRAFT is any draft in square-bracket notation
#
# Needs curl and Node. GAVEL is the address of a server that runs the demonstration (http://127.0.0.1:8080).
set -euo pipefail
cd "$(dirname "$0")/.."
GAVEL=${GAVEL:-http://127.0.0.1:8080}
DRAFT=${1:-examples/draft.txt}
RUN=tour-$(date +%s)
OUT=$(mktemp -d)
gavel() { node apps/cli/bin/gavel.mjs "$@"; }
pick() { node -pe "const answer = JSON.parse(require('fs').readFileSync(0, 'utf8')); answer$1"; }
say() { printf '\n\033[1m%s\033[0m\n' "$*"; }

# A seat in the demonstration: a sign-in for any role.
seat() { curl -sS --fail-with-body "$GAVEL/api/demo/seat" -H 'content-type: application/json' -d "{\"as\":$1,\"how\":\"bearer\"}" | pick .token; }
# One act: who (a token), in which capacity, what, and its body. Prints the receipt or the refusal.
act() { curl -sS "$GAVEL/api/acts/$3" -H "authorization: Bearer $1" -H 'content-type: application/json' -d "{\"id\":\"$RUN-$((++ACTS))-$RANDOM\",\"as\":$2,\"body\":$4}"; echo; }
ACTS=0

say "1. The draft is read: what is in dispute, and what is malformed"
gavel text check "$DRAFT" | head -4
gavel text check examples/draft.txt

say "2. The secretariat brings it in, and beside it a shorter one for the negotiation ($RUN)"
OFFICE='{"kind":"secretariat"}'; CHAIR='{"kind":"chair","body":"soc"}'
office=$(seat "$OFFICE"); chair=$(seat "$CHAIR")
bring() {
  curl -sS --fail-with-body "$GAVEL/api/import/text?introduce=$1&title=$2&body=soc&audience=public&as=secretariat&fictional=true" \
    -H "authorization: Bearer $office" -H 'content-type: text/plain; charset=utf-8' --data-binary "@$3"
}
bring "$RUN-draft" "A%20draft" "$DRAFT" | pick '.receipts.length + " acts recorded"'
bring "$RUN" "Points%20of%20contact" examples/draft.txt | pick '.receipts.length + " acts recorded"'

say "3. Three delegations negotiate paragraph 2: [shall][should], [within ten days]"
A='{"kind":"delegate","member":"KAZ"}'; B='{"kind":"delegate","member":"THA"}'; C='{"kind":"delegate","member":"JOR"}'
a=$(seat "$A"); b=$(seat "$B"); c=$(seat "$C")
stand() { act "$1" "$2" texts.takeStand "{\"text\":\"$RUN\",\"paragraph\":\"$3\",\"option\":\"$4\",\"stand\":\"$5\"}"; }
close() { act "$chair" "$CHAIR" texts.closeBracket "{\"text\":\"$RUN\",\"paragraph\":\"$1\",\"bracket\":\"$2\",\"option\":$3}"; }
stand "$a" "$A" p4 o1.1 backs
stand "$b" "$B" p4 o1.1 objects
echo "The chair tries to close the bracket on \"shall\", and is told which rule stands in the way:"
close p4 b1 '"o1.1"'
echo "KAZ proposes a third wording for the place; THA and JOR can live with it; the bracket closes on it:"
act "$a" "$A" texts.propose "{\"text\":\"$RUN\",\"paragraph\":\"p4\",\"base\":1,\"change\":{\"at\":12,\"length\":1,\"wording\":\"is encouraged to\"},\"bracket\":\"b9\",\"option\":\"o9\",\"retained\":\"r9\"}"
stand "$a" "$A" p4 o1.1 none
stand "$b" "$B" p4 o9 canLiveWith
stand "$c" "$C" p4 o9 backs
close p4 b1 '"o9"'
close p4 b2 '"o2.1"'
close p5 b3 null
for p in p1 p2 p3 p4 p5; do act "$chair" "$CHAIR" texts.advance "{\"text\":\"$RUN\",\"paragraph\":\"$p\",\"to\":\"agreedAdRef\"}"; done | tail -1
curl -sS "$GAVEL/api/texts/$RUN" -H 'accept: text/markdown'

say "4. The clean text is issued, and goes under silence for some seconds"
curl -sS --fail-with-body "$GAVEL/api/texts/$RUN/clean" -H 'accept: text/markdown' -o "$OUT/adopted.md"
HASH=$(node -pe "require('crypto').createHash('sha256').update(require('fs').readFileSync('$OUT/adopted.md')).digest('hex')")
curl -sS --fail-with-body -X PUT "$GAVEL/api/documents/$HASH" -H "authorization: Bearer $office" -H 'content-type: text/markdown' --data-binary "@$OUT/adopted.md"; echo
act "$office" "$OFFICE" texts.issueVersion "{\"text\":\"$RUN\",\"document\":\"$HASH\"}"
SYMBOL=$(curl -sS "$GAVEL/api/texts/$RUN" | pick '.versions.at(-1).symbol')
soon() { node -pe "new Date(Date.now() + $1 * 1000).toISOString()"; }
echo "A dated parameter first: this trial organisation has no minimum for a silence."
act "$office" "$OFFICE" institution.setParameter "{\"name\":\"silence.minimumHours\",\"value\":0,\"since\":\"$(soon 1)\",\"source\":\"assumed for a trial\"}"
sleep 2
act "$chair" "$CHAIR" decisions.openSilence "{\"decision\":\"$RUN\",\"body\":\"soc\",\"title\":\"Points of contact\",\"subject\":{\"kind\":\"text\",\"text\":\"$RUN\",\"symbol\":\"$SYMBOL\",\"document\":\"$HASH\"},\"expiresAt\":\"$(soon 4)\",\"timeZone\":\"Asia/Almaty\",\"announcedAs\":\"in four seconds\"}" | tee "$OUT/opened.json"
sleep 5
curl -sS "$GAVEL/api/decisions/$RUN" | pick .status
act "$chair" "$CHAIR" decisions.giveNotice "{\"decision\":\"$RUN\"}" | tee "$OUT/notice.json"

say "5. The proofs are downloaded; from here on no server is needed"
curl -sS --fail-with-body "$GAVEL/log/vkey" -o "$OUT/vkey"
for step in opened notice; do
  curl -sS --fail-with-body "$GAVEL/api/proof/$(pick .index < "$OUT/$step.json")" -o "$OUT/$step.tlog-proof"
done
gavel proof verify "$OUT/opened.tlog-proof" --key "$OUT/vkey" --document "$OUT/adopted.md"
gavel proof verify "$OUT/notice.tlog-proof" --key "$OUT/vkey"
echo; echo "Kept in $OUT: adopted.md, vkey, opened.tlog-proof, notice.tlog-proof"
