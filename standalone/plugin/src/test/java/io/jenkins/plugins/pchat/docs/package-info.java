/** Tests of the documentation: that it says what the code does, and that its links lead somewhere. */
package io.jenkins.plugins.pchat.docs;
