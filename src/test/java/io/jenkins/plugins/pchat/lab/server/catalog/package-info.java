/** The catalog views and functions, true to the model at the moment of the query. */
package io.jenkins.plugins.pchat.lab.server.catalog;
