package dev.cattlegrid.policy;

/// Asked about what the rules leave open.
@FunctionalInterface
public interface Judge {
    /// A judge that is not there.
    Judge NONE = _ -> new Opinion.Absent(Opinion.NO_JUDGE, "there is no judge to ask");

    Opinion opinionOn(Ruling.Question question);
}
