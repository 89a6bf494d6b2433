# Starts the daemon in the background, cut off from whoever asked for it: another session, no terminal, no inherited environment.
# Sourced by ./cattlegrid; wants `root`.

# The command line of the daemon are the arguments; `--home DIR` among them says whose it is. One process in all starts it:
# `starting` names the last one that was started, and while that lives nobody starts another: exit code 4.
spawn_daemon() {
    home_of_user
    spawn_home=$user_home
    spawn_last=
    for spawn_word in "$@"; do
        [ "$spawn_last" != --home ] || spawn_home=$spawn_word
        spawn_last=$spawn_word
    done
    spawn_run=$spawn_home/.local/state/cattlegrid/run
    (umask 077 && mkdir -p "$spawn_run") || fail "cannot make \`$spawn_run\`, where the daemon would be found"
    umask 077
    take_turn "$spawn_run/starting.lock"
    spawned=4
    if ! is_starting; then
        spawned=0
        detach=
        ! command -v setsid >/dev/null 2>&1 || detach=setsid
        # shellcheck disable=SC2086 # setsid, or nothing
        (cd / && exec env -i MALLOC_ARENA_MAX=2 LC_ALL=C.UTF-8 PATH=/usr/bin:/bin $detach "$@") </dev/null >"$spawn_run/log" 2>&1 &
        echo $! >"$spawn_run/starting"
    fi
    rmdir "$spawn_run/starting.lock"
    exit "$spawned"
}

# Numbers of processes come again, so what runs under this one is looked at: a daemon, or the launcher that is about to become one.
is_starting() {
    spawn_pid=
    { read -r spawn_pid <"$spawn_run/starting"; } 2>/dev/null
    case $spawn_pid in '' | *[!0-9]*) return 1 ;; esac
    if [ -d /proc/self ]; then
        spawn_line=$(tr '\0' ' ' <"/proc/$spawn_pid/cmdline" 2>/dev/null)
    else
        spawn_line=$(ps -o args= -p "$spawn_pid" 2>/dev/null)
    fi
    case $spawn_line in
    *'daemon run'* | *'daemon spawn'*) return 0 ;;
    *) return 1 ;;
    esac
}

# A directory is made by one alone. Its maker needs milliseconds; one that stays was left behind, and what cannot be taken away is
# no turn of anybody.
take_turn() {
    turn_waited=0
    until mkdir "$1" 2>/dev/null; do
        turn_waited=$((turn_waited + 1))
        case $turn_waited in
        100) rmdir "$1" 2>/dev/null || fail "\`$1\` is in the way of a daemon" ;;
        200) fail "\`$1\` is in the way of a daemon" ;;
        esac
        sleep 0.02
    done
}
