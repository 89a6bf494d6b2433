package dev.cattlegrid.host;

import dev.cattlegrid.cases.Cases;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Pairs of a payload and what it comes to, a table a host.
class HostTablesTest {
    @TestFactory
    Stream<DynamicTest> payloads() {
        return Host.all().stream()
                .flatMap(host ->
                        Cases.of(
                                "host/" + host.name() + ".txt",
                                payload -> Hearing.lines(host, payload)));
    }
}
