package dev.cattlegrid.wiring;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the last `setup` of a client changed, kept with the files as they were, so that it can be taken back.
///
/// @param store of the user
/// @param file where it is kept
record Kept(Store store, Path file) {
    static Kept of(Path home, String host, Place.Scope scope) {
        String name = host + "-" + scope.name().toLowerCase(java.util.Locale.ROOT) + ".json";
        var store = new Store(home.resolve(Store.IN_HOME));
        return new Kept(store, store.directory().resolve("setup").resolve(name));
    }

    void keep(Change change) throws IOException {
        var edits = new ArrayList<Map<String, Object>>();
        for (Change.Edit edit : change.edits()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("file", edit.file().toString());
            one.put("before", edit.before().<Object>map(text -> text).orElse(Json.Null.NULL));
            one.put("after", edit.after().<Object>map(text -> text).orElse(Json.Null.NULL));
            edits.add(one);
        }
        store.prepare();
        new TextFile(file).write(Json.pretty(Map.of("edits", edits)) + "\n");
    }

    /// What takes the last change back.
    ///
    /// @throws IllegalArgumentException in the user's words, where there is none, or the files were changed since
    Change back() throws IOException {
        Optional<String> text = new TextFile(file).read();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("there is no `setup` to take back");
        }
        if (!(Json.parse(text.get()).members() instanceof Json.Members.Of(var kept))) {
            throw new IllegalArgumentException("`" + file + "` is not what `setup` kept");
        }
        var edits = new ArrayList<Change.Edit>();
        for (Fields one : kept.objects("edits").reversed()) {
            edits.add(back(one));
        }
        return new Change(List.copyOf(edits));
    }

    private static Change.Edit back(Fields one) throws IOException {
        Path changed = Path.of(one.text("file").orElse("/"));
        Optional<String> now = new TextFile(changed).read();
        if (!now.equals(one.text("after"))) {
            throw new IllegalArgumentException(
                    "`"
                            + changed
                            + "` was changed since; take the gate out with `--remove`, which leaves the rest as it is");
        }
        return new Change.Edit(changed, now, one.text("before"));
    }

    void forget() throws IOException {
        new TextFile(file).delete();
    }
}
