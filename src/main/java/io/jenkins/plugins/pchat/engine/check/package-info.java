/** Checks that are all made, whatever the others say, and the table that they come to. */
package io.jenkins.plugins.pchat.engine.check;
