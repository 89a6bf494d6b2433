package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Effect.Remote.Change;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a command of a cloud, cluster or service client changes, told by the verb in its words: such clients are
/// generated, and their verbs follow conventions.
///
/// @see <a href="https://docs.aws.amazon.com/cli/latest/reference/">AWS CLI reference</a>
/// @see <a href="https://cloud.google.com/sdk/gcloud/reference">gcloud reference</a>
/// @see <a href="https://learn.microsoft.com/cli/azure/reference-index">az reference</a>
final class Cloud {
    private static final Set<String> READS =
            Set.of(
                    "describe",
                    "list",
                    "ls",
                    "get",
                    "head",
                    "show",
                    "view",
                    "info",
                    "status",
                    "wait",
                    "validate",
                    "search",
                    "query",
                    "scan",
                    "lookup",
                    "estimate",
                    "preview",
                    "check",
                    "test",
                    "help",
                    "read",
                    "count",
                    "inspect",
                    "logs",
                    "log",
                    "tail",
                    "history",
                    "diff",
                    "plan",
                    "explain",
                    "version",
                    "whoami",
                    "top",
                    "export",
                    "download",
                    "print",
                    "stats",
                    "metrics",
                    "events",
                    "ps",
                    "find",
                    "filter",
                    "batch",
                    "simulate",
                    "detect",
                    "verify",
                    "fmt",
                    "graph",
                    "output",
                    "outputs",
                    "can",
                    "cat",
                    "du",
                    "size",
                    "stat",
                    "lint",
                    "template",
                    "dependency",
                    "snapshots",
                    "doctor",
                    "synth",
                    "synthesize",
                    "api",
                    "cluster",
                    "environment",
                    "completion",
                    "open",
                    "docs",
                    "compare",
                    "peek",
                    "tree",
                    "config",
                    "account",
                    "current",
                    "select",
                    "watch",
                    "hash",
                    "report",
                    "usage");

    private static final Set<String> DESTROYS =
            Set.of(
                    "delete",
                    "remove",
                    "rm",
                    "terminate",
                    "destroy",
                    "purge",
                    "drop",
                    "rb",
                    "revoke",
                    "deregister",
                    "disable",
                    "reset",
                    "wipe",
                    "empty",
                    "abort",
                    "prune",
                    "forget",
                    "uninstall",
                    "del",
                    "erase",
                    "clear",
                    "flush",
                    "deactivate",
                    "unpublish",
                    "cleanup",
                    "decommission",
                    "drain",
                    "shutdown",
                    "schedule",
                    "expire",
                    "truncate",
                    "kill",
                    "move",
                    "rmdir",
                    "deletefile",
                    "sync",
                    "down",
                    "gc",
                    "unset",
                    "detach",
                    "disassociate",
                    "cancel",
                    "nuke",
                    "dedupe");

    private static final Set<String> CHANGES =
            Set.of(
                    "create",
                    "put",
                    "update",
                    "set",
                    "add",
                    "start",
                    "stop",
                    "restart",
                    "run",
                    "apply",
                    "modify",
                    "attach",
                    "associate",
                    "enable",
                    "register",
                    "tag",
                    "untag",
                    "import",
                    "invoke",
                    "send",
                    "publish",
                    "deploy",
                    "install",
                    "upgrade",
                    "rollback",
                    "scale",
                    "patch",
                    "edit",
                    "label",
                    "annotate",
                    "expose",
                    "cp",
                    "mv",
                    "copy",
                    "upload",
                    "push",
                    "login",
                    "logout",
                    "configure",
                    "reboot",
                    "resize",
                    "restore",
                    "backup",
                    "mb",
                    "mk",
                    "write",
                    "grant",
                    "assign",
                    "rotate",
                    "enqueue",
                    "execute",
                    "exec",
                    "submit",
                    "trigger",
                    "up",
                    "init",
                    "link",
                    "unlink",
                    "rename",
                    "promote",
                    "fail",
                    "failover",
                    "authorize",
                    "use",
                    "join",
                    "leave",
                    "new",
                    "connect",
                    "ssh",
                    "dispatch",
                    "rollout",
                    "replace",
                    "cordon",
                    "uncordon",
                    "taint",
                    "autoscale",
                    "proxy",
                    "port",
                    "suspend",
                    "resume",
                    "accept",
                    "approve",
                    "reject",
                    "unlock",
                    "lock",
                    "seal",
                    "unseal",
                    "refresh",
                    "rerun",
                    "retry",
                    "pause",
                    "unpause",
                    "mount",
                    "allocate",
                    "release",
                    "request",
                    "generate",
                    "build",
                    "bootstrap",
                    "convert",
                    "migrate",
                    "clone",
                    "fork",
                    "sign");

    private static final Set<String> SECRETS =
            Set.of(
                    "secret",
                    "secrets",
                    "token",
                    "tokens",
                    "password",
                    "passwords",
                    "credential",
                    "credentials",
                    "keys",
                    "secretsmanager",
                    "kv",
                    "decrypt",
                    "login",
                    "access");

    /// Words that are verbs only where no other follows: `heroku logs`, but `logging logs delete`.
    private static final Set<String> NOUNS =
            Set.of(
                    "logs",
                    "log",
                    "config",
                    "account",
                    "environment",
                    "cluster",
                    "api",
                    "snapshots",
                    "metrics",
                    "events",
                    "history",
                    "template",
                    "version",
                    "graph",
                    "output",
                    "outputs",
                    "docs",
                    "report",
                    "usage",
                    "tree",
                    "stats",
                    "dependency",
                    "batch",
                    "test",
                    "plan",
                    "size");

    private Cloud() {}

    /// @param verb how many words the operation takes
    record Operation(int verb, Change change) {}

    /// The first word that is a verb decides; where none is, it is not known.
    ///
    /// @param from the first word that may be one: behind the service's name
    static Operation of(List<String> words, int from) {
        Operation noun = new Operation(words.size(), Change.UNKNOWN);
        for (int i = from; i < words.size(); i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            String first = first(word);
            if (DESTROYS.contains(first)) {
                return new Operation(i + 1, Change.DESTROY);
            }
            if (CHANGES.contains(first)) {
                return new Operation(i + 1, Change.CHANGE);
            }
            if (READS.contains(first)) {
                var read =
                        new Operation(i + 1, isSecret(words, i) ? Change.READ_SECRET : Change.READ);
                if (!NOUNS.contains(word)) {
                    return read;
                }
                noun = noun.change() == Change.UNKNOWN ? read : noun;
            }
        }
        return noun;
    }

    private static String first(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '-' || c == ':' || c == '_') {
                return word.substring(0, i);
            }
        }
        return word;
    }

    /// `secretsmanager get-secret-value`, `secrets versions access`, but not a list of secrets' names.
    private static boolean isSecret(List<String> words, int verb) {
        String said = words.get(verb).toLowerCase(Locale.ROOT);
        if (said.startsWith("list") || said.startsWith("describe") || said.startsWith("ls")) {
            return said.contains("keys") && !said.contains("key-");
        }
        for (int i = 0; i < words.size(); i++) {
            for (String part : words.get(i).toLowerCase(Locale.ROOT).split("[-_/]")) {
                if (SECRETS.contains(part)) {
                    return true;
                }
            }
        }
        return false;
    }
}
