package io.jenkins.plugins.pchat.engine.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoiseTest {

    @Test
    void findsTheErrorsInTheXmlThatPowerShellWrites() {
        String stderr = "#< CLIXML\r\n"
                + "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"><Obj"
                + " S=\"progress\" RefId=\"0\"><TN RefId=\"0\"><T>System.Object</T></TN></Obj><S S=\"warning\">not"
                + " of interest</S><S S=\"Error\">File C:\\x.ps1 cannot be loaded because it is"
                + " &lt;blocked&gt;._x000D__x000A_</S><S S=\"Error\">    + CategoryInfo :"
                + " SecurityError_x000D__x000A_</S></Objs>";
        assertEquals(
                List.of("File C:\\x.ps1 cannot be loaded because it is <blocked>.", "+ CategoryInfo : SecurityError"),
                Noise.lastLines(stderr));
    }

    @Test
    void hasNothingToShowWhenThereIsOnlyProgress() {
        assertEquals(List.of(), Noise.lastLines("#< CLIXML\r\n<Objs><Obj S=\"progress\" RefId=\"0\"></Obj></Objs>"));
    }

    @Test
    void keepsTheLastLinesAndCutsLongOnes() {
        String many = "line\n".repeat(50) + "x".repeat(1000);
        List<String> lines = Noise.lastLines(many);
        assertEquals(12, lines.size());
        assertEquals("x".repeat(300) + "...", lines.get(11));
    }
}
