#!/usr/bin/env bash
# Records the golden ledgers anew: bash Tests/IndependentVerifier/record.sh .build/release/peerlots
# Look at the difference before it is committed: a change of a ledger's bytes is a change of format.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
small=$PWD/Instances/small
examples=$PWD/Tests/DrawingTests/Examples
ledgers=$PWD/Tests/IndependentVerifier/ledgers
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
p() { "$program" "$@" > table 2>> said || { echo "peerlots $*"; tail -n 3 said; exit 1; }; }
secret() { printf 'a text that nobody can guess, number %s' "$1" > "secret$1"; }
for number in 1 2 3 4; do secret "$number"; done

# Rehearsals.
p rehearse "$examples/clubs.csv" --rulebook "$examples/clubs.yaml" \
  --conflicts "$examples/clubs-conflicts.csv" --seed c --output clubs
p rehearse "$examples/ten.csv" --seed t --accept-waivers --output ten
p rehearse "$small/../synthetic-60.csv" --seed s --output synthetic-60

# Every event of a cycle drawn by bowls.
echo 'FRA,GEO,KEN' > experts
p open every-event --membership "$small/ten.csv" --rulebook "$small/small.yaml" --accept-waivers
p announce every-event --draw selection --source "the lottery of 3 March" --secret-file secret1
p select every-event --secret-file secret1 --public "lottery 4 8 15 16 23 42"
p announce every-event --draw "year 1" --source "closing values of 4 March" --secret-file secret2
p withdraw every-event --draw "year 1" --reason "the exchange stayed closed"
p announce every-event --draw "year 1" --source "closing values of 5 March" --experts experts
p announce every-event --draw "redraw GHA 1" --source "the lottery of 6 March"
p draw every-event --year 1 --seed "golden year 1"
p redraw every-event --state GHA --seed "golden redraw 1" --accept-waivers
p redraw every-event --state GHA --seed "golden redraw 2" --accept-waivers
p redraw every-event --state GHA --seed "golden redraw 3" --exceptional "it was withdrawn" \
  --accept-waivers
p stand-down every-event --state EUE --year 1 --seed "golden stand-down" --accept-waivers
p defer every-event --state CAN --reason elections --seed "golden deferral" --accept-waivers
{ cat "$small/ten.csv"; echo 'TUN,Tunisia,AFR,TIP SOM FA,civil islamic,party'; } > eleven
p amend every-event --membership eleven --seed "golden amendment" --accept-waivers
p stand-down every-event --state KEN --year 2 --accept-waivers
p draw every-event --year 2 --seed "golden year 2"

# Outcomes by number, a list of tickets that lapses, and one that is drawn from.
p open uniform --membership "$small/ten.csv" --rulebook "$small/small.yaml" --accept-waivers
p select uniform --seed "example/selection"
p announce uniform --draw "year 1" --source "the lottery of 7 March" --method uniform \
  --secret-file secret3
p draw uniform --year 1 --method uniform --secret-file secret3 --public 7-12-19-23-31-40
p tickets uniform --year 2 --count 100 --seed "example/lapsing" --output lapsing.csv
p redraw uniform --state CAN --seed "example/redraw CAN" --accept-waivers
p announce uniform --draw "tickets year 2" --source "the lottery of 8 March" --secret-file secret4
p announce uniform --draw "year 2" --source "two dice in the hall" --method tickets
p tickets uniform --year 2 --count 100 --secret-file secret4 --public 1-2-3-4-5-6 \
  --output tickets.csv
p draw uniform --year 2 --ticket 37

# Outcomes of a chain: with eight seats for a State and 23 others to sit on them there are too
# many sets to be counted.
{
  echo 'state,region,protocols,legal_systems,reviewed'
  for number in $(seq 10 33); do
    system=civil
    if [ $((number % 3)) = 0 ]; then system=common; fi
    region=EAST reviewed=no
    if [ "$number" -gt 21 ]; then region=WEST; fi
    case $number in 12|17|24|29) reviewed=yes ;; esac
    echo "S$number,$region,P,$system,$reviewed"
  done
} > wide
cat > wide.yaml << 'END'
name: wide
cycle: {years: 2}
reviewers: {per_review: 8, same_region: 1, open_seats: other_region}
loads: {minimum: 1, maximum: 3}
END
p open chain --membership wide --rulebook wide.yaml --accept-waivers
p select chain --seed "chain/selection"
p draw chain --year 1 --method uniform --seed "chain/year 1"
p tickets chain --year 2 --count 20 --few --seed "chain/tickets" --output chain.csv
p draw chain --year 2 --ticket 7

