/** Tools of the build with a real Jenkins: they lay out what the Test Harness wants, and compare the written signatures with the real ones. */
package io.jenkins.plugins.pchat.harness;
