package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.wire.ServerError;

/** {@code sp_getapplock} and {@code sp_releaseapplock}, as far as they lock for a session, exclusively and without waiting. */
final class LockProcedures {

    private static final int GRANTED = 0;
    private static final int TIMED_OUT = -1;
    private static final int WRONG = -999;
    private static final int NOT_HELD = 1223;

    private LockProcedures() {}

    static void register(LabInstance instance) {
        instance.register("master.dbo.sp_getapplock", LockProcedures::get);
        instance.register("master.dbo.sp_releaseapplock", LockProcedures::release);
    }

    private static int get(Procedure.Call call) throws ServerError {
        call.declare("Resource", "LockMode", "LockOwner", "LockTimeout", "DbPrincipal");
        if (!"Exclusive".equalsIgnoreCase(call.text("LockMode"))
                || !"Session".equalsIgnoreCase(call.text("LockOwner"))
                || call.number("LockTimeout", -1) != 0
                || call.given("DbPrincipal")) {
            throw Errors.notSimulated(
                    "sp_getapplock other than with LockMode Exclusive, LockOwner Session, LockTimeout 0 and no DbPrincipal");
        }
        LabSession session = ((ProcedureCall) call).session();
        return locks(session).take(session, call.database(), call.text("Resource")) ? GRANTED : TIMED_OUT;
    }

    private static int release(Procedure.Call call) throws ServerError {
        call.declare("Resource", "LockOwner", "DbPrincipal");
        if (!"Session".equalsIgnoreCase(call.text("LockOwner")) || call.given("DbPrincipal")) {
            throw Errors.notSimulated("sp_releaseapplock other than with LockOwner Session and no DbPrincipal");
        }
        LabSession session = ((ProcedureCall) call).session();
        if (locks(session).release(session, call.database(), call.text("Resource"))) {
            return GRANTED;
        }
        call.error(
                NOT_HELD,
                16,
                "Cannot release the application lock (Database Principal: 'public', Resource: '" + call.text("Resource")
                        + "') because it is not currently held.");
        return WRONG;
    }

    private static AppLocks locks(LabSession session) {
        return session.instance().sessions().appLocks();
    }
}
