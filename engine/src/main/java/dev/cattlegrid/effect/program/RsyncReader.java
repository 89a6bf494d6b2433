package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.program.Options.Item;
import java.util.ArrayList;

/// Reads rsync: what it copies where, what it deletes, and what it starts.
///
/// Source: rsync(1) 3.3.
final class RsyncReader {
    private static final Options OPTIONS =
            Options.of(
                    """
                    -v,--verbose --info= --debug= --stderr= -q,--quiet --no-motd -c,--checksum -a,--archive --no-OPTION -r,--recursive
                    --no-recursive --no-r -R,--relative --no-relative --no-implied-dirs -b,--backup --backup-dir= --suffix= -u,--update
                    --inplace --append --append-verify -d,--dirs --old-dirs --old-d --mkpath -l,--links -L,--copy-links
                    --copy-unsafe-links --safe-links --munge-links -k,--copy-dirlinks -K,--keep-dirlinks -H,--hard-links
                    -p,--perms --no-perms --no-p -E,--executability --chmod= -A,--acls -X,--xattrs -o,--owner --no-owner --no-o
                    -g,--group --no-group --no-g --devices --copy-devices --write-devices --specials -D -t,--times --no-times
                    --no-t -U,--atimes --open-noatime -N,--crtimes -O,--omit-dir-times -J,--omit-link-times --super --fake-super
                    -S,--sparse --preallocate -n,--dry-run -W,--whole-file --no-whole-file --checksum-choice= -x,--one-file-system
                    -B=,--block-size= -e=,--rsh= --rsync-path= --existing --ignore-existing --remove-source-files --del --delete
                    --delete-before --delete-during --delete-delay --delete-after --delete-excluded --ignore-missing-args
                    --delete-missing-args --ignore-errors --force --max-delete= --max-size= --min-size= --max-alloc= --partial
                    --partial-dir= --delay-updates -m,--prune-empty-dirs --numeric-ids --usermap= --groupmap= --chown=
                    --timeout= --contimeout= -I,--ignore-times --size-only -@=,--modify-window= -T=,--temp-dir= -y,--fuzzy
                    --compare-dest= --copy-dest= --link-dest= -z,--compress --compress-choice= --compress-level= --skip-compress=
                    -C,--cvs-exclude -f=,--filter= -F --exclude= --exclude-from= --include= --include-from= --files-from= -0,--from0
                    --old-args -s,--secluded-args,--protect-args --trust-sender --copy-as= --address= --port= --sockopts=
                    --blocking-io --outbuf= --stats -8,--8-bit-output -h,--human-readable --progress -P -i,--itemize-changes
                    -M=,--remote-option= --out-format= --log-file= --log-file-format= --password-file= --early-input=
                    --list-only --bwlimit= --stop-after= --stop-at= --fsync --write-batch= --only-write-batch= --read-batch=
                    --protocol= --iconv= --checksum-seed= -4,--ipv4 -6,--ipv6 -V,--version --help --daemon --config=
                    """);

    private RsyncReader() {}

    static Outcome read(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        var words = new ArrayList<Arg>();
        boolean deletes = false;
        boolean removes = false;
        boolean dry = false;
        for (Item item : OPTIONS.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> words.add(arg);
                case Item.Strange(var name, var arg) -> {
                    if (!name.startsWith("--no-")) {
                        sheet.strange(name, arg);
                    }
                }
                case Item.Loose(var arg) -> {
                    if (arg.splits()) {
                        sheet.unknown(arg, Bound.ANYTHING);
                    }
                    words.add(arg);
                }
                case Item.Option option -> {
                    Arg value = option.given();
                    switch (option.name()) {
                        case "-e" -> shell(value, sheet);
                        case "--rsync-path", "--early-input" -> {
                            if (!value.is("rsync")) {
                                sheet.unread(
                                        "what `" + option.name() + "` starts", option.arg().span());
                            }
                        }
                        case "--del",
                                "--delete",
                                "--delete-before",
                                "--delete-during",
                                "--delete-delay",
                                "--delete-after",
                                "--delete-excluded",
                                "--delete-missing-args" ->
                                deletes = true;
                        case "--remove-source-files" -> removes = true;
                        case "-n", "--list-only" -> dry = true;
                        case "--exclude-from",
                                "--include-from",
                                "--files-from",
                                "--password-file",
                                "--read-batch" ->
                                sheet.read(value);
                        case "--log-file", "--write-batch", "--only-write-batch" ->
                                sheet.create(value, Data.NONE);
                        case "--backup-dir" -> sheet.create(value, Data.NONE);
                        case "--daemon" ->
                                sheet.must(
                                        new dev.cattlegrid.effect.Effect.Listen(
                                                "0.0.0.0", 873, call.span()));
                        case "-M" ->
                                sheet.unread(
                                        "`" + value.value().prefix() + "` on the other machine",
                                        option.arg().span());
                        default -> {}
                    }
                }
            }
        }
        if (words.isEmpty()) {
            return sheet.done();
        }
        if (words.size() == 1 || dry) {
            for (Arg word : words) {
                if (SshReaders.isRemote(word)) {
                    sheet.receive(Endpoints.of(word, "ssh"), word.span());
                }
            }
            return sheet.output(new Source.Program("rsync")).done();
        }
        SshReaders.copy(words, sheet, "rsync", true);
        Arg to = words.getLast();
        if (deletes) {
            if (SshReaders.isRemote(to)) {
                sheet.must(
                        new dev.cattlegrid.effect.Effect.Remote(
                                "rsync",
                                "delete",
                                to.text().orElse(""),
                                dev.cattlegrid.effect.Effect.Remote.Change.DESTROY,
                                false,
                                to.span()));
            } else {
                sheet.delete(to, true);
            }
        }
        if (removes) {
            words.subList(0, words.size() - 1).stream()
                    .filter(word -> !SshReaders.isRemote(word))
                    .forEach(word -> sheet.delete(word, true));
        }
        return sheet.done();
    }

    /// `-e 'ssh -p 22'`: split at blanks, run without a shell.
    private static void shell(Arg value, Sheet sheet) {
        if (value.text().isEmpty()) {
            sheet.unknown(value, Bound.ANYTHING);
            return;
        }
        var words = new ArrayList<Arg>();
        for (String word : value.text().get().strip().split("\\s+")) {
            words.add(Arg.exact(word, value.span()));
        }
        String program = words.getFirst().text().orElse("");
        boolean usual = program.equals("ssh") || program.equals("rsh") || program.endsWith("/ssh");
        if (!usual) {
            sheet.command(words);
        } else {
            sheet.include(
                    SshReaders.ssh(
                            sheet.call().with(words.subList(1, words.size())), sheet.opener()));
        }
    }
}
