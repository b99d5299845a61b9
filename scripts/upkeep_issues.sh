#!/usr/bin/env bash
# Makes the open issues of the repository equal to what `praktijken status --issues` wrote, with `gh` from PATH.
#
#   scripts/upkeep_issues.sh list FILE    write the issues that this job opened before
#   scripts/upkeep_issues.sh apply DIR    carry out DIR/plan.tsv
#
# What to do is decided in generator/upkeep/issues.py. Text from records comes in files only, never in a command.
# Exit code 1 when a step failed; the other steps are done all the same. UPKEEP_PAUSE is the wait between steps in
# seconds: GitHub wants new issues to come slowly.
set -euo pipefail

label=onderhoud

list() {
  # Anybody can write the mark of an owner into an issue, but only those who may manage issues can give it the label.
  # No --app or --search: these ask the search index, which lags and does not know the app of workflows (cli/cli#5888).
  gh issue list --state open --label "$label" --limit 1000 --json number,title,body >"$1"
}

apply() {
  local dir=$1 failed=0 action number name
  gh label create "$label" --description 'Een eigenaar moet praktijken nalopen' --color 1d76db --force
  while IFS=$'\t' read -r action number name; do
    case $action in
      nieuw) gh issue create --label "$label" --title "$(<"$dir/$name.titel")" --body-file "$dir/$name.md" ;;
      wijzig) gh issue edit "$number" --title "$(<"$dir/$name.titel")" --body-file "$dir/$name.md" ;;
      sluit) gh issue close "$number" --comment 'Er staat niets meer open. Dank u wel.' ;;
      *) echo "onbekende stap: $action" >&2; false ;;
    esac </dev/null || failed=1
    sleep "${UPKEEP_PAUSE:-3}"
  done <"$dir/plan.tsv"
  return "$failed"
}

case ${1:-}:${2:+given} in
  list:given) list "$2" ;;
  apply:given) apply "$2" ;;
  *) echo 'gebruik: scripts/upkeep_issues.sh list BESTAND | apply MAP' >&2; exit 2 ;;
esac
