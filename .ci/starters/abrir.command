#!/bin/sh
# Opens the planner in a Terminal window of a useful size. An error stays
# readable until Return is pressed.
printf '\033[8;40;120t'
"$(dirname "$0")/serums" "$@" && exit
printf '\nPulse Intro para cerrar. '
read -r _
