package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlErrorsTest {

    private static Failure failure(int number, String text) {
        return SqlErrors.failure("SQLB\\RTC", List.of(new SqlErrors.Reported(number, 16, text)));
    }

    @Test
    void takesTheFirstErrorThatNamesACause() {
        Failure failure = SqlErrors.failure(
                "SQLB\\RTC",
                List.of(
                        new SqlErrors.Reported(3013, 16, "terminating abnormally"),
                        new SqlErrors.Reported(3119, 16, "problems were identified"),
                        new SqlErrors.Reported(5133, 16, "Directory lookup failed")));
        assertEquals(5133, failure.sqlNumber());
    }

    @Test
    void takesAFollowUpWhenItIsAll() {
        assertEquals(3013, failure(3013, "terminating abnormally").sqlNumber());
    }

    @ParameterizedTest
    @CsvSource({
        "5, rights to read and write",
        "53, port 445",
        "112, disk is full",
        "32, has the file open",
        "1326, refuses the service account"
    })
    void looksAtTheErrorOfWindowsBehind3201(int os, String remedy) {
        String message = failure(3201, "Cannot open backup device. Operating system error " + os + "(text).")
                .getMessage();
        assertTrue(message.contains(remedy), message);
    }

    @Test
    void looksAtTheErrorOfWindowsBehind3202() {
        String message = failure(3202, "Write on \"x.bak\" failed: 112(There is not enough space on the disk.)")
                .getMessage();
        assertTrue(message.contains("disk is full"), message);
    }

    @Test
    void tellsTheKindsOfFailuresApart() {
        assertEquals(Failure.Code.LOGIN, failure(18456, "Login failed").code());
        assertEquals(Failure.Code.DENIED, failure(3110, "no permission").code());
        assertEquals(Failure.Code.SQL, failure(3201, "cannot open").code());
    }

    @Test
    void passesAnUnknownErrorOnAsItIs() {
        assertEquals(
                "[SQL] SQLB\\RTC: SQL Server's error 49999, severity 16: something new",
                failure(49999, "something new").getMessage());
    }

    /** The numbers of the tables on mirroring, backup and restore. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                1404, 1416, 1417, 1430, 1431, 1447, 1468, 3009, 3021, 3023, 3043, 3048, 3051, 3059, 3098, 3101, 3102,
                        3104, 3110,
                3117, 3132, 3141, 3142, 3153, 3154, 3156, 3159, 3167, 3168, 3169, 3176, 3183, 3187, 3189, 3201, 3202,
                        3203, 3204,
                3205, 3208, 3231, 3234, 3241, 3242, 3254, 3256, 3257, 3266, 3271, 4208, 4214, 4305, 4312, 4318, 4319,
                        4326, 5061,
                5064, 5133, 924, 927, 942, 945, 1105, 1205, 1222, 9002, 15281, 18456, 33111
            })
    void knowsAMeaningAndANextActionFor(int number) {
        assertNotNull(SqlErrors.meaning(number));
        assertTrue(failure(number, "x").getMessage().contains("\nNext: "));
    }
}
