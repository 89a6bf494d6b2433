# Builds the program that ./cattlegrid runs, once for however many callers want it at the same time.
# Sourced after tools/jdk.sh; wants `root` and, to build, `jdk`.
#
# Maven works in the modules' own target directories; what runs is a copy in target/program, exchanged as a whole when a
# build has succeeded, so that neither a build under way nor one that failed is ever run.
#
# `built` in it holds when the build began, in seconds since 1970: its time tells what changed since, and its text which of two
# programs is the newer.
# `jdk` the home of the JDK that built it, which hooks use: what they run is not for the environment to say.
# What is installed lies in `program`, beside no source.

program=$root/target/program
[ -f "$root/pom.xml" ] || program=$root/program
build_log=$root/target/build.log

# How the program is started. What the JVM itself has to say goes to stderr: stdout belongs to the answer.
# The library that reads conditions uses what the JDK will take away one day, and would warn of it there.
jvm_flags='-XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow'
class_path="$program/cattlegrid-app.jar:$program/lib/*"
daemon_flags='-Xmx256m -Xmn8m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:+ExitOnOutOfMemoryError'
main_class=dev.cattlegrid.app.Main

refuse() {
    echo "cattlegrid: $*" >&2
    exit 2
}

fail() {
    echo "cattlegrid: $*" >&2
    exit 70
}

is_built() {
    [ -f "$program/built" ]
}

# Nothing that goes into the program has changed since: directories too, so that a file that went is noticed.
is_fresh() {
    is_built || return 1
    [ -f "$root/pom.xml" ] || return 0
    [ -z "$(find "$root/pom.xml" "$root/engine/pom.xml" "$root/engine/src/main" "$root/app/pom.xml" \
        "$root/app/src/main" "$root/agent/pom.xml" "$root/agent/src/main" "$root/commands" "$root/prose" -newer "$program/built" 2>&1 | head -n 1)" ]
}

build() {
    mkdir -p "$root/target" 2>/dev/null && [ -w "$root/target" ] || fail "cannot write to \`$root/target\`, where it would build"
    lock
    is_fresh || build_locked
    unlock
}

# The system lets go of an flock when its holder dies. Where there is none, a directory has to do.
lock() {
    if command -v flock >/dev/null 2>&1; then
        exec 9>"$root/target/build.lock"
        flock 9
        return
    fi
    lock_waited=0
    until mkdir "$root/target/build.lock.d" 2>/dev/null; do
        lock_waited=$((lock_waited + 1))
        [ "$lock_waited" -lt 600 ] || fail "another build holds \`$root/target/build.lock.d\`; remove it if none is under way"
        sleep 1
    done
    trap 'rmdir "$root/target/build.lock.d" 2>/dev/null' EXIT
    trap 'exit 130' INT TERM HUP
}

unlock() {
    exec 9>&-
    rmdir "$root/target/build.lock.d" 2>/dev/null
    trap - EXIT INT TERM HUP
}

build_locked() {
    build_next=$root/target/program.next
    rm -rf "$build_next" "$root/app/target/lib" "$root/agent/target/lib"
    mkdir "$build_next" && date +%s >"$build_next/built" || fail "cannot write to \`$root/target\`, where it would build"
    announce
    (cd "$root" && JAVA_HOME=$jdk ./mvnw -B -Pquick -Dmaven.test.skip=true -pl agent -am package) \
        >"$build_log" 2>&1 </dev/null || build_failed
    echo "$jdk" >"$build_next/jdk"
    cp "$root/app/target/cattlegrid-app.jar" "$build_next/" && cp -R "$root/app/target/lib" "$build_next/" &&
        cp "$root"/agent/target/lib/*.jar "$root/agent/target/cattlegrid-agent.jar" "$build_next/lib/" || build_failed
    rm -rf "$program.previous"
    [ ! -e "$program" ] || mv "$program" "$program.previous"
    mv "$build_next" "$program"
    learn_to_start
    end_announcement
}

# One run from which the JVM keeps what starting costs most: loaded classes and profiles. A cache fits one JDK and these jars,
# so it is made here, where both are. Nothing depends on it.
learn_to_start() {
    mkdir -p "$program/rehearsal" || return 0
    # shellcheck disable=SC2086 # the flags are several words
    (cd "$program/rehearsal" && env -i LC_ALL=C.UTF-8 "$jdk/bin/java" -XX:AOTCacheOutput="$program/start.next" $jvm_flags \
        -cp "$class_path" dev.cattlegrid.app.Rehearsal "$program/rehearsal") >>"$build_log" 2>&1 </dev/null
    # The agent starts with more than hooks do, so that it has a cache of its own.
    (rehearse_agent) >>"$build_log" 2>&1 </dev/null
    rm -rf "$program/rehearsal"
    [ ! -f "$program/start.next" ] || mv "$program/start.next" "$program/start.aot"
    [ ! -f "$program/agent.next" ] || mv "$program/agent.next" "$program/agent.aot"
}

# On a terminal of its own where `script` makes one, so that drawing is learnt too. Ctrl-D ends a session that stands at its prompt;
# it is typed until that is so.
rehearse_agent() {
    rehearse="env -i LC_ALL=C.UTF-8 TERM=xterm-256color '$jdk/bin/java' -XX:AOTCacheOutput='$program/agent.next' $jvm_flags -cp '$class_path'"
    cd "$program/rehearsal" || return 0
    if script -qec true /dev/null; then
        while sleep 0.2 && printf '\004'; do :; done | timeout 120 script -qec "$rehearse dev.cattlegrid.agent.Rehearsal ." /dev/null
    else
        sh -c "$rehearse $main_class try --plain"
    fi
}

build_failed() {
    end_announcement
    fail "the build failed: $(sed -n '/^\[ERROR\] COMPILATION/d; /^\[ERROR\] */{s///p;q;}' "$build_log" | cut -c1-300); all of it is in \`$build_log\`"
}

# One line on stderr; on a terminal it counts the seconds.
announce() {
    announced='cattlegrid: building, which the first time takes a minute or two'
    ticker=
    if [ -t 2 ]; then
        (
            ticked=0
            while kill -0 $$ 2>/dev/null; do
                printf '\r%s (%d s) ' "$announced" "$ticked" >&2
                sleep 1
                ticked=$((ticked + 1))
            done
        ) 9>&- &
        ticker=$!
    else
        echo "$announced" >&2
    fi
}

end_announcement() {
    [ -n "$ticker" ] || return 0
    kill "$ticker" 2>/dev/null
    wait "$ticker" 2>/dev/null
    ticker=
    printf '\n' >&2
}
