package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Options.Item;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Git's settings: which of them run a program, and what `git config` and `-c` do with them.
///
/// Source: git-config(1), git 2.47, every entry whose value is a command, a path to one, or a file of settings.
final class GitConfig {
    /// Keys whose value a shell runs.
    private static final Set<String> COMMANDS =
            Set.of(
                    "core.pager",
                    "core.editor",
                    "core.sshcommand",
                    "core.askpass",
                    "core.gitproxy",
                    "core.alternaterefscommand",
                    "core.fsmonitor",
                    "sequence.editor",
                    "diff.external",
                    "interactive.difffilter",
                    "gpg.program",
                    "gpg.openpgp.program",
                    "gpg.x509.program",
                    "gpg.ssh.program",
                    "gpg.ssh.defaultkeycommand",
                    "uploadpack.packobjectshook",
                    "credential.helper",
                    "ssh.variant.command",
                    "sendemail.smtpserver",
                    "sendemail.sendmailcmd",
                    "sendemail.tocmd",
                    "sendemail.cccmd",
                    "sendemail.headercmd",
                    "instaweb.httpd",
                    "imap.tunnel",
                    "receive.procreceiverefs");

    /// Keys that load more settings, hooks or programs from a place.
    private static final Set<String> LOADS =
            Set.of(
                    "core.hookspath",
                    "include.path",
                    "init.templatedir",
                    "core.attributesfile.command");

    private static final List<String[]> FAMILIES =
            List.of(
                    new String[] {"diff.", ".command"},
                    new String[] {"diff.", ".textconv"},
                    new String[] {"difftool.", ".cmd"},
                    new String[] {"difftool.", ".path"},
                    new String[] {"mergetool.", ".cmd"},
                    new String[] {"mergetool.", ".path"},
                    new String[] {"merge.", ".driver"},
                    new String[] {"filter.", ".clean"},
                    new String[] {"filter.", ".smudge"},
                    new String[] {"filter.", ".process"},
                    new String[] {"credential.", ".helper"},
                    new String[] {"pager.", ""},
                    new String[] {"remote.", ".uploadpack"},
                    new String[] {"remote.", ".receivepack"},
                    new String[] {"browser.", ".cmd"},
                    new String[] {"man.", ".cmd"},
                    new String[] {"trailer.", ".command"},
                    new String[] {"trailer.", ".cmd"},
                    new String[] {"guitool.", ".cmd"},
                    new String[] {"tar.", ".command"},
                    new String[] {"hook.", ".command"});

    private static final Set<String> OWN_HELPERS =
            Set.of(
                    "",
                    "cache",
                    "store",
                    "osxkeychain",
                    "manager",
                    "manager-core",
                    "libsecret",
                    "wincred",
                    "oauth");

    private static final Set<String> SWITCHES =
            Set.of("", "true", "false", "0", "1", "yes", "no", "on", "off");

    private GitConfig() {}

    /// Whether a setting can run a program.
    static boolean runs(String key, String value) {
        String lower = key.toLowerCase(Locale.ROOT);
        if (lower.startsWith("alias.")) {
            return value.strip().startsWith("!");
        }
        if (lower.startsWith("submodule.") && lower.endsWith(".update")) {
            return value.startsWith("!");
        }
        if (lower.equals("protocol.ext.allow") || lower.startsWith("includeif.")) {
            return true;
        }
        if (LOADS.contains(lower)) {
            return true;
        }
        return command(lower)
                && !(SWITCHES.contains(value.toLowerCase(Locale.ROOT)) && !lower.startsWith("gpg."))
                && !(lower.endsWith("helper") && OWN_HELPERS.contains(firstWord(value)));
    }

    private static boolean command(String key) {
        if (COMMANDS.contains(key)) {
            return true;
        }
        for (String[] family : FAMILIES) {
            if (key.startsWith(family[0])
                    && key.endsWith(family[1])
                    && key.length() > family[0].length()) {
                return true;
            }
        }
        return false;
    }

    private static String firstWord(String value) {
        int blank = value.indexOf(' ');
        return blank < 0 ? value : value.substring(0, blank);
    }

