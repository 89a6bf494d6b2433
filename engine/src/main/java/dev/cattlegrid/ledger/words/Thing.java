package dev.cattlegrid.ledger.words;

/// What an act is about, as the words name it.
public sealed interface Thing {
    /// By its name: a path, a branch, a host, a version, a word.
    record Named(String name) implements Thing {}

    /// By its sort, in any of the languages.
    record OfSort(Sort sort) implements Thing {}

    enum Sort {
        DATABASE,
        PRODUCTION,
        TESTS,
        DEFAULT_BRANCH,
        /// The branch that is checked out.
        THIS_BRANCH,
        /// The request to merge that is talked about.
        THIS_REQUEST,
        TAGS,
        SECRETS,
        SETTINGS,
        DEPENDENCIES,
        MIGRATIONS,
        GIT,
        /// All there is: "everything", "anything".
        EVERYTHING
    }
}
