package dev.cattlegrid.typed;

import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Layer;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The rules of one file, read, and their examples tried.
///
/// @param name of the file, for showing
public record RuleFile(String name, Layer.Level level, List<Draft> drafts) {
    public RuleFile {
        drafts = List.copyOf(drafts);
    }

    /// What reading a file gives.
    public sealed interface Read {
        record Of(RuleFile file) implements Read {}

        /// @param why one sentence, with file and line
        record Bad(String why) implements Read {}
    }

    /// A policy under these rules. What a repository would let pass does not count.
    public Policy over(Policy policy) {
        var rules = new ArrayList<Rule>();
        Policy all = policy;
        for (Draft draft : drafts) {
            if (draft.power() != Power.ALLOW) {
                rules.add(new TypedRule(draft, name));
            } else if (mayWiden()) {
                all = all.with(new TypedLeave(draft, name));
            } else {
                all =
                        all.in(
                                all.environment()
                                        .noting(
                                                "the rule `%s` of `%s` does not count, since that file may only tighten"
                                                        .formatted(draft.name(), name)));
            }
        }
        return rules.isEmpty() ? all : all.under(new Layer(name, level, Map.of(), rules));
    }

    /// Whether this file's word can make anything milder.
    boolean mayWiden() {
        return switch (level) {
            case ORGANISATION, GATE, USER -> true;
            case PROJECT, SESSION -> false;
        };
    }

    /// A rule for somebody who asks for it.
    ///
    /// @param strength as its file says it
    public record Page(About about, String strength, String from, Layer.Level level) {}

    /// Its rules, in the order of the file.
    public List<Page> pages() {
        return drafts.stream()
                .map(draft -> new Page(draft.about(name), draft.power().text(), name, level))
                .toList();
    }

    /// How many rules it holds.
    public int size() {
        return drafts.size();
    }
}
