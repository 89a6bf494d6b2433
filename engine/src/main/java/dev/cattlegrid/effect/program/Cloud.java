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
                    "exists",
                    "receive",
                    "what",
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
                    "publishing");

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

    /// Words before the verb proper: `batch-get-item`, `admin-get-user`.
    private static final Set<String> BEFORE_VERBS = Set.of("batch", "admin", "transact", "bulk");

    /// Groups whose lists hold the secrets themselves.
    private static final Set<String> KEY_RINGS =
            Set.of(
                    "keys",
                    "key",
                    "credential",
                    "credentials",
                    "connection-string",
                    "admin-key",
                    "query-key");

    private Cloud() {}

    /// Where a client's verb stands.
    enum Grammar {
        /// The first word that is one: `doctl compute droplet list`.
        FIRST,
        /// Behind a group that may have the name of a verb: `run services describe`, `beta run deploy`.
        BEHIND_GROUP,
        /// The second word, and no other: `ec2 describe-instances`.
        SECOND,
        /// The last word before the options: `storage blob list --account-name a`.
        LAST
    }

    /// @param verb how many words the operation takes
    record Operation(int verb, Change change) {}

    /// @param lead how many words stand before the first option
    static Operation of(List<String> words, Grammar grammar, int lead) {
        return switch (grammar) {
            case FIRST -> first(words, 0);
            case BEHIND_GROUP -> first(words, groups(words));
            case SECOND -> second(words);
            case LAST -> last(words, lead == 0 ? words.size() : Math.min(lead, words.size()));
        };
    }

    private static Operation second(List<String> words) {
        if (words.size() == 2 || words.size() == 3) {
            if (words.getLast().equals("help")) {
                return new Operation(words.size(), Change.READ);
            }
        }
        return words.size() < 2 ? nothing(words) : at(words, 1, false);
    }

    /// Names may stand behind the verb: `vm show web`.
    private static Operation last(List<String> words, int end) {
        for (int i = end - 1; i >= 0; i--) {
            Operation each = at(words, i, true);
            if (each.change() != Change.UNKNOWN) {
                return each;
            }
        }
        return nothing(words);
    }

    private static Operation nothing(List<String> words) {
        return new Operation(words.size(), Change.UNKNOWN);
    }

    private static int groups(List<String> words) {
        int at = 0;
        while (at < words.size() && Set.of("alpha", "beta", "preview").contains(words.get(at))) {
            at++;
        }
        return at + 1 < words.size() ? at + 1 : at;
    }

    /// The first word that is a verb decides; where none is, it is not known.
    private static Operation first(List<String> words, int from) {
        Operation noun = nothing(words);
        for (int i = from; i < words.size(); i++) {
            Operation each = at(words, i, false);
            if (each.change() == Change.UNKNOWN) {
                continue;
            }
            if (!NOUNS.contains(words.get(i).toLowerCase(Locale.ROOT))) {
                return each;
            }
            noun = noun.change() == Change.UNKNOWN ? each : noun;
        }
        return noun;
    }

    private static Operation at(List<String> words, int i, boolean rings) {
        String verb = verb(dashed(words.get(i)));
        if (DESTROYS.contains(verb)) {
            return new Operation(i + 1, Change.DESTROY);
        }
        if (CHANGES.contains(verb)) {
            return new Operation(i + 1, Change.CHANGE);
        }
        if (READS.contains(verb)) {
            boolean secret = isSecret(words.subList(0, i + 1), rings);
            return new Operation(i + 1, secret ? Change.READ_SECRET : Change.READ);
        }
        return new Operation(i + 1, Change.UNKNOWN);
    }

    /// `describe-instances` of `DescribeInstances`.
    private static String dashed(String word) {
        if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) {
            return word.toLowerCase(Locale.ROOT);
        }
        int end = 1;
        while (end < word.length() && !Character.isUpperCase(word.charAt(end))) {
            end++;
        }
        return word.substring(0, end).toLowerCase(Locale.ROOT) + "-" + word.substring(end);
    }

    /// `describe` of `describe-instances`, `get` of `batch-get-item`.
    private static String verb(String word) {
        String[] parts = parts(word);
        return parts.length > 1 && BEFORE_VERBS.contains(parts[0]) ? parts[1] : parts[0];
    }

    /// `secrets versions access`, `get-session-token`, but not a list of secrets' names or who may read them.
    ///
    /// @param words up to the verb
    /// @param rings whether a list of keys shows them
    private static boolean isSecret(List<String> words, boolean rings) {
        String verb = words.getLast().toLowerCase(Locale.ROOT);
        String group = words.size() < 2 ? "" : words.get(words.size() - 2).toLowerCase(Locale.ROOT);
        if (rings && KEY_RINGS.contains(group) && !words.contains("keyvault")) {
            return verb.startsWith("list") || verb.startsWith("show");
        }
        if (verb.contains("polic") || verb.startsWith("describe") || verb.startsWith("head")) {
            return false;
        }
        if (verb.startsWith("list") || verb.startsWith("ls") || verb.startsWith("exists")) {
            return rings && hasSecret(verb);
        }
        return hasSecret(verb)
                || words.subList(0, words.size() - 1).stream().anyMatch(Cloud::hasSecret);
    }

    private static String[] parts(String word) {
        return word.replace(':', '-').replace('_', '-').replace('/', '-').split("-");
    }

    private static boolean hasSecret(String word) {
        for (String part : parts(word.toLowerCase(Locale.ROOT))) {
            if (SECRETS.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
