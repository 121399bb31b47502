package io.jenkins.plugins.pchat.lab.server.model;

/**
 * A user table in schema dbo.
 *
 * @param columns the column definitions and constraints, as the table engine takes them between the parentheses of
 *     CREATE TABLE
 */
public record TableDefinition(int objectId, String name, String columns) {}
