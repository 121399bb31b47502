// Runs in the Jenkins under test at each of its starts. The first finds people.properties and makes the accounts.

import hudson.ExtensionList
import hudson.model.Item
import hudson.model.User
import hudson.security.FullControlOnceLoggedInAuthorizationStrategy
import hudson.security.HudsonPrivateSecurityRealm
import hudson.slaves.ComputerListener
import jenkins.model.Jenkins
import jenkins.model.JenkinsLocationConfiguration
import jenkins.security.ApiTokenProperty
import jenkins.slaves.restarter.JnlpSlaveRestarterInstaller

def jenkins = Jenkins.get()

// It starts an agent's JVM anew when the agent has lost the controller. Whether it does so depends on how an agent was started; here it doesn't.
if (!new File(jenkins.rootDir, 'agents-restart').exists()) {
    ComputerListener.all().remove(ExtensionList.lookupSingleton(JnlpSlaveRestarterInstaller))
}

def file = new File(jenkins.rootDir, 'people.properties')
if (!file.exists()) {
    return
}
def people = new Properties()
file.withInputStream { people.load(it) }
assert file.delete(): 'no password may stay in the home folder'

def realm = new HudsonPrivateSecurityRealm(false, false, null)
jenkins.securityRealm = realm
people.getProperty('people').split(' ').each { name ->
    def user = realm.createAccount(name, people.getProperty("${name}.password"))
    user.getProperty(ApiTokenProperty).tokenStore.addFixedNewToken('live', people.getProperty("${name}.token"))
    user.save()
}

def type = jenkins.pluginManager.uberClassLoader.&loadClass
if (jenkins.pluginManager.getPlugin('matrix-auth') == null) {
    // Whoever is logged in may do everything, nobody else may do more than look.
    def strategy = new FullControlOnceLoggedInAuthorizationStrategy()
    strategy.allowAnonymousRead = true
    jenkins.authorizationStrategy = strategy
} else {
    def strategy = type('hudson.security.GlobalMatrixAuthorizationStrategy').getDeclaredConstructor().newInstance()
    def entry = type('org.jenkinsci.plugins.matrixauth.PermissionEntry')
    strategy.add(Jenkins.ADMINISTER, entry.user('admin'))
    ['approver', 'outsider'].each { name ->
        [Jenkins.READ, Item.READ, Item.BUILD].each { strategy.add(it, entry.user(name)) }
    }
    jenkins.authorizationStrategy = strategy
}
// Pages that are dark when the browser's user prefers it.
if (jenkins.pluginManager.getPlugin('dark-theme') != null) {
    def theme = type('io.jenkins.plugins.thememanager.ThemeUserProperty').getDeclaredConstructor().newInstance()
    theme.theme = type('io.jenkins.plugins.darktheme.DarkThemeSystemManagerFactory').getDeclaredConstructor().newInstance()
    User.getById('admin', false).addProperty(theme)
}
jenkins.numExecutors = 0
jenkins.noUsageStatistics = true
JenkinsLocationConfiguration.get().url = people.getProperty('url')
jenkins.save()
