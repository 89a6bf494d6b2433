package dev.cattlegrid.judge;

import dev.cattlegrid.audit.Redactor;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.model.Prompt;
import dev.cattlegrid.model.Usage;
import dev.cattlegrid.policy.Consulted;
import dev.cattlegrid.policy.Opinion;
import dev.cattlegrid.policy.Sections;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.screen.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One hearing: the open calls of a session that came at once, a short look at each, and a reasoned one at those that the
/// short one did not let pass.
final class Hearing {
    private static final int LONGEST_REASON = 300;

    private final Asker asker;
    private final Terms terms;
    private final Sections sections;
    private final Drawer sent;
    private final long start = System.nanoTime();
    private final Map<String, Opinion> opinions = new LinkedHashMap<>();
    private final List<Object> asked = new ArrayList<>();
    private final String record = Fence.freshId() + Fence.freshId();
    private Usage usage = Usage.NONE;
    private int calls;

    /// @param sent where it is kept what left the machine
    Hearing(Asker asker, Terms terms, Sections sections, Drawer sent) {
        this.asker = asker;
        this.terms = terms;
        this.sections = sections;
        this.sent = sent;
    }

    /// An opinion for each case, by its id.
    Map<String, Opinion> of(List<Case> cases, Map<String, String> instructions) {
        Optional<Brief> brief = Brief.of(cases, instructions, terms.budget());
        if (brief.isEmpty()) {
            absent(cases, Opinion.UNAVAILABLE, "the call is too long to be shown to a judge");
            return opinions;
        }
        Fence fence = Fence.fresh();
        String material = fence.around(brief.get().lines());
        String system = Words.system(sections);
        List<Case> plain = cases.stream().filter(each -> !each.needsReasons()).toList();
        if (!plain.isEmpty()) {
            first(plain, Words.first(system, material, ids(plain)));
        }
        List<Case> left = cases.stream().filter(each -> !opinions.containsKey(each.id())).toList();
        if (!left.isEmpty()) {
            second(left, Words.second(system, material, ids(left)));
        }
        keepWhatWasSent();
        account(cases);
        return opinions;
    }

