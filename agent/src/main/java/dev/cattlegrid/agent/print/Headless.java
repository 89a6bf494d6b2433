package dev.cattlegrid.agent.print;

import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Made;
import dev.cattlegrid.agent.voice.Usage;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.json.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One prompt and its answer for a program: as text, as one JSON object, or as one object for each thing that happens.
public final class Headless {
    /// The model was asked and gave no answer: it may do so later (sysexits, EX_TEMPFAIL).
    public static final int UNAVAILABLE = 75;

    public enum Form {
        TEXT,
        JSON,
        STREAM_JSON
    }

    private final PrintWriter out;
    private final PrintWriter err;
    private final Form form;
    private final List<Object> refusals = new ArrayList<>();
    private final long start = System.nanoTime();
    private String session = "";
    private Usage usage = Usage.NONE;
    private int turns;

    public Headless(PrintWriter out, PrintWriter err, Form form) {
        this.out = out;
        this.err = err;
        this.form = form;
    }

    public void show(Happening happening) {
        switch (happening) {
            case Happening.Began began -> session = began.session();
            case Happening.Paused _ -> turns++;
            case Happening.Used used -> usage = used.all();
            case Happening.Refused(var made, var refusal) -> {
                refusals.add(refusal(made, refusal));
                if (form == Form.TEXT) {
                    err.println(
                            "cattlegrid: refused: %s %s: %s%s"
                                    .formatted(
                                            made.tool(),
                                            made.line(),
                                            refusal.reason(),
                                            refusal.entry().isEmpty()
                                                    ? ""
                                                    : " (cattlegrid why " + refusal.entry() + ")"));
                    err.flush();
                }
            }
            case Happening.Noticed(var what) -> {
                if (form != Form.STREAM_JSON) {
                    err.println("cattlegrid: " + what);
                    err.flush();
                }
            }
            default -> {}
        }
        if (form == Form.STREAM_JSON && !(happening instanceof Happening.Over)) {
            Map<String, Object> event = Events.of(happening);
            if (!event.isEmpty()) {
                print(event);
            }
        }
    }

    private static Map<String, Object> refusal(Made made, Happening.Refusal refusal) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("tool_name", made.tool());
        values.put("tool_use_id", made.id());
        values.put("call", made.line());
        values.putAll(Events.of(refusal));
        return values;
    }

    /// Says what it came to, and gives the exit code that says so too.
    public int end(Happening.Ending ending) {
        int exit = exit(ending);
        String text = text(ending);
        switch (form) {
            case TEXT -> {
                if (ending instanceof Happening.Ending.Answered) {
                    out.println(text);
                } else {
                    err.println("cattlegrid: " + text);
                }
            }
            case JSON, STREAM_JSON -> print(result(ending, text));
        }
        out.flush();
        err.flush();
        return exit;
    }

    private Map<String, Object> result(Happening.Ending ending, String text) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", "result");
        values.put("subtype", kind(ending));
        values.put("is_error", !(ending instanceof Happening.Ending.Answered));
        values.put("result", text);
        values.put("session_id", session);
        values.put("num_turns", turns);
        values.put("duration_ms", (System.nanoTime() - start) / 1_000_000);
        values.put("usage", Events.of(usage));
        values.put("permission_denials", refusals);
        return values;
    }

    private static String kind(Happening.Ending ending) {
        return switch (ending) {
            case Happening.Ending.Answered _ -> "success";
            case Happening.Ending.Interrupted() -> "interrupted";
            case Happening.Ending.OutOfTurns _ -> "error_max_turns";
            case Happening.Ending.Refused _ -> "refused";
            case Happening.Ending.Unavailable _ -> "unavailable";
            case Happening.Ending.Failed _ -> "failed";
        };
    }

    private static String text(Happening.Ending ending) {
        return switch (ending) {
            case Happening.Ending.Answered(var text) -> text;
            case Happening.Ending.Interrupted() -> "it was broken off";
            case Happening.Ending.OutOfTurns(var most) -> "not done after %d turns".formatted(most);
            case Happening.Ending.Refused(var why) -> why;
            case Happening.Ending.Unavailable(var why) -> why;
            case Happening.Ending.Failed(var why) -> why;
        };
    }

    private static int exit(Happening.Ending ending) {
        return switch (ending) {
            case Happening.Ending.Answered _ -> Exit.ALLOW;
            case Happening.Ending.Interrupted(), Happening.Ending.OutOfTurns _ -> Exit.ASK;
            case Happening.Ending.Refused _ -> Exit.DENY;
            case Happening.Ending.Unavailable _ -> UNAVAILABLE;
            case Happening.Ending.Failed _ -> Exit.OWN_FAILURE;
        };
    }

    private void print(Map<String, Object> values) {
        out.println(Json.print(values));
        out.flush();
    }
}
