using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Clusters;

/// <summary>What a job asks Slurm for.</summary>
/// <param name="Partition">The partition; empty for the usual one.</param>
/// <param name="Time">The most that a shard may take, as Slurm writes it; empty for the partition's.</param>
/// <param name="Memory">Memory of a shard, as Slurm writes it; empty for the partition's.</param>
/// <param name="Cpus">Processors of a shard.</param>
/// <param name="Others">Other options of <c>sbatch</c>, without their dashes.</param>
internal sealed record SlurmRequest(string Partition, string Time, string Memory, int Cpus, ImmutableArray<Setting> Others)
{
    /// <summary>The lines that ask for it, for a job of as many processors.</summary>
    /// <param name="cpus">Processors.</param>
    public IEnumerable<string> Lines(int cpus) =>
    [
        Line("requeue"),
        Line("open-mode", "append"),
        Line("ntasks", "1"),
        Line("cpus-per-task", cpus.ToString(CultureInfo.InvariantCulture)),
        .. Partition.Length > 0 ? [Line("partition", Partition)] : Array.Empty<string>(),
        .. Time.Length > 0 ? [Line("time", Time)] : Array.Empty<string>(),
        .. Memory.Length > 0 ? [Line("mem", Memory)] : Array.Empty<string>(),
        .. Others.Select(other => other.Value.Length > 0 ? Line(other.Key, other.Value) : Line(other.Key)),
    ];

    /// <summary>One option, as a script says it.</summary>
    public static string Line(string option, string value) => $"{Line(option)}={(value.Any(letter => char.IsWhiteSpace(letter) || letter is '"' or '\'' or '#' or '\\') ? Quoted(value) : value)}";

    private static string Line(string option) => $"#SBATCH --{option}";

    private static string Quoted(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
