# A hook's way in, which a host waits at: hands the payload to the daemon and its answer back, in one process, without a fork.
# Run by ./cattlegrid as `bash -p tools/hook.bash ROOT HOST [--home DIR] [--headless]`, the payload on stdin.
#
# Hosts let a call run when a hook crashes, hangs, is killed, or prints what they do not expect. So whatever goes wrong here
# ends in exit code 2 with a sentence on stderr, which Claude Code, Codex, Gemini CLI and Qwen Code all take for a refusal.
# `-p` keeps bash from functions, options and start files that the environment names; nothing below reads a variable of it.

# Seconds; all of them and, after them, those of tools/hook.sh stay below the 60 that `setup` writes as the host's own limit.
deadline=30
# Of them, the most for the host to hand in its payload, for a daemon to come up, and for it to say who it is.
handing_in=10
patience=12
greeting=3
largest=33554432

LC_ALL=C
IFS=$' \t\n'
TMPDIR=/tmp
PATH=/usr/bin:/bin
unset HOME
SECONDS=0

refuse() {
    trap - EXIT
    printf 'cattlegrid: %s\n' "$*" >&2
    exit 2
}

finish() {
    trap - EXIT
    printf '%s\n' "$1" || refuse "the answer could not be handed on, so this call is refused"
    exit 0
}

stopped() { refuse "the gate was stopped before it could answer, so this call is refused"; }

no_input() { refuse "the host did not end the hook's input within $handing_in s, so this call is refused"; }

no_answer() { refuse "the gate gave no answer within $deadline s, so this call is refused"; }

trap '' PIPE
trap stopped INT TERM HUP
trap 'refuse "the gate ended before it could answer, so this call is refused"' EXIT

root=$1 host=$2
shift 2
options=() home=~ headless=
while [ $# -gt 0 ]; do
    case $1 in
    --headless) headless='?headless' options+=("$1") ;;
    --home) home=${2-} options+=("$1" "$home") && shift ;;
    *) refuse "\`hook\` does not know \`$1\`, so this call is refused" ;;
    esac
    shift
