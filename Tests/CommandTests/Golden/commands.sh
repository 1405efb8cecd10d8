# Wrong command lines, and right ones at the wrong time. A test runs what stands before the first
# "##" once, then each line below a "##" in a copy of the folder, and compares the whole answer with
# commands.txt.
printf 'state,name,region,protocols,legal_systems,reviewed,reviewer\n' > members.csv
printf 'KEN,Kenya,AFR,TIP,common,,\nGHA,Ghana,AFR,TIP,common,,\nNGA,Nigeria,AFR,TIP,common,,\n' >> members.csv
printf 'MLI,Mali,AFR,TIP,civil,,\nTGO,Togo,AFR,TIP,civil,,\nCOG,Congo,AFR,TIP,civil,,\n' >> members.csv
printf 'COD,Congo,AFR,TIP,civil,,\nCIV,Côte d’Ivoire,AFR,TIP,civil,,\n' >> members.csv
printf 'BRA,Brazil,GRULAC,TIP,civil,,\nPER,Peru,GRULAC,TIP,civil,,\nCHL,Chile,GRULAC,TIP,civil,,\n' >> members.csv
printf 'ARG,Argentina,GRULAC,TIP,civil,,\nTTO,Trinidad and Tobago,GRULAC,TIP,common,,\n' >> members.csv
printf 'URY,Uruguay,GRULAC,TIP,civil,no,\n' >> members.csv
sed -e '/^GHA/d' -e 's/^MLI,Mali/MAL,Mali/' members.csv > fewer.csv
sed -e '$a BOL,Bolivia,GRULAC,TIP,civil,,' members.csv > more.csv
cut -d, -f1-3 members.csv > columns.csv
sed -e 's/AFR/A/; s/GRULAC/G/' -e '3,$d' members.csv > two.csv
printf 'under_review,reviewer\nKEN,GHA\n' > conflicts.csv
printf 'cycle: {years: 3}\n' > rules.yaml
printf 'cycle: {years: 2}\n' > two-years.yaml
printf 'cycle: {years: 1}\n' > one-year.yaml
printf 'reviewers: {mutual_reviews: allowed}\ncycle: {years: 3}\n' > mutual.yaml
printf 'a secret that nobody can guess\n' > secret
printf 'another secret that nobody can guess\n' > other-secret
printf 'too short\n' > short
printf 'a secret/with a stroke\n' > stroke
printf '' > empty
printf 'caf\351\n' > latin
printf 'seed: s\ncycles: 2\nmemberships: {file: members.csv}\n' > plan.yaml
mkdir folder
peerlots open opened --membership members.csv --rulebook rules.yaml
cp -r opened selected
peerlots select selected --seed "the selection"
cp -r selected drawn
peerlots draw drawn --year 1 --seed "the first year"
cp -r drawn deferred
peerlots defer deferred --state CIV --reason elections --no-replacement
cp -r selected bound
peerlots announce bound --draw "year 1" --source "the lottery of 3 March" --secret-file secret
cp -r selected listed
peerlots tickets listed --year 1 --count 10 --few --seed "the list" --output list.csv
cp -r drawn finished
peerlots draw finished --year 2 --seed "the second year"
peerlots draw finished --year 3 --seed "the third year"
cp -r drawn frozen
peerlots announce frozen --draw "year 2" --source "the lottery of 3 March"
cp -r drawn asked
peerlots redraw asked --state GHA --seed "the first request"
peerlots redraw asked --state GHA --seed "the second request"
cp -r finished torn
printf '{"sequence":' >> torn/ledger.jsonl
cp -r finished changed
sed -i '3s/"index":[0-9]*/"index":99/' changed/ledger.jsonl
mkdir old nothing text
sed '1s/"format":2/"format":1/' opened/ledger.jsonl > old/ledger.jsonl
printf '' > nothing/ledger.jsonl
printf 'The cycle of 2024\n' > text/ledger.jsonl
peerlots stress run plan.yaml --output shard --shard 1/2

