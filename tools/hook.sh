# A hook's way in, which a host waits at: whatever goes wrong on it ends in a refusal that the host obeys.
# Sourced by ./cattlegrid after tools/jdk.sh and tools/build.sh.
#
# Hosts let a call run when a hook crashes, hangs, is killed, or prints what they do not expect. So the program's answer
# is held back until it is whole, and only what is one object goes out; else it is exit code 2 with a sentence
# on stderr, which Claude Code, Codex, Gemini CLI and Qwen Code all take for a refusal.

# Seconds; with those of tools/hook.bash before them, below the 60 that `setup` writes as the host's own limit.
hook_deadline=25

is_ready_for_hooks() {
    trap 'refuse "the gate was stopped before it could answer, so this call is refused"' INT TERM HUP
    { IFS= read -r jdk <"$program/jdk" && good_runtime "$jdk"; } 2>/dev/null || find_jdk || refuse "no JDK $jdk_floor or newer found, so this call is refused: run $root/cattlegrid --version in a terminal"
    is_built || refuse "the gate is not built yet, so this call is refused: run $root/cattlegrid --version in a terminal"
}

# Runs the program, whose command line are the arguments, and hands on its answer.
answer_hook() {
    PATH=/usr/bin:/bin:$PATH
    trap '' PIPE
    hook_answer=$(within_deadline "$@")
    hook_status=$?
    case $hook_status in
    0) ;;
    124 | 137) refuse "the gate gave no answer within $hook_deadline s, so this call is refused" ;;
    *) refuse "the gate failed (exit code $hook_status), so this call is refused" ;;
    esac
    case $hook_answer in
    *'
'*) refuse "the gate's answer was garbled, so this call is refused" ;;
    '{'*'}') ;;
    *) refuse "the gate's answer was garbled, so this call is refused" ;;
    esac
    printf '%s\n' "$hook_answer" || refuse "the answer could not be handed on, so this call is refused"
    exit 0
}

within_deadline() {
    if command -v timeout >/dev/null 2>&1; then
        timeout --foreground -k 1 "$hook_deadline" "$@"
        return
    fi
    exec 3<&0
    "$@" <&3 3<&- &
    hook_pid=$!
    (
        sleep "$hook_deadline"
        kill -9 "$hook_pid"
    ) >/dev/null 2>&1 3<&- &
    hook_watch=$!
    wait "$hook_pid" 2>/dev/null
    hook_code=$?
    kill "$hook_watch" 2>/dev/null
    return "$hook_code"
}