    private static Set<String> ids(List<Case> cases) {
        return cases.stream().map(Case::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void first(List<Case> cases, Prompt prompt) {
        Optional<String> text = text(cases, prompt);
        if (text.isEmpty()) {
            return;
        }
        Optional<Map<String, Boolean>> answers = Answers.brief(text.get(), ids(cases));
        if (answers.isEmpty()) {
            absent(cases, Opinion.UNPARSABLE, "the judge's answer could not be read");
            return;
        }
        for (Case each : cases) {
            if (Boolean.TRUE.equals(answers.get().get(each.id()))) {
                opinions.put(
                        each.id(),
                        new Opinion.Given(
                                Verdict.ALLOW,
                                "the judge sees nothing against it",
                                consulted(1, "", "", 0)));
            }
        }
    }

    private void second(List<Case> cases, Prompt prompt) {
        Optional<String> text = text(cases, prompt);
        if (text.isEmpty()) {
            return;
        }
        Optional<Map<String, Answers.Reasoned>> answers = Answers.reasoned(text.get(), ids(cases));
        for (Case each : cases) {
            opinions.put(
                    each.id(),
                    answers.map(all -> all.get(each.id()))
                            .map(answer -> opinion(each, answer))
                            .orElseGet(() ->
                                    new Opinion.Absent(
                                            Opinion.UNPARSABLE,
                                            "the judge's answer could not be read")));
        }
    }

    /// An allow has to rest on what is there: on words that the person wrote, or on an exception among the rules.
    private Opinion opinion(Case one, Answers.Reasoned answer) {
        boolean allows = answer.verdict() == Verdict.ALLOW;
        boolean quotes = !answer.words().isEmpty();
        if (allows
                && quotes
                && one.question().facts().ledger().story().saidAt(answer.words()).isEmpty()) {
            return new Opinion.Absent(
                    Opinion.UNPARSABLE, "the judge rests on words that nobody wrote");
        }
        String rule = isLabel(answer.rule(), all()) ? answer.rule() : "";
        if (allows && isLabel(rule, sections.hardDeny())) {
            return new Opinion.Absent(
                    Opinion.UNPARSABLE, "the judge would allow what its own rule never allows");
        }
        Consulted consulted = consulted(2, rule, answer.words(), answer.severity());
        boolean rests = quotes || isLabel(rule, sections.allow());
        if (allows && one.needsReasons() && !rests) {
            return new Opinion.Given(
                    Verdict.ASK,
                    "the judge would let it pass, but names neither your words nor an exception",
                    consulted);
        }
        return new Opinion.Given(answer.verdict(), sentence(answer.reason()), consulted);
    }

    private static String sentence(String reason) {
        String line = Shown.line(Redactor.redact(reason), LONGEST_REASON).text();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private Stream<String> all() {
        return Stream.of(
                        sections.environment(),
                        sections.allow(),
                        sections.softDeny(),
                        sections.hardDeny())
                .flatMap(List::stream);
    }

    private static boolean isLabel(String rule, List<String> sentences) {
        return isLabel(rule, sentences.stream());
    }

    private static boolean isLabel(String rule, Stream<String> sentences) {
        return !rule.isEmpty() && sentences.anyMatch(each -> each.startsWith(rule + ":"));
    }

    /// What the model says, or nothing where it says nothing, which is then what the cases come to.
    private Optional<String> text(List<Case> cases, Prompt prompt) {
        Optional<Duration> turn = asker.turn();
        if (turn.isEmpty()) {
            absent(cases, Opinion.UNAVAILABLE, Asker.AWAY);
            return Optional.empty();
        }
        asked.add(prompt.said());
        calls++;
        Asker.Got got = asker.ask(prompt, turn.get());
        usage = usage.and(got.usage());
        return switch (got) {
            case Asker.Got.Text(var text, _) -> Optional.of(text);
            case Asker.Got.Nothing(var code, var why, _) -> {
                absent(cases, code, why);
                yield Optional.empty();
            }
        };
    }

    private void absent(List<Case> cases, String code, String why) {
        cases.forEach(each ->
                opinions.put(each.id(), new Opinion.Absent(code, why, consulted(0, "", "", 0))));
    }

    private Consulted consulted(int stage, String rule, String words, int severity) {
        return new Consulted(
                terms.connection().model(),
                false,
                stage,
                0,
                0,
                0,
                0,
                0,
                rule,
                words,
                severity,
                "",
                "");
    }

    private void keepWhatWasSent() {
        if (!asked.isEmpty()) {
            sent.put(record, Json.print(Map.of("sent", asked)));
        }
    }

    /// What the hearing cost is put down once, with its first case.
    private void account(List<Case> cases) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        boolean first = true;
        for (Case each : cases) {
            Opinion opinion = opinions.get(each.id());
            if (opinion != null) {
                opinions.put(
                        each.id(),
                        accounted(opinion, first ? calls : 0, first ? usage : Usage.NONE, millis));
            }
            first = false;
        }
    }

    private Opinion accounted(Opinion opinion, int asked, Usage cost, long millis) {
        Consulted before = opinion.consulted();
        var consulted =
                new Consulted(
                        terms.connection().model(),
                        false,
                        before.stage(),
                        asked,
                        cost.prompt(),
                        cost.cached(),
                        cost.answer(),
                        millis,
                        before.rule(),
                        before.words(),
                        before.severity(),
                        calls > 0 ? record : "",
                        opinion instanceof Opinion.Absent(_, var why, _) ? why : "");
        return switch (opinion) {
            case Opinion.Given(var verdict, var reason, _) ->
                    new Opinion.Given(verdict, reason, consulted);
            case Opinion.Absent(var code, var why, _) -> new Opinion.Absent(code, why, consulted);
        };
    }
}