## a command that there is not
peerlots lottery
## a command in capitals
peerlots DRAW drawn --year 2 --seed s
## a command with a slip
peerlots verfiy drawn
## a command of the laboratory that there is not
peerlots stress start plan.yaml
## an option that there is not
peerlots draw drawn --year 2 --seed s --wheel
## an option with a slip
peerlots redraw drawn --sate KEN --seed s
## an option without its value
peerlots draw drawn --seed s --year
## an option of another command
peerlots draw drawn --year 2 --seed s --state KEN
## one hyphen too few
peerlots draw drawn -year 2 --seed s
## a year without its option
peerlots draw drawn 2 --seed s
## a State without its option
peerlots redraw drawn KEN --seed s
## a membership without its option
peerlots open new members.csv
## a rulebook without its option
peerlots check members.csv rules.yaml
## a form that there is not
peerlots table drawn --format pdf
## a form that this command does not have
peerlots status drawn --format csv
## a form of the log with a slip
peerlots log drawn --format markdwn
## a workbook without a place
peerlots states drawn --format xlsx
## a place for what is no workbook
peerlots states drawn --output states.csv
## two folders
peerlots verify drawn finished
## no folder
peerlots status
## no name for a folder
peerlots status ""

## the selection where no cycle is
peerlots select nowhere --seed s
## a folder with a slip
peerlots status drwan
## a year before the selection
peerlots draw opened --year 1 --seed s
## a later year first
peerlots draw drawn --year 3 --seed s
## a redraw before the selection
peerlots redraw opened --state KEN --seed s
## a redraw before the year is drawn
peerlots redraw selected --state KEN --seed s
## a redraw of a State that is not reviewed
peerlots redraw drawn --state URY --seed s
## a deferral before the selection
peerlots defer opened --state KEN --reason elections --seed s
## a deferral out of a wrong year
peerlots defer drawn --state KEN --from 2 --reason elections --seed s
## a deferral without a seed
peerlots defer drawn --state GHA --reason elections
## a deferral without a reason
peerlots defer drawn --state KEN --reason " " --seed s
## a stand-down in a wrong year
peerlots stand-down drawn --state KEN --year 1 --seed s
## a stand-down before the selection
peerlots stand-down opened --state KEN --year 1
## a stand-down of a State that is not reviewed
peerlots stand-down drawn --state URY --year 1 --seed s
## an own review put off without a reason
peerlots stand-down drawn --state KEN --year 1 --own-review --seed s
## an own review put off by a State that reviews nobody
peerlots stand-down drawn --state TTO --year 1 --own-review --reason "one team" --seed s
## a reason for a stand-down
peerlots stand-down drawn --state GHA --year 1 --reason "one team" --seed s
## a deferral that is done
peerlots defer deferred --state CIV --from 1 --reason elections --no-replacement
## a redraw too many
peerlots redraw asked --state GHA --seed s
## a redraw too many, for no reason
peerlots redraw asked --state GHA --seed s --exceptional " "
## tickets before the selection
peerlots tickets opened --year 1 --count 100 --seed s --output t.csv
## tickets of a later year
peerlots tickets selected --year 2 --count 100 --seed s --output t.csv
## a selection that is done, with another seed
peerlots select drawn --seed other
## a year that is done, with another seed
peerlots draw finished --year 1 --seed other
## a cycle whose rules cannot be kept
peerlots open new --membership two.csv
## a cycle where one is
peerlots open drawn --membership members.csv
## a rehearsal into a cycle
peerlots rehearse members.csv --seed s --output drawn
## an announcement of what is done
peerlots announce drawn --draw "year 1" --source "the lottery"
## an announcement of a later year
peerlots announce selected --draw "year 2" --source "the lottery"
## an announcement of a year that there is not
peerlots announce selected --draw "year 7" --source "the lottery"
## an announcement of a wrong number
peerlots announce drawn --draw "redraw KEN 2" --source "the lottery"
## an announcement of no draw
peerlots announce drawn --draw "the second year" --source "the lottery"
## an announcement for a State that there is not
peerlots announce drawn --draw "redraw KNE 1" --source "the lottery"
## an announcement without a source
peerlots announce drawn --draw "year 2" --source ""
## an announcement in other words
peerlots announce bound --draw "year 1" --source "another lottery"
## a withdrawal of what is not announced
peerlots withdraw drawn --draw "year 2" --reason "no lottery"
## a withdrawal without a reason
peerlots withdraw bound --draw "year 1" --reason "-"
## a redraw while a year is announced
peerlots redraw frozen --state GHA --seed s
## another method than announced
peerlots draw bound --year 1 --method uniform --secret-file secret --public 4-8-15

