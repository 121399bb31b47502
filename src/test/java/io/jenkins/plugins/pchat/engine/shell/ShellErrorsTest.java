package io.jenkins.plugins.pchat.engine.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellErrorsTest {

    private static final Cmdlet SETTER = Cmdlets.setState("PersistentChatServer:lyncpc.dci.discovery.com", "Normal");
    private static final RemoteShell REMOTE =
            new RemoteShell("https://lyncpc.dci.discovery.com/OcsPowershell", "DCI\\svc-pchat", "p\u00e4ss\"word");

    private final FakeProcess process = new FakeProcess();

    @Test
    void tellsWhichCmdletFailedAndHow() {
        process.ends(10, FakeProcess.error("cmdlet", "ObjectNotFound,X", "ObjectNotFound", "Cannot find it."), "");
        Failure failure = process.failure(null, SETTER);
        assertEquals(Failure.Code.SHELL, failure.code());
        assertEquals(SETTER + " failed: Cannot find it. (ObjectNotFound,X, category ObjectNotFound)", failure.what());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PermissionDenied", "SecurityError", "AuthenticationError"})
    void callsAMissingRightByItsName(String category) {
        process.ends(10, FakeProcess.error("cmdlet", "X", category, "No."), "");
        Failure failure = process.failure(null, SETTER);
        assertEquals(Failure.Code.DENIED, failure.code());
        assertTrue(failure.getMessage().contains("RTCUniversalServerAdmins"), failure.getMessage());
    }

    @Test
    void knowsAMissingRightByTheErrorsIdToo() {
        process.ends(
                10, FakeProcess.error("cmdlet", "System.UnauthorizedAccessException,X", "NotSpecified", "No."), "");
        assertEquals(Failure.Code.DENIED, process.failure(null, SETTER).code());
    }

    @Test
    void knowsThatARemoteShellHidesWhatIsNotAllowed() {
        process.ends(10, FakeProcess.error("cmdlet", "CommandNotFoundException", "ObjectNotFound", "?"), "");
        Failure failure = process.failure(REMOTE, SETTER);
        assertEquals(Failure.Code.DENIED, failure.code());
        assertTrue(failure.getMessage().contains("-match 'Set-CsPersistentChatState'"), failure.getMessage());
    }

    @Test
    void takesACmdletThatCanNotBeImportedForAMissingRight() {
        process.ends(
                12, FakeProcess.error("import", "ErrorFromRemoteCommand,X", "InvalidResult", "not recognized"), "");
        Failure failure = process.failure(REMOTE, SETTER);
        assertEquals(Failure.Code.DENIED, failure.code());
        assertTrue(
                failure.getMessage().contains("does not offer all of Set-CsPersistentChatState"), failure.getMessage());
    }

    @Test
    void saysThatTheModuleIsMissing() {
        process.ends(11, FakeProcess.error("module", "x", "OperationStopped", "No module."), "");
        Failure failure = process.failure(null, SETTER);
        assertEquals(Failure.Code.SHELL, failure.code());
        assertTrue(failure.getMessage().contains("administrative tools"), failure.getMessage());
    }

    @Test
    void saysThatThereIsNoRemoteSessionWithoutTheSecret() {
        process.ends(
                12, FakeProcess.error("remote", "X,PSSessionOpenFailed", "OpenError", "p\u00e4ss\"word is bad"), "");
        Failure failure = process.failure(REMOTE, SETTER);
        assertEquals(Failure.Code.CONNECT, failure.code());
        assertFalse(failure.getMessage().contains("p\u00e4ss"), failure.getMessage());
        assertTrue(failure.getMessage().contains("https://lyncpc.dci.discovery.com/OcsPowershell"));
    }

    @Test
    void tellsARefusedLogInFromAnUnreachableShell() {
        process.ends(12, FakeProcess.error("remote", "AccessDenied,PSSessionOpenFailed", "OpenError", "No."), "");
        assertEquals(Failure.Code.DENIED, process.failure(REMOTE, SETTER).code());
    }

    @Test
    void saysThatTheRequestWasRefused() {
        process.ends(13, FakeProcess.error("request", "x", "OperationStopped", "Odd."), "");
        Failure failure = process.failure(null, SETTER);
        assertEquals(Failure.Code.SHELL, failure.code());
        assertTrue(failure.what().contains("Odd."), failure.what());
    }

    @Test
    void showsWhatAProcessPrintedThatGaveNoAnswer() {
        process.ends(1, "starting", "#< CLIXML\r\n<Objs><S S=\"Error\">no p\u00e4ss\"word_x000A_</S></Objs>");
        Failure failure = process.failure(REMOTE, Cmdlets.pools());
        assertEquals(Failure.Code.SHELL, failure.code());
        assertEquals(
                "PowerShell ended with exit code 1 and without an answer to Get-CsPool. It printed:\n  no ****",
                failure.what());
    }

    @Test
    void takesHalfAnAnswerForNone() {
        String whole = FakeProcess.answer("[{\"objects\":[]}]", "null");
        process.ends(0, whole.substring(0, whole.indexOf(":PCFB>>>")), "");
        Failure failure = process.failure(null, Cmdlets.pools());
        assertTrue(failure.what().contains("without an answer"), failure.what());
    }

    @Test
    void takesAnAnswerToFewerQuestionsForNone() {
        process.ends(0, FakeProcess.answer("[]", "null"), "");
        Failure failure = process.failure(null, Cmdlets.pools());
        assertTrue(failure.what().contains("without an answer"), failure.what());
    }

    @Test
    void believesTheExitCodeMoreThanTheAnswer() {
        process.ends(1, FakeProcess.answer("[{\"objects\":[]}]", "null"), "");
        Failure failure = process.failure(null, Cmdlets.pools());
        assertTrue(failure.what().contains("exit code 1"), failure.what());
    }
}
