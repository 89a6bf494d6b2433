package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Options.Item;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads tar: what goes into an archive or comes out of it, and the programs that it can be told to start.
///
/// Source: tar(1) and the info manual of GNU tar 1.35; tar(1) of bsdtar 3.7.
final class TarReader {
    private static final String LONG =
            """
            -A,--catenate,--concatenate -c,--create -d,--diff,--compare --delete -r,--append -t,--list --test-label
            -u,--update -x,--extract,--get --usage --version -?,--help --show-defaults -C=,--directory= -f=,--file=
            --check-device --no-check-device -g=,--listed-incremental= -G,--incremental --hole-detection= --ignore-failed-read
            --level= -n,--seek --no-seek --occurrence? --restrict --sparse-version= -S,--sparse -k,--keep-old-files
            --keep-newer-files --keep-directory-symlink --no-overwrite-dir --one-top-level? --overwrite --overwrite-dir
            --recursive-unlink --remove-files --skip-old-files -U,--unlink-first -W,--verify --ignore-command-error
            --no-ignore-command-error -O,--to-stdout --to-command= --atime-preserve? --delay-directory-restore
            --no-delay-directory-restore --group= --group-map= --mode= --mtime= --clamp-mtime -m,--touch --no-same-owner
            --no-same-permissions --numeric-owner --owner= --owner-map= -p,--preserve-permissions,--same-permissions
            --same-owner -s,--preserve-order,--same-order --sort= --acls --no-acls --selinux --no-selinux --xattrs --no-xattrs
            --xattrs-exclude= --xattrs-include= --force-local -F=,--info-script=,--new-volume-script= -L=,--tape-length=
            -M,--multi-volume --rmt-command= --rsh-command= --volno-file= -b=,--blocking-factor= -B,--read-full-records
            -i,--ignore-zeros --record-size= -H=,--format= --old-archive,--portability --pax-option= --posix -V=,--label=
            -a,--auto-compress -I=,--use-compress-program= -j,--bzip2 -J,--xz --lzip --lzma --lzop --no-auto-compress
            -z,--gzip,--gunzip,--ungzip -Z,--compress,--uncompress --zstd --add-file= --backup? --exclude=
            --exclude-backups --exclude-caches --exclude-caches-all --exclude-caches-under --exclude-ignore=
            --exclude-ignore-recursive= --exclude-tag= --exclude-tag-all= --exclude-tag-under= --exclude-vcs
            --exclude-vcs-ignores -h,--dereference --hard-dereference -K=,--starting-file= --newer-mtime= --no-null
            --no-recursion --no-unquote --no-verbatim-files-from --null -N=,--newer=,--after-date= --one-file-system
            -P,--absolute-names --recursion --suffix= -T=,--files-from= --unquote --verbatim-files-from -X=,--exclude-from=
            --strip-components= --transform=,--xform= --anchored --ignore-case --no-anchored --no-ignore-case
            --no-wildcards --no-wildcards-match-slash --wildcards --wildcards-match-slash --checkpoint?
            --checkpoint-action= --full-time --index-file= -l,--check-links --no-quote-chars= --quote-chars=
            --quoting-style= -R,--block-number --show-omitted-dirs --show-transformed-names,--show-stored-names
            --totals? --utc -v,--verbose --warning= -w,--interactive,--confirmation -o --no-mac-metadata
            --mac-metadata --disable-copyfile --uid= --gid= --uname= --gname= --safe-writes --no-safe-writes --options=
            --no-xattr --no-fflags --fflags --lrzip --lz4 --grzip --uuencode --zstd --no-read-sparse --gid --lzma
            """;
    private static final Options OPTIONS = Options.of(LONG);

    private TarReader() {}

