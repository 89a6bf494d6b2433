package dev.cattlegrid.judge;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.model.ModelServer;
import dev.cattlegrid.model.ModelServer.Answer;
import dev.cattlegrid.model.ModelWire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a judge's prompt as a model would have to, and answers each open call from a table.
///
/// @param opinions by the open call, as it stands in the prompt
public record ScriptedJudge(ModelWire wire, Function<Fields, Said> opinions)
        implements Function<ModelServer.Request, Answer> {
    private static final Pattern TASK = Pattern.compile("Look ([12]) for ([a-z0-9, ]+)\\.\\s*$");
    private static final Pattern FENCED =
            Pattern.compile("(?s)(?<=^|\\n)<<<([a-z0-9]{20,})\\n(.*)\\n\\1>>>\\n");

    /// What it says of a call.
    ///
    /// @param brief whether the short look lets it pass
    public record Said(
            boolean brief, String verdict, String rule, String words, int severity, String reason) {
        public static final Said PASSES =
                new Said(true, "allow", "", "", 0, "it is part of the work");
        public static final Said REFUSED =
                new Said(false, "deny", "", "", 60, "nobody asked for it");

        public static Said restingOn(String words) {
            return new Said(false, "allow", "", words, 20, "the person asked for it");
        }
    }

    /// A prompt taken apart.
    ///
    /// @param look 1 or 2
    /// @param lines of data between the fence's lines
    /// @param outside all that stands outside of them
    public record Asked(int look, List<String> ids, List<Fields> lines, String outside) {
        public static Asked of(ModelServer.Request request) {
            String text = request.said();
            Matcher task = TASK.matcher(text);
            Matcher fence = FENCED.matcher(text);
            if (!task.find() || !fence.find()) {
                throw new IllegalStateException("no prompt of a judge: " + text);
            }
            var lines = new ArrayList<Fields>();
            for (String line : fence.group(2).split("\n")) {
                lines.add(
                        Json.parse(line).members() instanceof Json.Members.Of(var fields)
                                ? fields
                                : Fields.NONE);
            }
            String outside = text.substring(0, fence.start()) + text.substring(fence.end());
            return new Asked(
                    Integer.parseInt(task.group(1)),
                    List.of(task.group(2).split(", ")),
                    lines,
                    outside);
        }

        public List<Fields> open() {
            return lines.stream()
                    .filter(line -> line.text("kind").orElse("").equals("open call"))
                    .toList();
        }
    }

    @Override
    public Answer apply(ModelServer.Request request) {
        Asked asked = Asked.of(request);
        return Answer.of(wire.answer(answer(asked), ModelWire.End.DONE, 800));
    }

    private String answer(Asked asked) {
        var brief = new StringBuilder();
        var reasoned = new ArrayList<Map<String, Object>>();
        for (Fields call : asked.open()) {
            String id = call.text("id").orElse("");
            if (!asked.ids().contains(id)) {
                continue;
            }
            Said said = opinions.apply(call);
            brief.append(id).append(said.brief() ? " allow\n" : " refuse\n");
            var one = new LinkedHashMap<String, Object>();
            one.put("id", id);
            one.put("thinking", "as the table says");
            one.put("verdict", said.verdict());
            one.put("rule", said.rule());
            one.put("words", said.words());
            one.put("severity", said.severity());
            one.put("reason", said.reason());
            reasoned.add(one);
        }
        return asked.look() == 1 ? brief.toString() : Json.print(Map.of("answers", reasoned));
    }
}
