#!/bin/bash
#SBATCH --job-name=peerlots
#SBATCH --output=peerlots-%A_%a.log
#
# Draws one shard of a plan; all tasks of a Slurm array together draw the whole. On a cluster, with
# `peerlots` in the PATH (or its path in PEERLOTS) and a folder that all nodes share:
#
#     job=$(sbatch --parsable --array=1-7 slurm-array.sh PLAN DIR)
#     sbatch --dependency=afterok:$job slurm-merge.sh DIR
#
# Each task draws with as many threads as it has cores: add --cpus-per-task=4, and --time, --mem or
# --partition as your cluster wants them. A task that was stopped goes on where it was when the same
# line is submitted again. To submit some tasks only, number them from 1 and say how many there are:
#
#     sbatch --array=3,5 slurm-array.sh PLAN DIR 7
set -euo pipefail

usage() { printf '%s\nhelp: sbatch --array=1-7 slurm-array.sh PLAN DIR\n' "$1" >&2; exit 64; }
[ $# -eq 2 ] || [ $# -eq 3 ] || usage 'error: give a plan and a folder for the results'
[ -n "${SLURM_ARRAY_TASK_ID:-}" ] || usage 'error: this is no task of a Slurm array'
plan=$1 results=$2
if [ $# -eq 3 ]; then
  count=$3 task=$SLURM_ARRAY_TASK_ID
  [[ $count =~ ^[1-9][0-9]{0,6}$ ]] || usage "error: $count is no number of shards"
  if [ "$task" -lt 1 ] || [ "$task" -gt "$count" ]; then
    usage "error: there is no shard $task of $count"
  fi
else
  # An array may begin anywhere and count in steps: its tasks are numbered from 1 here.
  count=$SLURM_ARRAY_TASK_COUNT
  from=$SLURM_ARRAY_TASK_MIN step=${SLURM_ARRAY_TASK_STEP:-1}
  if [ $(((SLURM_ARRAY_TASK_MAX - from) / step + 1)) -ne "$count" ]; then
    usage "error: the array has gaps, so the number of its tasks says nothing about the shards
help: give the number of shards as a third argument, and number the tasks from 1"
  fi
  task=$(((SLURM_ARRAY_TASK_ID - from) / step + 1))
fi
# A single task submitted again without the third argument would take itself for the whole.
for shard in "$results"/shard-*-of-*; do
  if [ -e "$shard" ] && [ "${shard##*-of-}" != "$count" ]; then
    usage "error: $results holds $shard, but this array has $count tasks
help: give the number of shards as a third argument, or take another folder"
  fi
done
mkdir -p "$results"
# exec: a signal from Slurm (time limit, scancel) reaches the program, which then stops cleanly.
exec "${PEERLOTS:-peerlots}" stress run "$plan" --output "$results/shard-$task-of-$count" \
  --shard "$task/$count" --threads "${SLURM_CPUS_PER_TASK:-1}"
