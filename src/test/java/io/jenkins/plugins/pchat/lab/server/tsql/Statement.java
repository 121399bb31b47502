package io.jenkins.plugins.pchat.lab.server.tsql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A statement of a batch. */
public sealed interface Statement permits Statement.Control, Statement.Plain, ServerStatement {

    /** The line it begins on, from 1. */
    int line();

    /** A statement that holds others or directs their flow. */
    sealed interface Control extends Statement {}

    /** IF with or without ELSE; {@code otherwise} is null without. */
    record If(int line, Expression condition, Statement then, Statement otherwise) implements Control {}

    record While(int line, Expression condition, Statement body) implements Control {}

    record Block(int line, List<Statement> statements) implements Control {}

    record TryCatch(int line, List<Statement> attempted, List<Statement> handler) implements Control {}

    /** RETURN; the value is null without one. */
    record Return(int line, Expression value) implements Control {}

    record Break(int line) implements Control {}

    record Continue(int line) implements Control {}

    /** A statement that works on the session or on tables. */
    sealed interface Plain extends Statement {}

    /** SELECT, INSERT, UPDATE, DELETE, TRUNCATE TABLE and what defines tables, for the table engine. */
    record Query(int line, Expression text) implements Plain {

        /** The word it begins with, in upper case; WITH when it begins with a common table expression. */
        public String verb() {
            return text.tokens().get(0).text().toUpperCase(Locale.ROOT);
        }
    }

    /** {@code SELECT @a = x, @b = y FROM ...}; the rest begins after the last assignment. */
    record SelectInto(int line, List<Assign> assignments, Expression prefix, Expression rest) implements Plain {}

    record Declare(int line, List<Variable> variables) implements Plain {}

    /** A variable that is declared; its first value is null without one. */
    record Variable(String name, TypeName type, Expression value) {}

    /** {@code DECLARE @t TABLE (...)}. */
    record DeclareTable(int line, String name, Expression columns) implements Plain {}

    /** {@code SET @x = ...}; the operator is one of = += -= *= /= %=. */
    record Assign(int line, String variable, String operator, Expression value) implements Plain {}

    /** {@code SET NOCOUNT ON}: names in upper case. */
    record SetOption(int line, List<String> names, Expression value) implements Plain {}

    /** {@code EXEC @result = database.schema.procedure arguments}; parts that aren't given are null. */
    record Exec(int line, String result, String database, String procedure, List<Argument> arguments)
            implements Plain {}

    /** An argument; the name is null when it is given by position, the value is empty for DEFAULT. */
    record Argument(String name, Expression value, boolean output) {}

    /** {@code EXEC (text)}. */
    record ExecText(int line, Expression text) implements Plain {}

    /** {@code INSERT INTO t (columns) EXEC ...}. */
    record InsertExec(int line, Expression target, Statement source) implements Plain {}

    /** RAISERROR; the options are in upper case. */
    record Raise(int line, List<Expression> arguments, Set<String> options) implements Plain {}

    /** THROW; no arguments to throw the caught error again. */
    record Throw(int line, List<Expression> arguments) implements Plain {}

    record Print(int line, Expression text) implements Plain {}

    record Use(int line, String database) implements Plain {}

    record WaitFor(int line, Expression delay) implements Plain {}

    /** BEGIN, COMMIT, ROLLBACK or SAVE; the name is null without one. */
    record Transaction(int line, String verb, String name) implements Plain {}

    /** What is accepted and has no effect in the lab: CHECKPOINT, RECONFIGURE. */
    record Nothing(int line) implements Plain {}
}
