package dev.cattlegrid.doctor;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.session.Irregular;
import dev.cattlegrid.session.Sessions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the gate did of late, or would have done.
///
/// @param observe whether it only watches
/// @param clients that are installed
/// @param since when
/// @param verdicts how many of each
/// @param stopped calls that were asked about or refused, the oldest first
/// @param sessions that were heard of since then
/// @param strange what was noticed in them, the latest first
record Status(
        boolean observe,
        List<Wired> clients,
        Instant since,
        Map<String, Integer> verdicts,
        List<Fields> stopped,
        int sessions,
        List<Strange> strange) {
    private static final int RULES = 8;
    private static final int LATEST = 5;

    /// @param says what is wrong; empty where the gate is wired
    /// @param mend the command that mends it
    record Wired(String name, String title, String says, String mend) {
        boolean isWired() {
            return says.isEmpty();
        }
    }

    record Strange(Sessions.Name session, Irregular what) {}

    Status {
        clients = List.copyOf(clients);
        verdicts = Map.copyOf(verdicts);
        stopped = List.copyOf(stopped);
        strange = List.copyOf(strange);
    }

    int of(String verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    int calls() {
        return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Which rules stopped calls how often, the most frequent first.
    List<Map.Entry<String, Integer>> rules() {
        var counts = new TreeMap<String, Integer>();
        for (Fields entry : stopped) {
            String why = entry.text("rule").or(() -> entry.text("code")).orElse("?");
            counts.merge(why, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(RULES)
                .toList();
    }

    List<Fields> latest() {
        return stopped.subList(Math.max(0, stopped.size() - LATEST), stopped.size());
    }

    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("observe", observe);
        values.put("enforce_with", observe ? StatusPage.ENFORCE : "");
        var wired = new ArrayList<Object>();
        for (Wired client : clients) {
            var each = new LinkedHashMap<String, Object>();
            each.put("name", client.name());
            each.put("wired", client.isWired());
            each.put("says", client.says());
            each.put("mend", client.mend());
            wired.add(each);
        }
        values.put("clients", wired);
        values.put("since", since.toString());
        values.put("calls", calls());
        for (String verdict : List.of("allow", "ask", "deny")) {
            values.put(verdict, of(verdict));
        }
        var rules = new LinkedHashMap<String, Object>();
        rules().forEach(rule -> rules.put(rule.getKey(), rule.getValue()));
        values.put("rules", rules);
        values.put("latest", latest().stream().map(Fields::values).toList());
        values.put("sessions", sessions);
        var noticed = new ArrayList<Object>();
        for (Strange each : strange) {
            var one = new LinkedHashMap<String, Object>();
            one.put("host", each.session().host());
            one.put("session", each.session().id());
            one.put("kind", each.what().kind().text());
            one.put("what", each.what().what());
            one.put("at", each.what().at().toString());
            noticed.add(one);
        }
        values.put("noticed", noticed);
        return values;
    }
}