    static Outcome read(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        char mode = 0;
        Optional<Arg> archive = Optional.empty();
        Optional<Arg> folder = Optional.empty();
        Optional<Arg> top = Optional.empty();
        boolean stdout = false;
        boolean remove = false;
        boolean absolute = false;
        var files = new ArrayList<Arg>();
        Data content = Data.NONE;
        for (Item item : OPTIONS.scan(dashed(call.args()))) {
            switch (item) {
                case Item.Operand(var arg, _) -> files.add(in(folder, arg));
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Loose(var arg) -> {
                    if (arg.splits()) {
                        sheet.unknown(arg, Bound.ANYTHING);
                    }
                    files.add(in(folder, arg));
                }
                case Item.Option option -> {
                    Arg value = option.given();
                    switch (option.name()) {
                        case "-c", "-r", "-u", "-A" -> mode = 'c';
                        case "-x" -> mode = 'x';
                        case "-t", "-d", "--test-label" -> mode = 't';
                        case "--delete" -> mode = 'd';
                        case "-f" -> archive = Optional.of(value);
                        case "-C" -> folder = Optional.of(in(folder, value));
                        case "--one-top-level" -> top = option.value();
                        case "-O" -> stdout = true;
                        case "-P" -> absolute = true;
                        case "--remove-files" -> remove = true;
                        case "-I" -> program(value, sheet);
                        case "--to-command" -> fed(value, call, opener, sheet);
                        case "-F", "--rsh-command", "--rmt-command" -> sheet.script(value);
                        case "--checkpoint-action" -> checkpoint(value, sheet);
                        case "-T" -> {
                            content = content.with(sheet.read(value));
                            if (!value.is("-") || call.stdin().text().isEmpty()) {
                                files.add(value.with(Value.unknown("files that a list names")));
                            }
                        }
                        case "-X" -> sheet.read(value);
                        case "--add-file" -> files.add(in(folder, value));
                        case "-g", "--index-file", "--volno-file" -> sheet.create(value, Data.NONE);
                        default -> {}
                    }
                }
            }
        }
        boolean remote = archive.filter(SshReaders::isRemote).isPresent();
        if (remote) {
            sheet.unknown(
                    archive.get(),
                    Sheet.bound(Bound.Kind.SEND, Bound.Kind.RECEIVE, Bound.Kind.RUN));
        }
        switch (mode) {
            case 'c' -> {
                for (Arg file : files) {
                    content =
                            content.with(
                                    file.value().prefix().startsWith("@")
                                            ? sheet.read(file.after(1))
                                            : sheet.read(file));
                }
                Data packed = content.changed();
                if (archive.isEmpty() || archive.get().is("-")) {
                    sheet.output(packed);
                } else if (!remote) {
                    sheet.create(archive.get(), packed);
                }
                if (remove) {
                    files.forEach(file -> sheet.delete(file, true));
                }
            }
            case 'd' -> archive.ifPresent(arg -> sheet.edit(arg, Data.NONE));
            case 'x' -> {
                Data data = opened(archive, call, sheet);
                if (stdout) {
                    sheet.output(data);
                } else {
                    extract(folder, top, absolute, data, sheet);
                }
            }
            default -> sheet.output(opened(archive, call, sheet));
        }
        return sheet.done();
    }

    private static Data opened(Optional<Arg> archive, Invocation call, Sheet sheet) {
        Data data =
                archive.isEmpty() || archive.get().is("-")
                        ? call.stdin()
                        : sheet.read(archive.get());
        return data.changed();
    }

    /// Names in an archive are known to nobody; tar keeps them below the directory unless told otherwise.
    private static void extract(
            Optional<Arg> folder, Optional<Arg> top, boolean absolute, Data data, Sheet sheet) {
        Arg into = folder.orElse(Arg.exact(".", sheet.span()));
        if (absolute) {
            sheet.create(into.with(Value.unknown("names in the archive")), data);
            return;
        }
        String named = top.flatMap(Arg::text).map(name -> name + "/").orElse("");
        Value value =
                into.text().isPresent()
                        ? new Value.Partial(
                                into.text().get() + "/" + named, "", "names in the archive")
                        : new Value.Partial(into.value().prefix(), "", Sheet.why(into));
        sheet.create(into.with(value), data);
    }

