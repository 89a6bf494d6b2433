package dev.cattlegrid.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which buckets an operation of a cloud's storage is about.
final class Buckets {
    private static final List<String> SCHEMES =
            List.of("s3://", "gs://", "az://", "r2://", "b2://", "abfss://", "oss://");

    private Buckets() {}

    /// The bucket of an address such as `s3://name/key`.
    static Optional<String> name(String address) {
        for (String scheme : SCHEMES) {
            if (address.startsWith(scheme)) {
                String rest = address.substring(scheme.length());
                int slash = rest.indexOf('/');
                return Optional.of(slash < 0 ? rest : rest.substring(0, slash));
            }
        }
        return Optional.empty();
    }

    /// All buckets among the words of a target; none where none is named by an address.
    static List<String> among(String target) {
        var names = new ArrayList<String>();
        for (String word : target.split("\\s+")) {
            name(word).ifPresent(names::add);
        }
        return names;
    }
}
