#!/bin/bash
# Draws a plan in shards with GNU parallel, on this machine or on others, and merges them:
#
#     parallel.sh PLAN DIR SHARDS [OPTION OF PARALLEL ...]
#     parallel.sh plan.yaml results 64 --sshloginfile hosts --workdir .
#
# Each shard is a process with one thread; without options of yours, as many run as there are cores.
# On other machines `peerlots` must be in the PATH, and the folder shared. Started again after an
# interruption, it goes on.
set -euo pipefail
[ $# -ge 3 ] || { printf 'help: parallel.sh PLAN DIR SHARDS [OPTION ...]\n' >&2; exit 64; }
plan=$1 results=$2 count=$3
shift 3
[[ $count =~ ^[1-9][0-9]{0,6}$ ]] || { echo "error: $count is no number of shards" >&2; exit 64; }
mkdir -p "$results"
seq "$count" | parallel --will-cite --quote --halt soon,fail=1 --line-buffer "$@" \
  "${PEERLOTS:-peerlots}" stress run "$plan" --output "$results/shard-{}-of-$count" \
  --shard "{}/$count" --threads 1
exec "$(dirname "${BASH_SOURCE[0]}")/slurm-merge.sh" "$results"
