#!/bin/bash
#SBATCH --job-name=peerlots-merge
#SBATCH --output=peerlots-merge-%j.log
#
# Puts the shards of DIR together in DIR/merged, byte for byte what one run gives, and makes the
# table by cell and the page. Also works without Slurm.
#
#     sbatch --dependency=afterok:JOB slurm-merge.sh DIR
set -euo pipefail
[ $# -eq 1 ] || { printf 'help: slurm-merge.sh DIR\n' >&2; exit 64; }
"${PEERLOTS:-peerlots}" stress merge "$1"/shard-* --output "$1/merged"
"${PEERLOTS:-peerlots}" stress summarize "$1/merged" --page "$1/merged/summary.html"
