# Finds a JDK that is new enough, by reading `release` files: no JVM is started.
# Sourced by ./cattlegrid and ./verify, which set `root` to the project's directory.
#
#   find_jdk     sets `jdk` to the home of the first JDK >= 25, or returns 1
#   need_jdk     the same, or ends with exit code 3 and a sentence that says how to get one

jdk_floor=25

# A JDK's home has a `release` file that names its version, and a compiler.
good_jdk() {
    [ -x "$1/bin/javac" ] && good_runtime "$1"
}

# What only has to run a program that is built.
good_runtime() {
    [ -r "$1/release" ] && [ -x "$1/bin/java" ] || return 1
    while IFS= read -r jdk_line || [ -n "$jdk_line" ]; do
        case $jdk_line in
        JAVA_VERSION=*)
            jdk_major=${jdk_line#JAVA_VERSION=}
            jdk_major=${jdk_major#\"}
            jdk_major=${jdk_major%%[!0-9]*}
            [ -n "$jdk_major" ] && [ "$jdk_major" -ge "$jdk_floor" ] || return 1
            jdk=$1
            return 0
            ;;
        esac
    done <"$1/release"
    return 1
}

# The first good one among the arguments; a pattern that matched nothing is no directory and falls through.
first_jdk() {
    for jdk_home in "$@"; do
        good_jdk "$jdk_home" && return 0
    done
    return 1
}

# The JDK of the `java` on the caller's PATH, behind any links (Debian's alternatives, brew).
path_jdk() {
    jdk_java=$(PATH=${caller_path:-$PATH} && command -v java 2>/dev/null) || return 1
    while [ -h "$jdk_java" ]; do
        jdk_link=$(readlink "$jdk_java") || return 1
        case $jdk_link in
        /*) jdk_java=$jdk_link ;;
        *) jdk_java=${jdk_java%/*}/$jdk_link ;;
        esac
    done
    case $jdk_java in
    */bin/java) good_jdk "${jdk_java%/bin/java}" ;;
    *) return 1 ;;
    esac
}

# Home as the password database knows it: a variable can be set by anybody.
home_of_user() {
    user_home=$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6)
    [ -n "$user_home" ] || user_home=${HOME:-/nonexistent}
}

find_jdk() {
    good_runtime "$root/runtime" && return 0
    first_jdk "${CATTLEGRID_JAVA_HOME:-}" "${JAVA_HOME:-}" && return 0
    path_jdk && return 0
    first_jdk /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* && return 0
    home_of_user
    first_jdk "$user_home"/.sdkman/candidates/java/current "$user_home"/.sdkman/candidates/java/* \
        "$user_home"/.jdks/* "$user_home"/.local/share/mise/installs/java/* "$user_home"/.jbang/cache/jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$user_home"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec
}

need_jdk() {
    find_jdk && return 0
    echo "cattlegrid: no JDK $jdk_floor or newer found: install one (Debian, Ubuntu: temurin-$jdk_floor-jdk from Adoptium;" \
        "macOS: brew install openjdk; anywhere: sdk install java $jdk_floor-tem), or name its directory in CATTLEGRID_JAVA_HOME" >&2
    exit 3
}
