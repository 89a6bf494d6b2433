package dev.cattlegrid.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.effect.Effect.Install;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is well known, what only looks like it, and what is neither.
final class PackagesTest {
    @Test
    void imitationsAreTold() {
        for (String pair :
                List.of(
                        "pypi reqeusts requests",
                        "pypi python-opencv opencv-python",
                        "pypi request requests",
                        "npm crossenv cross-env",
                        "npm cross_env cross-env",
                        "npm expresss express",
                        "npm axois axios",
                        "cargo rustdecimal rust_decimal",
                        "cargo serde-jsn serde-json")) {
            String[] words = pair.split(" ");
            assertTrue(Packages.lookAlike(words[0], words[1]).isPresent(), pair);
            assertEquals(List.of(words[1]), unknown(words[0], words[1]), pair);
        }
    }

    @Test
    void wellKnownNamesAreNoImitations() {
        for (String name :
                List.of("requests", "boto3", "httpx", "ruamel.yaml", "pytest-cov[all]>=5")) {
            assertEquals(List.of(), unknown("pypi", name), name);
        }
        for (String name : List.of("preact", "react", "@types/node@22", "cross-env", "vitest")) {
            assertEquals(List.of(), unknown("npm", name), name);
        }
        for (String name : List.of("knip", "madge@8", "@ark-ui/react", "string-argv")) {
            assertEquals(List.of(), unknown("npm", name), name);
        }
        for (String name : List.of("cargo-zigbuild", "LangGraph-SDK", "pydantic_extra_types")) {
            assertEquals(List.of(), unknown("pypi", name), name);
        }
        for (String name :
                List.of("Newtonsoft.Json", "Microsoft.Extensions.Logging", "dotnet-ef")) {
            assertEquals(List.of(), unknown("nuget", name), name);
        }
        for (String name : List.of("nodejs=22", "scikit-learn", "samtools")) {
            assertEquals(List.of(), unknown("conda", name), name);
        }
        assertEquals(List.of(), unknown("pypi", "uvicorn[standard,extra]>=0.30,<1"));
        assertEquals(List.of("microsoftextensions"), unknown("nuget", "MicrosoftExtensions"));
        assertEquals(List.of(), unknown("rust", "nightly-2025-01-02"));
        assertEquals(List.of(), unknown("rust", "aarch64-unknown-linux-musl"));
    }

    @Test
    void whatNobodyKnowsIsNeither() {
        for (String name :
                List.of("zzz-left-pad-helper", "totally-obscure-package", "acme-internal")) {
            assertEquals(List.of(name), unknown("npm", name));
            assertEquals(Optional.empty(), Packages.lookAlike("npm", name));
            assertEquals(Optional.empty(), Packages.lookAlike("pypi", name));
        }
    }

    private static List<String> unknown(String ecosystem, String names) {
        return Packages.unknownOf(
                new Install(
                        ecosystem,
                        names,
                        Install.Provenance.NAMED,
                        Install.Reach.PROJECT,
                        Span.NONE));
    }
}
