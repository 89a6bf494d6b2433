# Packs the program with a JVM of its own: as an archive for any place, and as a package for Debian's kind of system.
# Sourced by ./cattlegrid; wants `root`, `program` and `jdk`.

# What the program and its libraries need of the JDK, as `jdeps --print-module-deps` says, and providers that it does not see:
# elliptic curves, file systems of archives, the rest of the character sets, and jcmd.
modules=java.base,java.desktop,java.sql,java.net.http,jdk.httpserver,jdk.net,jdk.crypto.ec,jdk.zipfs,jdk.charsets,jdk.jcmd,jdk.unsupported

make_image() {
    case ${2:-} in
    '' | --deb) [ $# -le 2 ] ;;
    *) false ;;
    esac || {
        echo "cattlegrid: it is not known what \`$*\` means; usage: cattlegrid image [--deb]" >&2
        exit 64
    }
    version=$("$root/cattlegrid" --version) && version=${version#cattlegrid }
    case ${2:-} in
    --deb) make_deb ;;
    *) make_archive ;;
    esac
    echo "$packed"
    exit 0
}

# Fills a directory with the program and its JVM.
fill_image() {
    rm -rf "$1" && mkdir -p "$1" || fail "cannot write to \`$1\`"
    "$jdk/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress zip-6 \
        --output "$1/runtime" || fail "jlink failed"
    cp -R "$root/cattlegrid" "$root/tools" "$1/" && cp -R "$program" "$1/program" && rm -f "$1/program/start.aot" "$1/program/agent.aot" "$1/program/jdk" ||
        fail "cannot write to \`$1\`"
    for document in LICENSE README.md CHANGELOG.md; do
        [ ! -f "$root/$document" ] || cp "$root/$document" "$1/"
    done
}

make_archive() {
    name=cattlegrid-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
    fill_image "$root/target/image/$name"
    packed=$root/target/$name.tgz
    tar -C "$root/target/image" -czf "$packed" "$name" || fail "cannot write \`$packed\`"
}

# Everything lies in /usr/lib/cattlegrid, where only root writes; /usr/bin/cattlegrid leads there. The cache for a fast start is
# made where it is installed, since it fits one JVM and these very files.
make_deb() {
    command -v dpkg-deb >/dev/null 2>&1 || fail "there is no dpkg-deb here, which makes packages; it comes with Debian's kind of system"
    architecture=$(dpkg --print-architecture)
    tree=$root/target/image/deb
    library=$tree/usr/lib/cattlegrid
    rm -rf "$tree"
    fill_image "$library"
    echo /usr/lib/cattlegrid/runtime >"$library/program/jdk"
    mkdir -p "$tree/DEBIAN" "$tree/usr/bin" "$tree/usr/share/doc/cattlegrid" || fail "cannot write to \`$tree\`"
    ln -s ../lib/cattlegrid/cattlegrid "$tree/usr/bin/cattlegrid"
    mv "$library/LICENSE" "$tree/usr/share/doc/cattlegrid/copyright"
    cat >"$tree/DEBIAN/control" <<EOF
Package: cattlegrid
Version: $(echo "$version" | sed 's/-SNAPSHOT$/~snapshot/')
Architecture: $architecture
Maintainer: The Cattlegrid maintainers <maintainers@cattlegrid.invalid>
Installed-Size: $(du -sk "$tree/usr" | cut -f1)
Depends: libc6, zlib1g, bash
Section: devel
Priority: optional
Description: permission gate for coding agents
 Reads every tool call of a coding agent before it runs, works out what it would
 do, lets harmless calls through and refuses harmful ones with a reason.
EOF
    cat >"$tree/DEBIAN/postinst" <<'EOF'
#!/bin/sh
set -e
if [ "$1" = configure ]; then
    /usr/lib/cattlegrid/cattlegrid installed
    echo "cattlegrid: put it before your agents with: cattlegrid setup --all"
fi
EOF
    cat >"$tree/DEBIAN/prerm" <<'EOF'
#!/bin/sh
set -e
rm -f /usr/lib/cattlegrid/program/start.aot /usr/lib/cattlegrid/program/agent.aot
if [ "$1" = remove ]; then
    echo "cattlegrid: an agent whose settings still name the gate runs unguarded from now on; each user takes it out with: cattlegrid setup --all --remove" >&2
fi
EOF
    chmod 755 "$tree/DEBIAN/postinst" "$tree/DEBIAN/prerm"
    packed=$root/target/cattlegrid_${version}_$architecture.deb
    dpkg-deb --root-owner-group -Zgzip --build "$tree" "$packed" >/dev/null || fail "cannot write \`$packed\`"
}

# What a package's installation ends with.
after_installation() {
    build_log=/dev/null
    learn_to_start
    exit 0
}
