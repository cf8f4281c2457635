using TrialSim.Results.Folder;
using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Results.Sizes;

/// <summary>Replicates of one size, as the log of a search keeps them.</summary>
/// <param name="Size">In steps.</param>
/// <param name="FirstReplicate">Number of the first replicate.</param>
/// <param name="Replicates">How many.</param>
/// <param name="Purpose">What they are for.</param>
/// <param name="Characteristics">All that they say of the trial.</param>
public sealed record SizeEvaluation(
    long Size,
    long FirstReplicate,
    long Replicates,
    SearchPurpose Purpose,
    IReadOnlyList<OperatingCharacteristic> Characteristics)
{
    /// <summary>As a piece of a log.</summary>
    public byte[] ToBytes() => ResultsJson.BytesOf(this);

    /// <summary>A piece of a log again.</summary>
    public static SizeEvaluation Of(ReadOnlySpan<byte> piece) => ResultsJson.SizeEvaluationOf(piece);
}
