#!/bin/bash
# Draws a plan in one go, then as arrays of a real Slurm and with GNU parallel, and compares: every
# merged result must be that of one run, byte for byte. check_cluster.sh PEERLOTS; needs Debian's
# slurm-wlm, munge, parallel and strace, and root.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scripts=$here/../../Instances/plans
PEERLOTS=$(realpath "${1:?usage: check_cluster.sh PEERLOTS}")
export PEERLOTS
scratch=$(mktemp -d)
export SLURM_CONF=$scratch/slurm/slurm.conf
checks=0

leave() {
  local code=$?
  if [ "$code" -ne 0 ]; then tail -n 5 "$scratch"/*.log >&2 || true; fi
  bash "$here/slurm-stop.sh" "$scratch/slurm" > /dev/null 2>&1 || true
  # Its daemons write until they have ended.
  sleep 1
  rm -rf "$scratch"
  exit "$code"
}
trap leave EXIT

# The number of an array that was submitted, of whichever tasks.
submit() { sbatch --parsable "$@"; }
# Waits until a job has left the queue; --wait would look every ten seconds only.
ended() {
  local _
  for _ in $(seq 9000); do
    if [ -z "$(squeue -h -j "$1" 2> /dev/null)" ]; then return 0; fi
    sleep 0.1
  done
  echo "error: job $1 does not end" >&2
  squeue >&2
  return 1
}
# That a merged result has the files of one run, and the same bytes in them; only times differ.
same() {
  local file
  diff <(ls one) <(ls --ignore=summary.html "$1")
  for file in one/*; do
    if [ "$(basename "$file")" != times.csv ]; then cmp "$file" "$1/$(basename "$file")"; fi
  done
  grep -q '</html>' "$1/summary.html"
  checks=$((checks + 1))
  echo "the same, byte for byte: $2"
}
# That a command fails and says a sentence.
refused() {
  grep -qF "$1" "$2" || { echo "error: $2 does not say: $1" >&2; cat "$2" >&2; return 1; }
  checks=$((checks + 1))
  echo "refused: $1"
}

cd "$scratch"
"$PEERLOTS" stress run "$here/plan.yaml" --output one 2> one.log
bash "$here/slurm-start.sh" "$scratch/slurm"

# As the script's own first lines say: seven tasks, and a merge that waits for them.
job=$(submit --array=1-7 "$scripts/slurm-array.sh" "$here/plan.yaml" seven)
merge=$(submit --dependency="afterok:$job" "$scripts/slurm-merge.sh" seven)
ended "$merge"
same seven/merged 'an array of 7, merged by a job that waited for it'

# A task drawn again by itself.
rm -r seven/merged seven/shard-3-of-7
ended "$(submit --array=3 "$scripts/slurm-array.sh" "$here/plan.yaml" seven 7)"
bash "$scripts/slurm-merge.sh" seven > merge-3.log 2>&1
same seven/merged 'one task of 7 submitted again'

# An array that begins at 0 and counts in steps.
ended "$(submit --array=0-8:4 "$scripts/slurm-array.sh" "$here/plan.yaml" steps)"
bash "$scripts/slurm-merge.sh" steps > merge-steps.log 2>&1
same steps/merged 'an array of 3 that counts 0, 4, 8'

# Cancelled in the middle, submitted again. However fast the machine is, each task stands still at the
# 60th time that a thread of it writes, until it is cancelled.
cat > halting << SCRIPT
#!/bin/bash
exec strace -f -qq -o "$scratch/writes-\$\$" -e trace=write -e inject=write:signal=SIGSTOP:when=60 \\
  "$PEERLOTS" "\$@"
SCRIPT
chmod +x halting
# Whether a task stands still: one is enough, where the other has to wait. strace says so, and ps does
# not: under strace a process is stopped for a moment at each of its calls.
halted() { grep -qs 'stopped by SIGSTOP' writes-*; }
job=$(PEERLOTS=$scratch/halting submit --array=1-2 "$scripts/slurm-array.sh" "$here/plan.yaml" two)
for _ in $(seq 9000); do
  if halted; then break; fi
  sleep 0.1
done
halted
scancel "$job"
ended "$job"
if "$PEERLOTS" stress merge two/shard-* --output two/early > early.log 2>&1; then
  echo 'error: unfinished shards were merged' >&2
  exit 1
fi
ended "$(submit --array=1-2 "$scripts/slurm-array.sh" "$here/plan.yaml" two)"
bash "$scripts/slurm-merge.sh" two > merge-two.log 2>&1
same two/merged 'an array of 2, cancelled and submitted again'

# An array from whose tasks the number of shards cannot be told.
job=$(submit --array=1,2,9 "$scripts/slurm-array.sh" "$here/plan.yaml" gaps)
ended "$job"
refused 'the array has gaps' "peerlots-${job}_9.log"
job=$(submit --array=3 "$scripts/slurm-array.sh" "$here/plan.yaml" seven)
ended "$job"
refused 'but this array has 1 tasks' "peerlots-${job}_3.log"

bash "$scripts/parallel.sh" "$here/plan.yaml" with-parallel 5 > parallel.log 2>&1
same with-parallel/merged '5 shards with GNU parallel'

printf '%d checks of the job scripts passed in %d s\n' "$checks" "$SECONDS"
