# What can follow "levensreis" in bash: a command or a study, then the options of that command and files.
_levensreis() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options="" IFS=$' \t\n'
    COMPREPLY=()
    compopt -o filenames 2> /dev/null
    case ${COMP_WORDS[1]} in
@OPTIONS@
    esac
    if [[ $before == --lang ]]; then
        mapfile -t COMPREPLY < <(compgen -W "nl en" -- "$word")
    elif ((COMP_CWORD == 1)) && [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "--help --version --lang" -- "$word")
    elif [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
    elif ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "@COMMANDS@" -- "$word"; compgen -f -X '!*.levensreis' -- "$word"
            compgen -d -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}
complete -F _levensreis levensreis
