package dev.cattlegrid.audit;

import dev.cattlegrid.cases.Cases;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RedactorTest {
    @TestFactory
    Stream<DynamicTest> redacted() {
        return Cases.of("audit/redacted.txt", text -> List.of(Redactor.redact(text).split("\n")));
    }
}
