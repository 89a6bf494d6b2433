package dev.cattlegrid.judge;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a model answers. Whoever leaves a call out, names one twice or names another one is not believed at all.
final class Answers {
    private static final Pattern SHORT =
            Pattern.compile(
                    "\\s*(?:[-*]\\s+)?[`\"]?([a-z0-9]{1,16})[`\"]?\\s*[:=]?\\s+\\**(allow|refuse)\\**\\.?\\s*");
    private static final Pattern THOUGHTS =
            Pattern.compile("(?s)^\\s*<think(?:ing)?>.*?</think(?:ing)?>");
    private static final Pattern FENCED = Pattern.compile("(?s)^```[a-z]*\\s*(.*?)\\s*```$");

    private static final Pattern LISTING = Pattern.compile("[`\"'*.]");

    private static final int WORST = 100;

    private Answers() {}

    /// A reasoned answer.
    record Reasoned(Verdict verdict, String rule, String words, int severity, String reason) {}

    /// For each call whether the short look lets it pass; nothing where the answer cannot be read.
    static Optional<Map<String, Boolean>> brief(String text, Set<String> ids) {
        var answers = new LinkedHashMap<String, Boolean>();
        for (String line : plain(text).lines().filter(each -> !each.isBlank()).toList()) {
            Matcher matcher = SHORT.matcher(line.toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                return Optional.empty();
            }
            boolean twice = answers.put(matcher.group(1), matcher.group(2).equals("allow")) != null;
            if (twice) {
                return Optional.empty();
            }
        }
        return answers.keySet().equals(ids) ? Optional.of(answers) : Optional.empty();
    }

    /// The one word of those that were asked for; nothing where the answer is another.
    static Optional<String> word(String text, List<String> words) {
        String answer =
                LISTING.matcher(plain(text).toLowerCase(Locale.ROOT)).replaceAll("").strip();
        return words.stream().filter(answer::equals).findFirst();
    }

    /// The reasoned answer to each call; nothing where it cannot be read.
    static Optional<Map<String, Reasoned>> reasoned(String text, Set<String> ids) {
        if (!(Json.parse(plain(text)).members() instanceof Json.Members.Of(var fields))) {
            return Optional.empty();
        }
        List<Object> list = fields.list("answers").orElse(List.of());
        List<Fields> objects = fields.objects("answers");
        if (list.size() != objects.size()) {
            return Optional.empty();
        }
        var answers = new LinkedHashMap<String, Reasoned>();
        for (Fields each : objects) {
            Optional<Reasoned> one = one(each);
            if (one.isEmpty() || answers.put(each.text("id").orElse(""), one.get()) != null) {
                return Optional.empty();
            }
        }
        return answers.keySet().equals(ids) ? Optional.of(answers) : Optional.empty();
    }

    private static Optional<Reasoned> one(Fields fields) {
        Optional<Verdict> verdict =
                switch (fields.text("verdict").orElse("")) {
                    case "allow" -> Optional.of(Verdict.ALLOW);
                    case "ask" -> Optional.of(Verdict.ASK);
                    case "deny" -> Optional.of(Verdict.DENY);
                    default -> Optional.empty();
                };
        String reason = fields.text("reason").orElse("").strip();
        int severity = fields.number("severity").map(Number::intValue).orElse(-1);
        return verdict.filter(_ -> !reason.isEmpty() && severity >= 0 && severity <= WORST)
                .map(there ->
                        new Reasoned(
                                there,
                                fields.text("rule").orElse("").strip(),
                                fields.text("words").orElse("").strip(),
                                severity,
                                reason));
    }

    /// Without thoughts before it and the marks of a listing around it.
    private static String plain(String text) {
        String answer = THOUGHTS.matcher(text).replaceFirst("").strip();
        Matcher fenced = FENCED.matcher(answer);
        return fenced.matches() ? fenced.group(1) : answer;
    }
}