    /// A file as seen from `-C DIRECTORY`.
    private static Arg in(Optional<Arg> folder, Arg file) {
        String text = file.value().prefix();
        if (folder.isEmpty() || text.startsWith("/")) {
            return file;
        }
        Arg base = folder.get();
        if (base.text().isEmpty() || file.text().isEmpty()) {
            String known = base.value().prefix() + (base.text().isPresent() ? "/" + text : "");
            return file.with(
                    new Value.Partial(known, "", Sheet.why(base.text().isEmpty() ? base : file)));
        }
        return file.with(Value.exact(base.text().get() + "/" + file.text().get()));
    }

    /// `-I 'zstd -T0'`: split at blanks, run without a shell.
    private static void program(Arg value, Sheet sheet) {
        String text = value.text().orElse("");
        String name = text.strip().split("\\s+")[0];
        boolean usual =
                switch (name) {
                    case "zstd",
                            "zstdmt",
                            "gzip",
                            "pigz",
                            "bzip2",
                            "pbzip2",
                            "lbzip2",
                            "xz",
                            "pixz",
                            "lz4",
                            "lzip",
                            "lzma",
                            "lzop",
                            "unzstd",
                            "gunzip",
                            "bunzip2",
                            "unxz",
                            "plzip",
                            "brotli" ->
                            true;
                    default -> false;
                };
        if (!usual) {
            sheet.script(value);
        }
    }

    /// `--to-command`: a command that gets each member of the archive on its standard input.
    private static void fed(Arg command, Invocation call, Opener opener, Sheet sheet) {
        var inner =
                new Invocation(
                        call.name(),
                        call.args(),
                        call.environment(),
                        Data.of(new Source.Program("tar")),
                        true,
                        call.directory(),
                        call.world(),
                        call.contained(),
                        call.raised(),
                        call.span());
        sheet.include(opener.script(command, List.of(), inner));
    }

    private static void checkpoint(Arg value, Sheet sheet) {
        String text = value.value().prefix();
        if (text.startsWith("exec=")) {
            sheet.script(value.after(5));
        } else if (value.text().isEmpty()) {
            sheet.unknown(value, Bound.ANYTHING);
        }
    }

    /// `tar xzf a.tgz -C d` with the first word as options: each letter takes its value from the words that follow.
    private static List<Arg> dashed(List<Arg> args) {
        if (args.isEmpty() || args.getFirst().text().isEmpty()) {
            return args;
        }
        String first = args.getFirst().text().get();
        if (first.isEmpty() || first.startsWith("-")) {
            return args;
        }
        var all = new ArrayList<Arg>();
        int next = 1;
        for (int i = 0; i < first.length(); i++) {
            char c = first.charAt(i);
            all.add(Arg.exact("-" + c, args.getFirst().span()));
            if ("fCbgFHIKLNTVX".indexOf(c) >= 0 && next < args.size()) {
                all.add(args.get(next++));
            }
        }
        all.addAll(args.subList(next, args.size()));
        return all;
    }

