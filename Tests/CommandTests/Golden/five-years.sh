# Five years over the estimate of 2024, with every kind of request. One command a line; a test runs
# them in order and compares what they say with five-years.txt.
printf 'a text that nobody can guess\n' > secret-1
printf 'another text that nobody can guess\n' > secret-2

peerlots check members.csv
peerlots open cycle --membership members.csv --dry-run
peerlots open cycle --membership members.csv
peerlots states cycle | head -20
peerlots announce cycle --draw selection --source "the lottery of 3 March"
peerlots status cycle
peerlots select cycle --dry-run
peerlots select cycle --seed "five years/selection"

peerlots announce cycle --draw "year 1" --source "the lottery of 7 March" --secret-file secret-1
peerlots withdraw cycle --draw "year 1" --reason "the lottery is put off"
peerlots draw cycle --year 1 --dry-run
peerlots draw cycle --year 1 --seed "five years/year 1"
peerlots redraw cycle --state EGY --seed "five years/redraw 1" --dry-run
peerlots redraw cycle --state EGY --seed "five years/redraw 1"
peerlots redraw cycle --state EGY --seed "five years/redraw 2"
peerlots redraw cycle --state EGY --seed "five years/redraw 3"
peerlots redraw cycle --state EGY --seed "five years/redraw 3" --exceptional "a letter of 9 March"
peerlots redraw cycle --state PHL --only SVK --seed "five years/redraw 4"
peerlots stand-down cycle --state OMN --year 1 --dry-run
peerlots stand-down cycle --state OMN --year 1 --seed "five years/stand-down 1"
peerlots stand-down cycle --state TUR --year 1
peerlots stand-down cycle --state PRT --year 1 --own-review --reason "one team" --seed "five years/own review"
peerlots defer cycle --state MAR --reason elections --dry-run
peerlots defer cycle --state MAR --reason elections --seed "five years/deferral 1"
peerlots defer cycle --state MAR --reason elections --seed "five years/deferral 1"

# Ghana leaves, Somalia joins, the DR Congo has another code; Protocols and a group change.
sed -e '/^GHA,/d' -e 's/^COD,DR Congo/DRC,DR Congo/' members.csv > members-2.csv
sed -i -e 's/^SWZ,Eswatini,AFR,TIP SOM FA/SWZ,Eswatini,AFR,TIP SOM/' members-2.csv
sed -i -e 's/^LKA,Sri Lanka,APG,TIP/LKA,Sri Lanka,APG,TIP SOM/' members-2.csv
sed -i -e 's/^TUR,Türkiye,WEOG/TUR,Türkiye,APG/' members-2.csv
sed -i -e '/^SLV,/a SOM,Somalia,AFR,TIP SOM,islamic,,party' members-2.csv
peerlots amend cycle --membership members-2.csv
peerlots amend cycle --membership members-2.csv --leaves GHA --rename COD=DRC --dry-run
peerlots amend cycle --membership members-2.csv --leaves GHA --rename COD=DRC --seed "five years/amendment 1"
peerlots redraw cycle --state MDA --only GHA --seed "five years/redraw 5"
peerlots status cycle

peerlots announce cycle --draw "year 2" --source "the lottery of 9 March" --secret-file secret-2
peerlots status cycle
peerlots draw cycle --year 2 --seed "7-12-19"
peerlots draw cycle --year 2 --secret-file secret-2 --public "7-12-19"
peerlots draw cycle --year 2 --secret-file secret-2 --public "7-12-19"
printf 'loads: {minimum: 1, maximum: 4}\n' > rules.yaml
printf 'under_review,reviewer\nFRA,GBR\nGBR,FRA\n' > conflicts.csv
peerlots amend cycle --rulebook rules.yaml --conflicts conflicts.csv
peerlots defer cycle --state HTI --reason "an earthquake" --no-replacement

peerlots announce cycle --draw "tickets year 3" --source "the lottery of 11 March"
peerlots tickets cycle --year 3 --count 10 --few --seed "five years/tickets 3" --output tickets.csv
peerlots status cycle
peerlots draw cycle --year 3 --ticket 7
peerlots announce cycle --draw "year 4" --source "the lottery of 13 March" --method uniform
peerlots draw cycle --year 4 --seed "five years/year 4"
peerlots draw cycle --year 4 --method uniform --seed "five years/year 4"
peerlots odds cycle --year 5 --samples 20 --seed "five years/odds"
peerlots draw cycle --year 5 --seed "five years/year 5"
peerlots defer cycle --state JAM --reason "a storm"
peerlots why cycle --state LUX --reviewer FRA

peerlots status cycle
peerlots table cycle --year 5
peerlots table cycle --state HTI
peerlots table cycle --by reviewer --state FRA
peerlots table cycle --by reviewer --state FRA --format csv
peerlots table cycle --state HTI --format json
peerlots states cycle --format csv | head -5
peerlots log cycle
peerlots log cycle --format markdown | head -20
peerlots verify cycle
