/** The rehearsal: the shipped failback pipeline, run against the lab with the real steps and the real driver. */
package io.jenkins.plugins.pchat.rehearsal;