## no seed
peerlots draw drawn --year 2
## an empty seed
peerlots draw drawn --year 2 --seed ""
## a blank behind a seed
peerlots draw drawn --year 2 --seed "4-8-15 "
## a tab in a seed
peerlots draw drawn --year 2 --seed $'4\t8'
## an umlaut in a seed
peerlots draw drawn --year 2 --seed "Zürich"
## a curly quotation mark in a seed
peerlots draw drawn --year 2 --seed "4’8"
## a seed that was used
peerlots draw drawn --year 2 --seed "the first year"
## a seed where a secret is announced
peerlots draw bound --year 1 --seed 4-8-15
## a secret that was not announced
peerlots draw drawn --year 2 --secret-file secret --public 4-8-15
## a secret that is too short
peerlots announce drawn --draw "year 2" --source "the lottery" --secret-file short
## a wrong secret
peerlots draw bound --year 1 --secret-file other-secret --public 4-8-15
## a secret without a public text
peerlots draw bound --year 1 --secret-file secret
## a public text without a secret
peerlots draw bound --year 1 --public 4-8-15
## a seed and a secret
peerlots draw bound --year 1 --seed s --secret-file secret --public 4-8-15
## an empty public text
peerlots draw bound --year 1 --secret-file secret --public ""
## a blank behind a public text
peerlots draw bound --year 1 --secret-file secret --public "4-8-15 "
## a secret with a stroke
peerlots announce drawn --draw "year 2" --source "the lottery" --secret-file stroke
## an empty secret
peerlots announce drawn --draw "year 2" --source "the lottery" --secret-file empty
## a secret that is no text
peerlots announce drawn --draw "year 2" --source "the lottery" --secret-file latin
## a secret that is not there
peerlots draw bound --year 1 --secret-file secrets --public 4-8-15
## a folder for a secret
peerlots draw bound --year 1 --secret-file folder --public 4-8-15

## year 0
peerlots draw drawn --year 0 --seed s
## a year too many
peerlots draw drawn --year 4 --seed s
## a year of the calendar
peerlots draw drawn --year 2027 --seed s
## a year in a word
peerlots draw drawn --year two --seed s
## half a year
peerlots draw drawn --year 1.5 --seed s
## a year below nothing
peerlots draw drawn --year -1 --seed s
## a table of a year of the calendar
peerlots table drawn --year 2027
## odds of a year too many
peerlots odds drawn --year 9
## odds of a year that is drawn
peerlots odds drawn --year 1

## a State with a slip
peerlots redraw drawn --state KNE --seed s
## a name with a slip
peerlots redraw drawn --state Kenia --seed s
## half a name
peerlots redraw drawn --state Trinidad --seed s
## a name that two States have
peerlots redraw drawn --state Congo --seed s
## a State that there is not
peerlots redraw drawn --state France --seed s
## no name for a State
peerlots redraw drawn --state "" --seed s
## a reviewer with a slip
peerlots why drawn --state KEN --reviewer Gana
## a table of a State that there is not
peerlots table drawn --state Freedonia
## a reviewer that a State does not have
peerlots redraw drawn --state CIV --only URY --seed s
## odds of a State with a slip
peerlots odds drawn --state BRZ --samples 10 --seed s

