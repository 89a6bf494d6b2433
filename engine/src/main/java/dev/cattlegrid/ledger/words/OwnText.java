package dev.cattlegrid.ledger.words;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What of a message the person said in their own words, and what they only put into it.
///
/// Fenced and quoted text, tagged blocks, logs, listings, mails and the like are dropped. What reads like a document (a
/// body of headings, a long paste, what a slash command stands for) forbids, but orders and lifts nothing.
///
/// @param own what counts in full
/// @param told what can only forbid
record OwnText(String own, String told) {
    private static final int LONGEST = 65_536;
    private static final int LONG = 6_000;
    private static final int MANY_LINES = 40;
    private static final Set<String> HOSTS_TAGS =
            Set.of(
                    "system-reminder",
                    "task-notification",
                    "command-message",
                    "command-name",
                    "command-args",
                    "command-contents",
                    "local-command-stdout",
                    "local-command-stderr",
                    "local-command-caveat",
                    "user-prompt-submit-hook",
                    "teammate-message",
                    "environment_context",
                    "user_instructions",
                    "system",
                    "tool_result",
                    "function_results");
    private static final List<String> LOG_STARTS =
            List.of(
                    "traceback",
                    "file \"",
                    "npm err",
                    "npm warn",
                    "error[",
                    "error:",
                    "warning:",
                    "fatal:",
                    "remote:",
                    "hint:",
                    "diff --git",
                    "@@ ",
                    "+++ ",
                    "--- ",
                    "index ",
                    "[ ]",
                    "- [ ]",
                    "* [ ]",
                    "[x]",
                    "- [x]",
                    "on branch ",
                    "your branch is",
                    "changes not staged",
                    "changes to be committed",
                    "untracked files:",
                    "nothing to commit",
                    "no changes added",
                    "nothing added to commit",
                    "(use \"git",
                    "modified:",
                    "new file:",
                    "deleted:",
                    "renamed:",
                    "$ ",
                    "% ",
                    "❯",
                    "➜",
                    "ps c:",
                    "c:\\",
                    "info ",
                    "warn ",
                    "debug ",
                    "error ",
                    "[info",
                    "[warn",
                    "[error",
                    "[debug",
                    "info:",
                    "warn:",
                    "debug:",
                    "caused by",
                    "exception in",
                    "at ",
                    "[pasted text",
                    "[image",
                    "caveat: the messages below",
                    "!",
                    "|",
                    "usage:",
                    "stack trace",
                    "stderr:",
                    "stdout:",
                    "output:",
                    "exit code",
                    "[request interrupted",
                    "this session is being continued",
                    "stop hook feedback",
                    "[system",
                    "assistant:",
                    "user:",
                    "human:",
                    "#!/");
    private static final List<String> MAIL_STARTS =
            List.of(
                    "-----original message",
                    "---------- forwarded message",
                    "begin forwarded message",
                    "-----ursprüngliche nachricht",
                    "-----message d'origine",
                    "-----mensaje original",
                    "this session is being continued");

    static OwnText of(String message) {
        String bounded = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        String text = withoutTags(bounded.replace("\r\n", "\n"));
        String kept = lines(text);
        if (isDocument(text)) {
            int end = paragraphEnd(kept);
            boolean heading = kept.startsWith("#") || text.stripLeading().startsWith("#");
            return heading || text.stripLeading().startsWith("/")
                    ? new OwnText("", kept)
                    : new OwnText(kept.substring(0, end), kept.substring(end));
        }
        return text.startsWith("/") ? new OwnText("", kept) : new OwnText(kept, "");
    }

    private static boolean isDocument(String text) {
        long lines = text.lines().count();
        return text.length() > LONG
                || lines > MANY_LINES
                || text.stripLeading().startsWith("# ") && lines > 3
                || text.stripLeading().startsWith("## ")
                || text.startsWith("---\n");
    }

    private static int paragraphEnd(String text) {
        int end = text.indexOf("\n\n");
        return end < 0 ? Math.min(text.length(), LONG / 4) : Math.min(end, LONG);
    }