    /// `git -c KEY=VALUE`: holds for this call only, and what it names is run when git comes to it.
    static void inCall(Arg setting, Map<String, Arg> settings, Sheet sheet) {
        String text = setting.value().prefix();
        int equals = text.indexOf('=');
        if (equals < 0 && setting.text().isEmpty()) {
            sheet.unknown(setting, Bound.ANYTHING);
            return;
        }
        String key = (equals < 0 ? text : text.substring(0, equals)).toLowerCase(Locale.ROOT);
        Arg value = equals < 0 ? setting.with(Value.exact("true")) : setting.after(equals + 1);
        settings.put(key, value);
        if (key.startsWith("alias.")) {
            return;
        }
        String known = value.text().orElse("?");
        if (!runs(key, known)) {
            return;
        }
        if (command(key)) {
            boolean bang = known.startsWith("!");
            boolean helper = key.endsWith("helper") && !bang && !known.startsWith("/");
            if (helper) {
                sheet.unread("`git credential-" + firstWord(known) + "`", setting.span());
            } else {
                sheet.script(bang ? value.after(1) : value);
            }
        } else {
            sheet.unread("what `" + key + "` makes git run", setting.span());
        }
    }

    /// `git config …`, in its old form and with the verbs of git 2.46.
    static void command(Git git) {
        String verb = git.verb();
        boolean verbs =
                Set.of(
                                "get",
                                "set",
                                "unset",
                                "list",
                                "edit",
                                "rename-section",
                                "remove-section",
                                "get-color")
                        .contains(verb);
        List<Arg> args = verbs ? git.behindVerb() : git.operands();
        String key = args.isEmpty() ? "" : args.getFirst().value().prefix();
        boolean reads =
                git.hasAny(
                                "--get",
                                "--get-all",
                                "--get-regexp",
                                "--get-urlmatch",
                                "--get-color",
                                "--get-colorbool",
                                "-l",
                                "--blob")
                        || verbs
                                && (verb.equals("get")
                                        || verb.equals("list")
                                        || verb.equals("get-color"))
                        || !verbs && args.size() < 2 && !changes(git);
        Sheet sheet = git.sheet();
        if (reads) {
            if (git.options().get("-f") instanceof Item.Option option) {
                sheet.output(sheet.read(option.given()));
            }
            sheet.output(GitReader.shown());
            return;
        }
        boolean global = git.hasAny("--global", "--system");
        String value = args.size() > 1 ? args.get(1).text().orElse("?") : "";
        boolean takes = git.hasAny("--unset", "--unset-all") || verbs && verb.equals("unset");
        if (git.options().get("-f") instanceof Item.Option option) {
            sheet.edit(option.given(), Data.spelled(value));
        }
        for (Item item : git.items()) {
            if (item instanceof Item.Loose(var arg) && key.isEmpty()) {
                sheet.unknown(arg, Bound.ANYTHING);
            }
        }
        git.act(new GitAction.Config(key, value, global, !takes && runs(key, value)));
        if (key.startsWith("remote.") && key.endsWith(".url") || key.startsWith("url.")) {
            git.act(new GitAction.Repoint(key, value, true));
        }
        if (!takes) {
            pushes(git, key.toLowerCase(Locale.ROOT), value);
        }
    }

    /// A setting by which a later push that names nothing would overwrite or delete is that push.
    private static void pushes(Git git, String key, String value) {
        boolean mirror = GitRemotes.isMirror(key) && !value.equals("false");
        boolean push = GitRemotes.isPushed(key);
        boolean force = mirror || push && (value.startsWith("+") || value.equals("?"));
        boolean delete = mirror || push && value.startsWith(":") && value.length() > 1;
        if (force || delete) {
            String ref = value.substring(value.indexOf(':') + 1).replaceFirst("^\\+", "");
            String branch = ref.startsWith("refs/heads/") ? ref.substring(11) : ref;
            boolean main =
                    mirror
                            || Set.of("main", "master", "?").contains(branch)
                            || branch.contains("*");
            git.act(
                    new GitAction.Push(
                            key.substring(7, key.lastIndexOf('.')),
                            mirror ? List.of() : List.of(branch),
                            force,
                            delete,
                            main,
                            true));
        }
    }

    private static boolean changes(Git git) {
        return git.hasAny(
                "--unset",
                "--unset-all",
                "--remove-section",
                "--rename-section",
                "-e",
                "--add",
                "--replace-all");
    }
}
