/** Operations that look at the pool and at both servers together: before the failback and after it. */
package io.jenkins.plugins.pchat.engine.inspection;