    private static String withoutTags(String text) {
        var kept = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('<', at);
            if (open < 0) {
                return kept.append(text, at, text.length()).toString();
            }
            String name = tagAt(text, open + 1);
            int close = name.isEmpty() ? -1 : text.indexOf("</" + name, open);
            boolean cut = close < 0 && HOSTS_TAGS.contains(name.toLowerCase(Locale.ROOT));
            kept.append(text, at, open);
            if (close < 0 && !cut) {
                kept.append('<');
                at = open + 1;
                continue;
            }
            kept.append('\n');
            int end = cut ? -1 : text.indexOf('>', close);
            at = end < 0 ? text.length() : end + 1;
        }
        return kept.toString();
    }

    private static String tagAt(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start < 64
                && (Character.isLetterOrDigit(text.charAt(end))
                        || "-_:".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end < text.length() && Character.isLetter(text.charAt(start))
                ? text.substring(start, end)
                : "";
    }

    private static String lines(String text) {
        var kept = new StringBuilder();
        boolean fenced = false;
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String start = line.strip();
            if (start.startsWith("```") || start.startsWith("~~~")) {
                fenced = !fenced || start.length() > 3 && start.lastIndexOf("```") > 2;
                fenced &= !(start.length() > 6 && start.endsWith("```"));
                continue;
            }
            if (!fenced && isMail(lines, i)) {
                break;
            }
            if (!fenced && !isForeign(line)) {
                kept.append(line).append('\n');
            } else {
                kept.append('\n');
            }
        }
        return kept.toString().strip();
    }

    private static boolean isForeign(String line) {
        String start = line.strip().toLowerCase(Locale.ROOT);
        if (start.startsWith(">")
                || line.startsWith("\t")
                || line.startsWith("    ") && !isBullet(start)) {
            return true;
        }
        for (String log : LOG_STARTS) {
            if (start.startsWith(log) && !isProse(log, start)) {
                return true;
            }
        }
        return isStamped(start) || !isLanguage(start);
    }

    /// Words that begin both logs and sentences.
    private static boolean isProse(String log, String line) {
        return switch (log) {
            case "at " -> line.indexOf('(') < 0;
            case "index ", "info ", "debug ", "error ", "warn " ->
                    line.indexOf(':') < 0 && line.indexOf('=') < 0;
            default -> false;
        };
    }

    private static boolean isBullet(String start) {
        return start.startsWith("- ") || start.startsWith("* ") || start.startsWith("• ");
    }

    /// A time at the beginning, as logs and prompts have it.
    private static boolean isStamped(String line) {
        int digits = 0;
        int marks = 0;
        for (int i = 0; i < Math.min(16, line.length()); i++) {
            char c = line.charAt(i);
            digits += Character.isDigit(c) ? 1 : 0;
            marks += ":/-[".indexOf(c) >= 0 ? 1 : 0;
        }
        return digits >= 6 && marks >= 2;
    }

    /// Code and tables have more marks than letters.
    private static boolean isLanguage(String line) {
        if (line.length() < 40) {
            return true;
        }
        long letters = 0;
        for (int i = 0; i < line.length(); i++) {
            letters += Character.isLetter(line.charAt(i)) || line.charAt(i) == ' ' ? 1 : 0;
        }
        char last = line.charAt(line.length() - 1);
        return letters * 10 >= line.length() * 6L && last != '{' && last != '}';
    }

    private static boolean isMail(List<String> lines, int at) {
        String line = lines.get(at).strip().toLowerCase(Locale.ROOT);
        if (MAIL_STARTS.stream().anyMatch(line::startsWith)) {
            return true;
        }
        boolean wrote =
                line.endsWith("wrote:")
                        || line.endsWith("a écrit :")
                        || line.endsWith("a écrit:")
                        || line.endsWith("escribió:")
                        || line.startsWith("am ")
                                && line.contains(" schrieb ")
                                && line.endsWith(":");
        if (wrote) {
            return true;
        }
        if (!line.startsWith("from:")
                && !line.startsWith("von:")
                && !line.startsWith("de :")
                && !line.startsWith("de:")) {
            return false;
        }
        return lines.subList(at + 1, Math.min(lines.size(), at + 5)).stream()
                .map(next -> next.strip().toLowerCase(Locale.ROOT))
                .anyMatch(next ->
                        next.startsWith("subject:")
                                || next.startsWith("to:")
                                || next.startsWith("date:")
                                || next.startsWith("sent:")
                                || next.startsWith("betreff:")
                                || next.startsWith("objet")
                                || next.startsWith("asunto:"));
    }
}
