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

is_starting() {
    spawn_pid=
    { read -r spawn_pid <"$spawn_run/starting"; } 2>/dev/null
    [ -n "$spawn_pid" ] && kill -0 "$spawn_pid" 2>/dev/null || return 1
    # One that has ended and that nobody has asked about yet still has its number: proc_pid_stat(5), state Z.
    spawn_state=
    { read -r spawn_state <"/proc/$spawn_pid/stat"; } 2>/dev/null
    case $spawn_state in
    *') Z '*) return 1 ;;
    esac
}

# A directory is made by one alone. Its maker needs milliseconds; one that stays was left behind.
take_turn() {
    turn_waited=0
    until mkdir "$1" 2>/dev/null; do
        turn_waited=$((turn_waited + 1))
        [ "$turn_waited" -lt 100 ] || { rmdir "$1" 2>/dev/null && turn_waited=0; }
        sleep 0.02
    done
}
