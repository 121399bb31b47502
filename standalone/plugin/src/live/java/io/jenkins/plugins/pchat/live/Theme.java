package io.jenkins.plugins.pchat.live;

/** How pages become dark: by the Dark Theme plugin where it is installed; without it nothing does but what a page brings itself. */
final class Theme {

    private Theme() {}

    /** Makes the pages follow what the browser says that its user prefers; says by what. */
    static void followTheBrowser(LiveJenkins jenkins) throws Exception {
        String by = "prefers-color-scheme alone, for the Dark Theme plugin is not installed";
        if (jenkins.home().hasPlugin("dark-theme")) {
            jenkins.as(Person.ADMIN).script("""
                    def type = jenkins.model.Jenkins.get().pluginManager.uberClassLoader.&loadClass
                    def theme = type('io.jenkins.plugins.thememanager.ThemeUserProperty').getDeclaredConstructor().newInstance()
                    theme.theme = type('io.jenkins.plugins.darktheme.DarkThemeSystemManagerFactory').getDeclaredConstructor().newInstance()
                    hudson.model.User.getById('admin', false).addProperty(theme)
                    """);
            by = "the Dark Theme plugin";
        }
        System.out.println("Dark pages: by " + by);
    }
}