# What changes in mid-cycle: codes, conflicts, rules; who leaves, joins and comes back.
p open changes --membership "$small/ten.csv" --rulebook "$small/small.yaml" --accept-waivers
p select changes --seed "changes/selection"
p draw changes --year 1 --seed "changes/year 1"
p redraw changes --state CAN --only GHA --seed "changes/redraw 1" --accept-waivers
sed 's/^NOR,/NOW,/' "$small/ten.csv" > renamed
p amend changes --membership renamed --rename NOR=NOW
printf 'under_review,reviewer\nNOW,SWE\nKEN,MAR\nMAR,KEN\n' > barred
p amend changes --conflicts barred --accept-waivers
p redraw changes --state NOW --only SWE --seed "changes/redraw 2" --accept-waivers
{ grep -v '^SEN' renamed; echo 'TUN,Tunisia,AFR,TIP SOM FA,civil islamic,party'; } > others
p amend changes --membership others --leaves SEN --seed "changes/amendment 3" --accept-waivers
sed 's/years: 2/years: 3/; s/maximum: 3/maximum: 4/' "$small/small.yaml" > longer
p amend changes --rulebook longer --accept-waivers
p defer changes --state GHA --reason "a letter of 3 May" --no-replacement --accept-waivers
p draw changes --year 2 --seed "changes/year 2"
p draw changes --year 3 --seed "changes/year 3"
p defer changes --state GHA --reason "a letter of 7 May" --accept-waivers

# Years from lists and from the table; reviews drawn elsewhere before.
sed 's/^selection:.*/selection: {method: alphabetical, proportional: true}/' "$small/small.yaml" \
  > alphabetical.yaml
p rehearse "$small/ten.csv" --rulebook alphabetical.yaml --seed a --accept-waivers \
  --output alphabetical
sed 's/alphabetical/given/' alphabetical.yaml > given.yaml
awk '{ print $0 "," (NR == 1 ? "year" : 1 + (NR - 1) % 2) }' "$small/ten.csv" > given.csv
p rehearse given.csv --rulebook given.yaml --seed a --accept-waivers --output given
printf '%s\n' year,under_review,seat,reviewer,source 1,GHA,regional,KEN,old 1,GHA,open,NOR,old \
  1,CAN,open,GHA,old 2,KEN,regional,NOR,x > drawn
p open imported --membership "$small/ten.csv" --rulebook "$small/small.yaml" --drawn drawn \
  --accept-waivers
p select imported --seed s1
p draw imported --year 1 --seed y1
p draw imported --year 2 --seed y2

# Bounds of a year and groups that must be distinct, so near that proofs need prices of both.
cat > limits.csv << 'END'
state,region,protocols
S10,A,P
S11,B,P
S12,A,P
S13,A,P
S14,B,P
S15,B,P
S16,A,P
S17,B,P
S18,B,P
S19,A,P
S20,B,P
S21,A,P
END
cat > limits.yaml << 'END'
name: limits
source: worked example
cycle: {years: 2, selected: 2}
joining: by_lot
reviewers:
  seats:
    - {name: regional, count: 1, group: same, legal_system: ignored}
    - {name: open, count: 2, group: any, legal_system: ignored}
  distinct_groups: true
  protocols: all
  mutual_reviews: forbidden
loads: {minimum: 1, target: 0, maximum: 2, per_year: 1}
selection: {method: lots, proportional: true}
redraws: {limit: 2, scope: review, exclude_previous: true}
waivers: [seat, same_region, minimum_load]
END
p rehearse limits.csv --rulebook limits.yaml --seed limits --accept-waivers --output limits

# Waiver lines of every kind in force, of an opening too, where reviewers are drawn again.
cat > waived.csv << 'END'
state,region,protocols,legal_systems
S10,A,P Q,civil
S11,A,P Q,common
S12,A,P,civil
S13,B,P Q,civil
S14,B,P Q,common
S15,B,P,civil
S16,B,P Q,islamic
S17,C,P,common
S18,,P Q,civil
S19,,P,civil
END
cat > waived.yaml << 'END'
name: waived
source: worked example
cycle: {years: 2, selected: 2}
joining: by_lot
reviewers:
  seats:
    - {name: envoy, count: 1, group: other, legal_system: ignored}
    - {name: neighbour, count: 1, group: same, legal_system: preferred}
    - {name: free, count: 1, group: any, legal_system: ignored}
  distinct_groups: false
  protocols: all
  mutual_reviews: allowed
