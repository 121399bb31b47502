package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.check.Reading;
import java.util.List;

/**
 * What was read of one instance before the failback, each group by itself, so that what can't be read takes nothing else away.
 *
 * @param instance as the user named it
 * @param reached whether it answers at all
 * @param compliance the database of the compliance records
 * @param trial what a trial restore may have left
 * @param files the files of all databases
 * @param volumes those that hold files, and their room
 * @param share whether its service account sees the share as a folder
 * @param copyFolder the same of the folder for copied log backups
 */
record InstanceFacts(
        String instance,
        Reading<Boolean> reached,
        ServerFacts server,
        DatabaseFacts database,
        DatabaseFacts compliance,
        ShippingFacts shipping,
        Reading<TrialDatabase> trial,
        Reading<List<DatabaseFile>> files,
        Reading<List<Volume>> volumes,
        Reading<Boolean> share,
        Reading<Boolean> copyFolder) {

    static InstanceFacts read(Questions questions, InspectionScope scope, Pause pause) throws InterruptedException {
        ServerFacts server = ServerFacts.read(questions);
        Reading<List<DatabaseFile>> files = questions.ask(DatabaseFile::all);
        return new InstanceFacts(
                questions.instance(),
                questions.reached(),
                server,
                DatabaseFacts.read(questions, scope.database(), server.identity()),
                DatabaseFacts.read(questions, DatabaseName.MGCCOMP, server.identity()),
                ShippingFacts.read(questions, scope.database(), server.identity()),
                questions.ask(asked -> TrialDatabase.read(asked, scope.database(), files.get())),
                files,
                questions.ask(asked -> Volume.of(asked, files.get())),
                questions.ask(
                        asked -> FileCheck.folder(asked, scope.share(), pause).folder()),
                questions.ask(
                        asked -> FileCheck.read(asked, scope.copyDirectory()).folder()));
    }

    /** The server's own name, or what the user called it while it isn't known. */
    String name() {
        return server.identity().present() ? server.server().propertyName() : instance;
    }

    String line() {
        return reached.present()
                ? server.identity().present()
                        ? server.server().line()
                        : instance + ": " + server.identity().failure().what()
                : reached.failure().what();
    }
}
