/** The steps on the standalone build's signatures: binding, forms, accounts, execution. */
package io.jenkins.plugins.pchat.step;
