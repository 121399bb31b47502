/** Queries and expressions of T-SQL, written in the SQL of the table engine. */
package io.jenkins.plugins.pchat.lab.server.query;