loads: {minimum: 1, target: 5, maximum: 6, per_year: 2}
selection: {method: lots, proportional: false}
redraws: {limit: 2, scope: review, exclude_previous: true}
waivers: [seat, same_region, minimum_load, legal_system, target_load]
END
printf '%s\n' year,under_review,seat,reviewer,source 1,S10,envoy,S15,old 1,S10,free,S13,old \
  1,S10,free,S14,old > drawn
p open waived --membership waived.csv --rulebook waived.yaml --drawn drawn --accept-waivers
p select waived --seed w1
p draw waived --year 1 --seed y1
p redraw waived --state S14 --seed "again S14" --accept-waivers
p redraw waived --state S18 --seed "again S18" --accept-waivers
p redraw waived --state S17 --only S12 --seed "S12 goes" --accept-waivers
p stand-down waived --state S18 --year 1 --seed "S18 stands down" --accept-waivers
p draw waived --year 2 --seed y2

# Supplementary reviewers, some of whom nobody can be, and what changes them.
cat > extra << 'END'
state,region,protocols
BRA,GRULAC,TIP SOM FA
CHL,GRULAC,TIP SOM
CUB,GRULAC,
FIN,WEOG,TIP SOM FA
ITA,WEOG,TIP
LUX,WEOG,TIP SOM
MLI,AFR,TIP SOM FA
NER,AFR,SOM
TCD,AFR,TIP
XKX,WEOG,TIP NEW
END
sed 's/years: 3, selected: 3/years: 2, selected: 2/' "$small/../rulebooks/untoc-2018.yaml" > extra.yaml
p open supplement --membership extra --rulebook extra.yaml --accept-waivers
p select supplement --seed "supplement/selection"
p draw supplement --year 1 --seed "supplement/year 1"
lots() { grep '"supplementary reviewer"' supplement/ledger.jsonl; }
field() { sed "s/.*\"$1\":\"\([A-Z]*\)\".*/\1/"; }
under=$(lots | head -n 1 | field under_review)
p redraw supplement --state "$under" --only "$(lots | head -n 1 | field for)" \
  --seed "supplement/redraw 1" --accept-waivers
p redraw supplement --state "$(lots | tail -n 1 | field under_review)" \
  --only "$(lots | tail -n 1 | field drawn)" --seed "supplement/redraw 2" --accept-waivers
p draw supplement --year 2 --seed "supplement/year 2"

# Reviews drawn elsewhere with supplementary reviewers: two of CHL, of whom LUX could supplement either
# reviewer and NER only the first; one of MLI whom nobody needs; and seats that are left.
printf '%s\n' year,under_review,seat,reviewer,source 1,CHL,regional,CUB,old 1,CHL,other,TCD,old \
  1,CHL,supplementary,LUX,old 1,CHL,supplementary,NER,old 2,MLI,regional,TCD,old \
  2,MLI,supplementary,XKX,old > drawn
sed 's/maximum: 3/maximum: 6/; s/mutual_reviews: forbidden/mutual_reviews: allowed/' extra.yaml > more.yaml
p open supplement-drawn --membership extra --rulebook more.yaml --drawn drawn --accept-waivers
p select supplement-drawn --seed "supplement-drawn/selection"
p draw supplement-drawn --year 1 --seed "supplement-drawn/year 1"
p draw supplement-drawn --year 2 --seed "supplement-drawn/year 2"

# With them, a year by number, a redraw, and a year by a ticket; more States are too many to count.
grep -v '^MLI\|^NER\|^TCD' extra > seven
p open supplement-uniform --membership seven --rulebook extra.yaml --accept-waivers
p select supplement-uniform --seed "supplement-uniform/selection"
p draw supplement-uniform --year 1 --method uniform --seed "supplement-uniform/year 1"
p redraw supplement-uniform --state BRA --only CUB --seed "supplement-uniform/redraw" \
  --accept-waivers
p tickets supplement-uniform --year 2 --count 20 --few --seed "supplement-uniform/tickets" \
  --output supplement.csv
p draw supplement-uniform --year 2 --ticket 15

for ledger in clubs ten synthetic-60 every-event uniform chain changes alphabetical given imported \
  limits waived; do
  p verify "$ledger"
  cp "$ledger/ledger.jsonl" "$ledgers/$ledger.jsonl"
  p prove "$ledger" --output "$ledger/proofs"
  cp "$ledger/proofs" "$ledgers/../proven/$ledger.jsonl"
done
# Bowls with supplementary seats have no proofs yet.
for ledger in supplement supplement-drawn supplement-uniform; do
  p verify "$ledger"
  cp "$ledger/ledger.jsonl" "$ledgers/$ledger.jsonl"
done
