/** Each step cut at each of its statements in each way that the lab knows, and the procedure run again: nothing may be lost. */
package io.jenkins.plugins.pchat.faults;