    /// `unzip`: an archive into a directory.
    static Outcome unzip(Invocation call, Opener opener) {
        var options =
                Options.of(
                                "-Z -A -c -f -l -p -t -T -u -v -z -a -b -B -C -D -DD -E -F -i -j -J -K -L -M -n -N -o -P= -q -qq -s -S -U -UU -V -W -X -: -^ -d= -x -O= -I= -h -hh")
                        .unabbreviated();
        var sheet = new Sheet(call, opener);
        var words = new ArrayList<Arg>();
        Optional<Arg> folder = Optional.empty();
        boolean looks = false;
        boolean prints = false;
        boolean climbs = false;
        for (Item item : options.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> words.add(arg);
                case Item.Loose(var arg) -> words.add(arg);
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Option option -> {
                    switch (option.name()) {
                        case "-l", "-t", "-v", "-z", "-Z", "-T", "-h", "-hh" -> looks = true;
                        case "-p", "-c" -> prints = true;
                        case "-:" -> climbs = true;
                        case "-d" -> folder = Optional.of(option.given());
                        default -> {}
                    }
                }
            }
        }
        if (words.isEmpty()) {
            return sheet.done();
        }
        Data data = sheet.read(words.getFirst()).changed();
        if (looks || prints) {
            return sheet.output(data).done();
        }
        extract(folder, Optional.empty(), climbs, data, sheet);
        return sheet.done();
    }

    /// `zip`: files into an archive.
    static Outcome zip(Invocation call, Opener opener) {
        var options =
                Options.of(
                        """
                        -A,--adjust-sfx -b,--temp-path= -c,--entry-comments -d,--delete -D,--no-dir-entries -e,--encrypt -E -f,--freshen
                        -F,--fix -FF,--fixfix -FS,--filesync -g,--grow -h,--help -h2,--more-help -i,--include= -ic,--ignore-case -j,--junk-paths
                        -J,--junk-sfx -k,--DOS-names -l,--to-crlf -ll,--from-crlf -lf,--logfile-path= -la,--log-append -li,--log-info -L,--license
                        -m,--move -MM,--must-match -n,--suffixes= -nw,--no-wild -o,--latest-time -O,--output-file,--out= -p,--paths -P,--password=
                        -q,--quiet -r,--recurse-paths -R,--recurse-patterns -s,--split-size= -sb,--split-bell -sc,--show-command -sf,--show-files
                        -so,--show-options -sp,--split-pause -sv,--split-verbose -S,--system-hidden -t,--from-date= -tt,--before-date= -T,--test
                        -TT,--unzip-command= -u,--update -U,--copy-entries -v,--verbose -V,--VMS-portable -w,--VMS-versions -ws,--wild-stop-dirs
                        -x,--exclude -X,--strip-extra -y,--symlinks -z,--archive-comment -@,--names-stdin -$,--volume-label -! -AC,--archive-clear
                        -AS,--archive-set -db,--display-bytes -dc,--display-counts -dd,--display-dots -dg,--display-globaldots -ds,--dot-size=
                        -du,--display-usize -dv,--display-volume -UN,--unicode= -0 -1 -2 -3 -4 -5 -6 -7 -8 -9 -Z,--compression-method= --no-extra
                        --version
                        """);
        var sheet = new Sheet(call, opener);
        var words = new ArrayList<Arg>();
        boolean moves = false;
        boolean excluding = false;
        for (Item item : options.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> {
                    if (!excluding) {
                        words.add(arg);
                    }
                }
                case Item.Loose(var arg) -> words.add(arg);
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Option option -> {
                    excluding = option.name().equals("-x");
                    moves |= option.name().equals("-m");
                    if (option.name().equals("-TT")) {
                        sheet.script(option.given());
                    } else if (option.name().equals("-O")) {
                        sheet.create(option.given(), Data.NONE);
                    } else if (option.name().equals("-lf")) {
                        sheet.create(option.given(), Data.NONE);
                    } else if (option.name().equals("-@")) {
                        sheet.unknown(Arg.exact("-@", call.span()), Bound.READS);
                    }
                }
            }
        }
        if (words.isEmpty()) {
            return sheet.done();
        }
        Data data = Data.NONE;
        for (Arg file : words.subList(1, words.size())) {
            data = data.with(sheet.read(file));
        }
        if (words.getFirst().is("-")) {
            sheet.output(data.changed());
        } else {
            sheet.create(words.getFirst(), data.changed());
        }
        if (moves) {
            words.subList(1, words.size()).forEach(file -> sheet.delete(file, true));
        }
        return sheet.done();
    }

    /// `7z`, `7za`, `7zr`: a command letter, an archive, files.
    static Outcome sevenZip(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        var words = new ArrayList<Arg>();
        Optional<Arg> folder = Optional.empty();
        boolean deletes = false;
        boolean stdout = false;
        for (Arg arg : call.args()) {
            String text = arg.value().prefix();
            if (!text.startsWith("-")) {
                words.add(arg);
            } else if (text.startsWith("-o")) {
                folder = Optional.of(arg.after(2));
            } else {
                deletes |= text.equals("-sdel");
                stdout |= text.startsWith("-so");
            }
        }
        if (words.size() < 2) {
            return sheet.done();
        }
        List<Arg> files = words.subList(2, words.size());
        switch (words.getFirst().text().orElse("?")) {
            case "a", "u" -> {
                Data data = Data.NONE;
                for (Arg file : files) {
                    data = data.with(sheet.read(file));
                }
                sheet.create(words.get(1), data.changed());
                if (deletes) {
                    files.forEach(file -> sheet.delete(file, true));
                }
            }
            case "x", "e" -> {
                Data data = sheet.read(words.get(1)).changed();
                if (stdout) {
                    sheet.output(data);
                } else {
                    extract(folder, Optional.empty(), false, data, sheet);
                }
            }
            case "l", "t", "h", "i", "b" -> sheet.output(sheet.read(words.get(1)).changed());
            case "d", "rn" -> sheet.edit(words.get(1), Data.NONE);
            default -> sheet.strange(words.getFirst().text().orElse("?"), words.getFirst());
        }
        return sheet.done();
    }

    /// `cpio -o`, `-i`, `-p`: names come on standard input.
    static Outcome cpio(Invocation call, Opener opener) {
        var options =
                Options.of(
                        """
                        -o,--create -i,--extract -p,--pass-through -t,--list -0,--null -a,--reset-access-time -A,--append -b,--swap -B
                        --block-size= -c -C= -d,--make-directories -E=,--pattern-file= -f,--nonmatching -F=,--file= -H=,--format= -I= -k
                        -l,--link -L,--dereference -m,--preserve-modification-time -M= -n,--numeric-uid-gid --no-absolute-filenames
                        --absolute-filenames --no-preserve-owner -O= --only-verify-crc --quiet -r,--rename -R=,--owner= --rsh-command=
                        -s --sparse -S --to-stdout -u,--unconditional -v,--verbose -V,--dot --version -D=,--directory=
                        """);
        var sheet = new Sheet(call, opener);
        char mode = 0;
        Optional<Arg> file = Optional.empty();
        Optional<Arg> folder = Optional.empty();
        boolean absolute = true;
        var words = new ArrayList<Arg>();
        for (Item item : options.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> words.add(arg);
                case Item.Loose(var arg) -> words.add(arg);
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Option option -> {
                    switch (option.name()) {
                        case "-o", "-i", "-p" ->
                                mode = mode == 't' ? mode : option.name().charAt(1);
                        case "-t" -> mode = 't';
                        case "-F", "-I", "-O" -> file = Optional.of(option.given());
                        case "-D" -> folder = Optional.of(option.given());
                        case "--rsh-command" -> sheet.script(option.given());
                        case "--no-absolute-filenames" -> absolute = false;
                        default -> {}
                    }
                }
            }
        }
        Data input = call.stdin().changed();
        if (mode == 'o') {
            sheet.unknown(
                    Arg.exact("-", call.span()).with(Value.unknown("names that cpio is given")),
                    Bound.READS);
            file.ifPresentOrElse(arg -> sheet.create(arg, input), () -> sheet.output(input));
        } else if (mode == 'i') {
            Data data = file.map(sheet::read).orElse(input);
            extract(folder, Optional.empty(), absolute, data, sheet);
        } else if (mode == 'p') {
            words.stream().findFirst().ifPresent(arg -> sheet.create(arg, input));
        } else {
            sheet.output(file.map(sheet::read).orElse(input));
        }
        return sheet.done();
    }

    /// `ar rcs lib.a a.o b.o`
    static Outcome ar(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        List<Arg> words =
                call.args().stream().filter(arg -> !arg.value().prefix().startsWith("--")).toList();
        if (words.size() < 2) {
            return sheet.done();
        }
        String mode = words.getFirst().text().orElse("?").replace("-", "");
        if (mode.startsWith("t") || mode.startsWith("p")) {
            return sheet.output(sheet.read(words.get(1)).changed()).done();
        }
        if (mode.startsWith("x")) {
            Data data = sheet.read(words.get(1)).changed();
            extract(Optional.empty(), Optional.empty(), false, data, sheet);
            return sheet.done();
        }
        Data data = Data.NONE;
        for (Arg file : words.subList(2, words.size())) {
            data = data.with(sheet.read(file));
        }
        return sheet.must(
                        new Effect.Write(
                                sheet.place(words.get(1), World.Use.CREATE),
                                Effect.Write.Manner.CREATE,
                                data.changed(),
                                words.get(1).span()))
                .done();
    }
}