## a cycle for a membership
peerlots check drawn
## a folder for a membership
peerlots check folder
## a membership for a cycle
peerlots status members.csv
## a ledger for its folder
peerlots verify drawn/ledger.jsonl
## a cycle and its membership the wrong way round
peerlots open members.csv --membership new
## a membership and a rulebook the wrong way round
peerlots check rules.yaml --rulebook members.csv
## a rulebook for conflicts
peerlots check members.csv --conflicts rules.yaml
## a membership for conflicts
peerlots check members.csv --conflicts members.csv
## conflicts for a membership
peerlots check conflicts.csv
## a membership with a slip
peerlots check member.csv
## a list over another file
peerlots tickets selected --year 1 --count 100 --seed s --output members.csv
## a list into a folder that there is not
peerlots tickets selected --year 1 --count 100 --seed s --output lists/t.csv
## a workbook over another file
peerlots table drawn --format xlsx --output members.csv
## a workbook into a folder that there is not
peerlots table drawn --format xlsx --output books/t.xlsx
## a folder for a workbook
peerlots table drawn --format xlsx --output folder

## an amendment of nothing
peerlots amend drawn
## half a table
peerlots amend drawn --membership two.csv --seed s
## a State that is missing and one that looks like another
peerlots amend drawn --membership fewer.csv --seed s
## a State that leaves with a slip
peerlots amend drawn --membership fewer.csv --leaves Gana --rename MLI=MAL --seed s
## a State that leaves and stands in the table
peerlots amend drawn --membership fewer.csv --leaves GHA KEN --rename MLI=MAL --seed s
## a State that joins with a slip
peerlots amend drawn --membership more.csv --joins Bolvia --seed s
## a State that joins and was there
peerlots amend drawn --membership more.csv --joins Kenya --seed s
## another code without an equals sign
peerlots amend drawn --membership fewer.csv --leaves GHA --rename MLI MAL --seed s
## another code that is not in the table
peerlots amend drawn --membership fewer.csv --leaves GHA --rename MLI=MLA --seed s
## States that leave without a table
peerlots amend drawn --rulebook rules.yaml --leaves GHA
## a table without columns that were there
peerlots amend drawn --membership columns.csv --seed s
## a State that joins without a seed
peerlots amend drawn --membership more.csv
## fewer years than begun
peerlots amend finished --rulebook two-years.yaml
## a rule that may not change
peerlots amend drawn --rulebook mutual.yaml
## what is in force
peerlots amend drawn --membership members.csv --rulebook rules.yaml --seed s

## a ticket that the list does not have
peerlots draw listed --year 1 --ticket 10
## a seed where tickets are published
peerlots draw listed --year 1 --seed s
## a ticket of no list
peerlots draw selected --year 1 --ticket 4
## another list
peerlots tickets listed --year 1 --count 12 --few --seed other --output t.csv
## few tickets
peerlots tickets selected --year 1 --count 12 --seed s --output t.csv
## tickets without end
peerlots tickets selected --year 1 --count 100000 --seed s --output t.csv

## half a hash
peerlots verify finished --head 3fa4
## a hash in capitals
peerlots verify finished --head AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
## the hash of another ledger
peerlots verify finished --head 0000000000000000000000000000000000000000000000000000000000000000
## a ledger that was changed
peerlots verify changed
## a ledger that is torn
peerlots verify torn
## a ledger of the first format
peerlots status old
## a ledger without a line
peerlots status nothing
## a text for a ledger
peerlots status text

## odds of a cycle that is drawn
peerlots odds finished
## samples without a seed
peerlots odds drawn --samples 100
## no sample
peerlots odds drawn --samples 0 --seed s
## counted and sampled
peerlots odds drawn --exact --samples 10 --seed s
## other rules than the cycle's
peerlots odds drawn --rulebook rules.yaml
## why in another year
peerlots why drawn --state KEN --reviewer GHA --year 1
## why without a reviewer
peerlots why drawn --state KEN

## a membership for a plan
peerlots stress run members.csv --output out
## a plan that is not there
peerlots stress run plans.yaml --output out
## a part of a plan from 0
peerlots stress run plan.yaml --output out --shard 0/3
## a part of a plan too many
peerlots stress run plan.yaml --output out --shard 4/3
## results of another part
peerlots stress run plan.yaml --output shard --shard 2/2
## results over a cycle
peerlots stress run plan.yaml --output drawn
## a part of the results missing
peerlots stress merge shard --output out
## no results
peerlots stress summarize drawn
## no threads
peerlots stress run plan.yaml --output out --threads 0
## no States
peerlots generate --states 0 --seed s
## a program of no level
peerlots export members.csv --model states --format lp --level 9
