/** The T-SQL language: tokens, statements and who reads them. It knows nothing of databases. */
package io.jenkins.plugins.pchat.lab.server.tsql;
