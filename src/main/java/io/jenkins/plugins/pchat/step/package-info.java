/** The Pipeline steps: one class each with what it asks for, one execution for all, and the result that Groovy sees. */
package io.jenkins.plugins.pchat.step;
