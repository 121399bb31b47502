/** Guards and their like are switched off one after the other; each time some test must notice. */
package io.jenkins.plugins.pchat.mutants;
