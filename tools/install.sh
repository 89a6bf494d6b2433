# Puts the program where it stays, and takes it away again.
# Sourced by ./cattlegrid; wants `root`, `program` and, but for uninstalling, `jdk`.
#
#   PREFIX/share/cattlegrid/STAMP      one build: cattlegrid, tools, program and, from an image, runtime
#   PREFIX/share/cattlegrid/current    which of them counts; what hosts call goes through it
#   PREFIX/bin/cattlegrid              for people
#
# STAMP is when the program was built. The one before is kept, so that a host that is in the middle of a call finds its files.

install_usage="usage: cattlegrid install [--prefix DIR] | uninstall [--prefix DIR] [--purge]"

# Reads `--prefix DIR`, `--home DIR` and `--purge`; sets `prefix`, `purge` and `at_home`, the options of what is called on the way.
read_install_options() {
    home_of_user
    prefix= purge= at_home=$user_home
    shift
    while [ $# -gt 0 ]; do
        case $1 in
        --prefix | --home)
            [ -n "${2:-}" ] || wrong_use "\`$1\` needs a directory"
            case $2 in /*) ;; *) wrong_use "\`$1\` needs an absolute path, not \`$2\`" ;; esac
            [ "$1" = --home ] && at_home=$2 || prefix=$2
            shift
            ;;
        --purge) purge=1 ;;
        *) wrong_use "it is not known what \`$1\` means here" ;;
        esac
        shift
    done
    [ -n "$prefix" ] || prefix=$at_home/.local
    share=$prefix/share/cattlegrid
}

wrong_use() {
    echo "cattlegrid: $1; $install_usage" >&2
    exit 64
}

install_program() {
    read_install_options "$@"
    read -r stamp <"$program/built" || fail "\`$program/built\` does not say when the program was built"
    there=$share/$stamp
    if [ "$root" = "$there" ]; then
        echo "this is what is installed in $share"
        exit 0
    fi
    mkdir -p "$share" "$prefix/bin" 2>/dev/null && [ -w "$share" ] && [ -w "$prefix/bin" ] ||
        fail "cannot write to \`$prefix\`; name another directory with --prefix"
    rm -rf "$share/next"
    mkdir "$share/next" && cp -R "$root/cattlegrid" "$root/tools" "$share/next/" && cp -R "$program" "$share/next/program" &&
        rm -f "$share/next/program/start.aot" "$share/next/program/agent.aot" && copy_runtime || fail "cannot copy the program to \`$share\`"
    rm -rf "$there"
    mv "$share/next" "$there"
    program=$there/program build_log=$there/program/training.log class_path="$there/program/cattlegrid-app.jar:$there/program/lib/*"
    learn_to_start
    was=$(readlink "$share/current" 2>/dev/null)
    ln -sfn "$stamp" "$share/current"
    ln -sfn "$share/current/cattlegrid" "$prefix/bin/cattlegrid"
    end_daemon
    for old in "$share"/[0-9]*; do
        [ "$old" = "$there" ] || [ "$old" = "$share/$was" ] || rm -rf "$old"
    done
    echo "installed in $there"
    case :${caller_path:-}: in
    *:"$prefix/bin":*) echo "next: cattlegrid setup --all" ;;
    *) echo "next: $prefix/bin/cattlegrid setup --all    ($prefix/bin is not in your PATH)" ;;
    esac
    exit 0
}

# An image brings its own JVM; else the one that built it is used.
copy_runtime() {
    if [ -d "$root/runtime" ]; then
        cp -R "$root/runtime" "$share/next/runtime" && jdk=$share/$stamp/runtime
    fi
    echo "$jdk" >"$share/next/program/jdk"
}

# The next hook starts one of the program that is installed now, also where that is the older one.
end_daemon() {
    "$share/current/cattlegrid" daemon stop --home "$at_home" >/dev/null 2>&1 || true
}

uninstall_program() {
    read_install_options "$@"
    if [ -x "$share/current/cattlegrid" ]; then
        "$share/current/cattlegrid" setup --all --remove --home "$at_home" || fail "the gate could not be taken out of every client, so nothing is removed"
        end_daemon
    fi
    rm -rf "$share"
    rm -f "$prefix/bin/cattlegrid"
    if [ -n "$purge" ]; then
        rm -rf "$at_home/.local/state/cattlegrid" "$at_home/.config/cattlegrid"
        echo "removed, with all records and settings"
    else
        rm -rf "$at_home/.local/state/cattlegrid/run"
        echo "removed; records stay in $at_home/.local/state/cattlegrid, settings in $at_home/.config/cattlegrid (--purge takes them too)"
    fi
    exit 0
}