done
case $host in *[!a-z-]* | '') refuse "\`hook\` needs the name of a host, so this call is refused" ;; esac
case $home in /*) ;; *) refuse "it is not known where home is, so this call is refused" ;; esac
run=$home/.local/state/cattlegrid/run

# `read -t` looks at the clock for each character, so only a short payload is read with it; a watch is kept over the rest of a long
# one. What is begun in the background holds nothing that the host waits for.
read_payload() {
    local rest watch
    if ((BASH_VERSINFO[0] < 4 || (BASH_VERSINFO[0] == 4 && BASH_VERSINFO[1] < 1))); then
        IFS= read -r -t $handing_in -d '' payload
        [ $? -le 128 ] || no_input
    else
        IFS= read -r -t $handing_in -N 8192 payload
        [ $? -le 128 ] || no_input
        if [ ${#payload} = 8192 ]; then
            trap no_input TERM
            (sleep $handing_in && kill -TERM $$) >/dev/null 2>&1 </dev/null &
            watch=$!
            IFS= read -r -N $largest rest
            kill "$watch" 2>/dev/null
            trap stopped TERM
            payload=$payload$rest
        fi
    fi
    [ ${#payload} -le $largest ] || refuse "the hook's input is larger than 32 MiB, so this call is refused"
}

# Reads from the daemon what the arguments of `read` say, as long as there is time until `by`; else `late` says that there was none.
hear() {
    local left=$((by - SECONDS)) read
    [ $left -gt 0 ] || { late=1 && return 1; }
    IFS= read -r -t $left "$@" <&3
    read=$?
    [ $read -le 128 ] || late=1
    return $read
}

# Reads a whole reply of the daemon until `by`: sets `status` and `body`. Fails where it breaks off, is late, or where somebody else
# answers.
reply() {
    local line length=0 shown=
    status= body=
    hear line || return 1
    case $line in 'HTTP/1.1 '[1-5][0-9][0-9]*) status=${line:9:3} ;; *) return 1 ;; esac
    while hear line; do
        line=${line%$'\r'}
        case $line in
        '')
            [ "$shown" = "$proof" ] || return 1
            [ "$length" = 0 ] || hear -d '' -n "$length" body
            [ ${#body} = "$length" ]
            return
            ;;
        [Cc]attlegrid-[Pp]roof:\ *) shown=${line#*: } ;;
        [Cc]ontent-[Ll]ength:\ *) length=${line#*: } && case $length in '' | *[!0-9]*) return 1 ;; esac ;;
        esac
    done
    return 1
}

# Bash writes a text that ends in a newline at once, but for the very first one, which goes line by line: the kernel would hold
# back each line until the one before is acknowledged, for up to 40 ms.
printf '\n' >/dev/null
tell() { printf '%s' "$1" 2>/dev/null >&3; }

# Asks the daemon behind the door plate, which first has to prove that it is the one who hung it out. Sets `status` and `body`;
# fails where there is nobody, or somebody else, or where nothing comes: then `late` is set, and `heard` if it was told the call.
ask() {
    local form pid port token stamp rest by=$((SECONDS + greeting))
    late= heard=
    { read -r form pid port token proof stamp rest <"$run/door"; } 2>/dev/null || return 1
    [ "$form" = 1 ] && [ -O "$run/door" ] && [ -n "$proof" ] || return 1
    case $port in '' | *[!0-9]*) return 1 ;; esac
    { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 1
    local same="Host: 127.0.0.1:$port"$'\r\n'"Authorization: Bearer $token"$'\r\n'
    tell "GET /hello HTTP/1.1"$'\r\n'"${same}Cattlegrid-Stamp: $built"$'\r\n\r\n' || return 1
    reply && [ "$status" = 200 ] || return 1
    local call="POST /hook/$host$headless HTTP/1.1"$'\r\n'"${same}Content-Length: $((${#payload} + 1))"$'\r\n\r\n'"$payload"$'\n'
    heard=1 by=$deadline
    if [ ${#payload} -lt 65536 ]; then
        tell "$call" || return 1
    else
        # What does not fit into the socket's buffer could block for longer than anybody waits.
        tell "$call" >/dev/null 2>&1 </dev/null &
        writer=$!
    fi
    reply
}

# Hands on what the daemon said. Fails where there was none to say anything.
answer() {
    ask
    local asked=$?
    { exec 3<&-; } 2>/dev/null
    [ -z "$writer" ] || kill "$writer" 2>/dev/null
    writer=
    [ -z "$late" ] || [ -z "$heard" ] || no_answer
    [ $asked = 0 ] || return 1
    case $status in
    200)
        case $body in
        '{'*'}') finish "$body" ;;
        *) refuse "the gate's answer was garbled, so this call is refused" ;;
        esac
        ;;
    *) refuse "${body:-the gate failed}, so this call is refused" ;;
    esac
}

read_payload
writer= built=0
{ read -r built <"$root/program/built" || read -r built <"$root/target/program/built"; } 2>/dev/null
answer

# Nobody there: the daemon has ended, never ran, is another program's, or died while it was asked. One is started, by one of all
# the launchers that want it. What dies as often as it is started is left alone, and so is one that does not even say who it is.
started=0
until [ "$SECONDS" -ge "$patience" ] || [ "$started" -ge 3 ] || [ -n "$late" ]; do
    /usr/bin/env -i /bin/sh "$root/cattlegrid" daemon spawn --home "$home" </dev/null >/dev/null 2>&1
    case $? in
    0) started=$((started + 1)) ;;
    4) ;; # one is starting already
    *) break ;;
    esac
    for wait in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        sleep 0.02
        answer
    done
done

# No daemon can be had here: the program answers by itself.
printf '%s' "$payload" | /usr/bin/env -i /bin/sh "$root/cattlegrid" hook-alone "$host" "${options[@]}"
alone=${PIPESTATUS[1]}
[ "$alone" = 0 ] || [ "$alone" = 2 ] || refuse "the gate failed (exit code $alone), so this call is refused"
trap - EXIT
exit "$alone"
