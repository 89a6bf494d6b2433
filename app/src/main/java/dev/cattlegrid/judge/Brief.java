package dev.cattlegrid.judge;

import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.ledger.Story;
import dev.cattlegrid.ledger.Wishes;
import dev.cattlegrid.policy.Ruling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the judge is told of a session and its open calls: lines of data. Never what a tool gave back, and never an
/// agent's words.
///
/// Where it is too much, the oldest calls go first, then what the project tells agents, then the oldest messages; the open
/// calls and the person's boundaries stay.
record Brief(List<String> lines) {
    /// Letters of a token, guessed low.
    private static final int LETTERS = 3;

    /// A call of which not everything can be shown is not shown at all.
    private static final int LONGEST_CALL = 24_000;

    private static final int MOST_STEPS = 120;

    Brief {
        lines = List.copyOf(lines);
    }

    /// @param cases of one session
    /// @param instructions that the project's files hold for agents, by file
    /// @param budget in tokens
    /// @return nothing where the open calls alone are too much
    static Optional<Brief> of(List<Case> cases, Map<String, String> instructions, int budget) {
        Ledger ledger = latest(cases);
        var open = new ArrayList<String>();
        for (Limits limit : Limits.of(ledger.wishes())) {
            open.add(Fence.line(limit.values()));
        }
        for (Case each : cases) {
            Optional<String> line = line(each);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            open.add(line.get());
        }
        int left = budget * LETTERS - length(open);
        if (left < 0) {
            return Optional.empty();
        }
        List<String> told = told(ledger.story());
        boolean[] kept = new boolean[told.size()];
        left = keep(told, ledger.story(), kept, true, left);
        var others = new ArrayList<String>();
        for (var file : instructions.entrySet()) {
            String line =
                    Fence.line(
                            Map.of(
                                    "kind", "project instructions",
                                    "file", file.getKey(),
                                    "text", file.getValue()));
            if (line.length() <= left) {
                others.add(line);
                left -= line.length();
            }
        }
        keep(told, ledger.story(), kept, false, left);
        var lines = new ArrayList<>(others);
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                lines.add(told.get(i));
            }
        }
        lines.addAll(open);
        return Optional.of(new Brief(lines));
    }

    /// Calls that are open at once see the session as it is by now.
    private static Ledger latest(List<Case> cases) {
        return cases.getLast().question().facts().ledger();
    }

    private static int keep(
            List<String> told, Story story, boolean[] kept, boolean said, int room) {
        int left = room;
        for (int i = told.size() - 1; i >= 0; i--) {
            if (story.entries().get(i) instanceof Story.Entry.Said != said) {
                continue;
            }
            if (told.get(i).length() > left) {
                return 0;
            }
            kept[i] = true;
            left -= told.get(i).length();
        }
        return left;
    }

    private static int length(List<String> lines) {
        return lines.stream().mapToInt(String::length).sum();
    }

    private static List<String> told(Story story) {
        var lines = new ArrayList<String>();
        int number = 0;
        for (Story.Entry entry : story.entries()) {
            var values = new LinkedHashMap<String, Object>();
            values.put("n", ++number);
            switch (entry) {
                case Story.Entry.Said(var text) -> {
                    values.put("kind", "the person wrote");
                    values.put("text", text);
                }
                case Story.Entry.Called(var call, var answer, var cleared, var failed) -> {
                    values.put("kind", "the agent wanted");
                    values.put("call", call);
                    values.put(
                            "came_to",
                            switch (answer) {
                                        case ALLOWED -> "it ran";
                                        case ASKED ->
                                                cleared
                                                        ? "a person let it pass"
                                                        : "a person was asked";
                                        case REFUSED ->
                                                cleared
                                                        ? "refused, then a person let it pass"
                                                        : "refused";
                                        case FAILED -> "the gate failed";
                                    }
                                    + (failed ? ", and failed" : ""));
                }
            }
            lines.add(Fence.line(values));
        }
        return lines;
    }

    /// One thing that the person forbade.
    private record Limits(String words) {
        static List<Limits> of(Wishes wishes) {
            return wishes.limits().stream()
                    .map(limit -> new Limits(limit.boundary().words()))
                    .toList();
        }

        Map<String, Object> values() {
            return Map.of("kind", "the person forbade", "text", words);
        }
    }

    private static Optional<String> line(Case open) {
        Ruling.Question question = open.question();
        var facts = question.facts();
        if (facts.steps().size() > MOST_STEPS) {
            return Optional.empty();
        }
        var origin = facts.call().origin();
        var values = new LinkedHashMap<String, Object>();
        values.put("kind", "open call");
        values.put("id", open.id());
        values.put("by", origin.agent().isPresent() ? "a subagent" : "the agent");
        values.put("directory", origin.directory());
        if (facts.contained()) {
            values.put("contained", true);
        }
        values.put("call", Typed.of(facts.call()));
        values.put("effects", facts.steps().stream().map(Typed::of).toList());
        values.put("flows", facts.flows().stream().map(Typed::of).toList());
        values.put("findings", question.findings().stream().map(Typed::of).toList());
        values.put("nothing_vouches_for", question.open());
        String line = Fence.line(values);
        return line.length() > LONGEST_CALL ? Optional.empty() : Optional.of(line);
    }
}
