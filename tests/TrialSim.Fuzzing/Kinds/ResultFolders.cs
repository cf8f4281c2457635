using TrialSim.Fuzzing.Mutations;

namespace TrialSim.Fuzzing.Kinds;

/// <summary>Results folders of which a file was changed, cut short, removed or put in the place of another, given to every command that reads them.</summary>
/// <param name="Folders">Whole ones.</param>
internal sealed record ResultFolders(SampleFolders Folders) : IFuzzKind
{
    /// <inheritdoc/>
    public string Name => "results folders";

    /// <inheritdoc/>
    public Verdict Try(Chance chance, string place)
    {
        string name = chance.Pick(SampleFolders.Names);
        string folder = Path.Combine(place, name);
        string other = Path.Combine(place, "other");
        string scenario = Path.Combine(place, "trial.yaml");
        string output = Path.Combine(place, "out");
        File.WriteAllText(scenario, SampleFolders.Scenario);
        Folders.CopyTo(folder, name);
        Folders.CopyTo(other, name);
        Break(folder, chance);
        string[] sweep = ["sweep", scenario, "--vary", "design.patients=20,30", "-n", "20", "--threads", "1", "--out", folder];
        string[] search = [.. SampleFolders.SearchOf(scenario), "--out", folder];
        string[] run = ["run", scenario, "--threads", "1", "--out", folder];
        string[] args = chance.Below(9) switch
        {
            0 => ["chart", folder, "--list"],
            1 => ["chart", folder, "--format", "json", "--out", output],
            2 => ["compare", folder, other, "--out", output],
            3 => ["compare", other, folder, "--out", output],
            4 => ["merge", folder],
            5 => ["cluster", "status", folder],
            6 => [.. Made(), "--resume", .. name == "run" ? ["-n", "40"] : Array.Empty<string>()],
            7 => name.StartsWith("sweep", StringComparison.Ordinal) ? [.. sweep, "--shard", "1/2"] : [.. run, "--shard", "1/2"],
            _ => Made(),
        };
        ProgramRun result = ProgramRun.Of([.. args, "--debug"]);
        Verdict verdict = result.Judge();
        return verdict.Fault.Length > 0 ? Verdict.Of($"trialsim {string.Join(' ', args)}: {verdict.Fault}") : WrittenResults.JudgeIn(output, verdict);

        string[] Made() => name.StartsWith("sweep", StringComparison.Ordinal) ? sweep : name == "search" ? search : run;
    }

    private static void Break(string folder, Chance chance)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        string file = chance.Pick(files);
        byte[] bytes = File.ReadAllBytes(file);
        switch (chance.Below(10))
        {
            case 0:
                File.Delete(file);
                break;
            case 1 or 2:
                File.WriteAllBytes(file, bytes[..chance.Below(bytes.Length + 1)]);
                break;
            case 3:
                File.WriteAllBytes(file, File.ReadAllBytes(chance.Pick(files)));
                break;
            case 4:
                File.Delete(file);
                Directory.CreateDirectory(file);
                break;
            case 5 when Path.GetExtension(file) == ".csv":
                File.WriteAllBytes(file, TableMutation.Of(bytes, chance));
                break;
            case 6:
                File.Delete(file);
                File.CreateSymbolicLink(file, chance.Pick(["nothing", file, "/dev/null", chance.Pick(files)]));
                break;
            default:
                File.WriteAllBytes(file, ByteMutation.Of(bytes, chance));
                break;
        }
    }
}
