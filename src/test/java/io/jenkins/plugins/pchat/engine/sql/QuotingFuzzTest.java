package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Fuzz;
import io.jenkins.plugins.pchat.engine.Hostile;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.Unusable;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;

/** Whatever a name, a path or a description is: it stays inside its quotes, or there is no statement. */
class QuotingFuzzTest {

    private static void staysInside(String value, UnaryOperator<String> statement) {
        String hostile;
        try {
            hostile = statement.apply(value);
        } catch (Unusable refused) {
            assertTrue(value.isEmpty() || value.length() > 128 || !PlainText.isPlain(value), value);
            assertTrue(PlainText.isPlain(refused.getMessage()), refused.getMessage());
            assertTrue(refused.getMessage().length() < 500, refused.getMessage());
            return;
        }
        assertTrue(PlainText.isPlain(hostile.replace("\n", "")), "what is approved is what is seen: " + hostile);
        Quoted.assertOnlyDiffers(value, statement.apply(Quoted.HARMLESS), hostile);
    }

    @Fuzz
    void aNameOfADatabase(@ForAll(supplier = Hostile.class) String name) {
        staysInside(name, TSql::removePartner);
        staysInside(name, TSql::singleUser);
        staysInside(name, TSql::multiUser);
        staysInside(name, TSql::recoveryFull);
        staysInside(name, TSql::noAsyncStatistics);
        staysInside(name, Queries::usedSpace);
        staysInside(name, value -> TSql.restore(value, "p", 1, true, 5, Map.of()));
        staysInside(name, value -> TSql.backup(new TSql.Backup(value, "p", true, true, 5, 65536, 4, "n", "d")));
    }

    @Fuzz
    void anOwnerAndAUser(@ForAll(supplier = Hostile.class) String name) {
        staysInside(name, value -> TSql.owner("mgc", value));
        staysInside(name, value -> TSql.attachUser("mgc", value));
        staysInside(name, value -> TSql.owner(value, value));
    }

    @Fuzz
    void aPath(@ForAll(supplier = Hostile.class) String path) {
        staysInside(path, TSql::headerOnly);
        staysInside(path, Queries::fileExists);
        staysInside(path, value -> TSql.fileListOnly(value, 1));
        staysInside(path, value -> TSql.verifyOnly(value, 1, 5, Map.of(value, value)));
        staysInside(path, value -> TSql.restore("mgc", value, 1, false, 5, Map.of("mgc_data", value)));
        staysInside(
                path, value -> TSql.backup(new TSql.Backup("mgc", value, false, null, 5, null, null, value, value)));
    }
}
