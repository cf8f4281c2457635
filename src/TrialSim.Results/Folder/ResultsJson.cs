using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TrialSim.Results.Adam;
using TrialSim.Results.Comparisons;
using TrialSim.Results.Data;
using TrialSim.Results.Shards;
using TrialSim.Results.Sizes;
using TrialSim.Results.Validation;

namespace TrialSim.Results.Folder;

/// <summary>The JSON files of a results folder: snake_case, indented, in the order of the records.</summary>
public static class ResultsJson
{
    // The members of the records are known when the program is compiled: nothing is looked up by reflection, which takes long at first and is not there in a program that was compiled ahead.
    private static readonly ResultsJsonContext Context = new(Options());

    // What people may have edited, or another program written: nothing may be missing.
    private static readonly ResultsJsonContext Strict = new(new JsonSerializerOptions(Options()) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true });

    private static JsonSerializerOptions Options() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        // JSON has no infinity, which stands for a median that is not reached; it is written as the text "Infinity".
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        // These files are never inlined into HTML as they are; readable text is worth more here.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of <c>manifest.json</c>.</summary>
    public static string Of(Manifest manifest) => JsonSerializer.Serialize(manifest, Context.Manifest) + "\n";

    /// <summary>The text of an export's <c>manifest.json</c>.</summary>
    public static string Of(AdamManifest manifest) => JsonSerializer.Serialize(manifest, Context.AdamManifest) + "\n";

    /// <summary>The text of <c>analysis.json</c>; without figures, of the <c>manifest.json</c> beside it.</summary>
    public static string Of(AnalysisRecord analysis) => JsonSerializer.Serialize(analysis, Context.AnalysisRecord) + "\n";

    /// <summary>The text of <c>operating-characteristics.json</c>.</summary>
    public static string Of(IReadOnlyList<OperatingCharacteristic> rows) => JsonSerializer.Serialize(rows, Context.IReadOnlyListOperatingCharacteristic) + "\n";

    /// <summary>The text of a comparison's <c>manifest.json</c>.</summary>
    public static string Of(ComparisonManifest manifest) => JsonSerializer.Serialize(manifest, Context.ComparisonManifest) + "\n";

    /// <summary>The text of <c>validation.json</c>.</summary>
    public static string Of(ValidationRecord validation) => JsonSerializer.Serialize(validation, Context.ValidationRecord) + "\n";

    /// <summary>The operating characteristics of a run.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ResultsFolderException">It cannot be read, or is not what was written.</exception>
    public static IReadOnlyList<OperatingCharacteristic> ReadCharacteristics(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), Strict.IReadOnlyListOperatingCharacteristic) is { } rows && rows.All(row => row is not null)
                ? rows
                : throw new JsonException("There is nothing where operating characteristics should be.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ResultsFolderException($"'{path}' cannot be read: {cause.Message} Run it again, or name another folder.", cause);
        }
    }

    /// <summary>The text of <c>cluster/submission.json</c>.</summary>
    public static string Of(ClusterSubmission submission) => JsonSerializer.Serialize(submission, Context.ClusterSubmission) + "\n";

    /// <summary>What was submitted to a cluster.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ResultsFolderException">It cannot be read, or is not what was written.</exception>
    public static ClusterSubmission ReadSubmission(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), Context.ClusterSubmission)!;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ResultsFolderException($"'{path}' cannot be read: {cause.Message} Remove it; the shards say themselves how far they are.", cause);
        }
    }

    /// <summary>The text of <c>size.json</c>.</summary>
    public static string Of(SizeSummary summary) => JsonSerializer.Serialize(summary, Context.SizeSummary) + "\n";

    /// <summary>An evaluation of a search, for its log.</summary>
    internal static byte[] BytesOf(SizeEvaluation evaluation) => JsonSerializer.SerializeToUtf8Bytes(evaluation, Context.SizeEvaluation);

    /// <summary>The same again.</summary>
    internal static SizeEvaluation SizeEvaluationOf(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, Context.SizeEvaluation)!;

    /// <summary>What was run, from the text of <c>manifest.json</c>.</summary>
    /// <exception cref="JsonException">It is not what was written.</exception>
    internal static Manifest ManifestOf(string text) => JsonSerializer.Deserialize(text, Strict.Manifest) switch
    {
        null => throw new JsonException("The manifest is empty."),
        { FirstReplicate: < 1 } or { Replicates: < 0 } or { Cells: < 0 } => throw new JsonException("The manifest counts replicates or cells below nought."),
        Manifest manifest => manifest,
    };

    /// <summary>The header of a replicate log.</summary>
    internal static byte[] BytesOf(LogHeader header) => JsonSerializer.SerializeToUtf8Bytes(header, Context.LogHeader);

    /// <summary>The header of a replicate log again.</summary>
    internal static LogHeader LogHeaderOf(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, Context.LogHeader)!;
}
