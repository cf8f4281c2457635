using System.Text.Json.Serialization;
using TrialSim.Results.Adam;
using TrialSim.Results.Comparisons;
using TrialSim.Results.Data;
using TrialSim.Results.Shards;
using TrialSim.Results.Sizes;
using TrialSim.Results.Validation;

namespace TrialSim.Results.Folder;

/// <summary>The records that are written as JSON.</summary>
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(AdamManifest))]
[JsonSerializable(typeof(AnalysisRecord))]
[JsonSerializable(typeof(LogHeader))]
[JsonSerializable(typeof(ClusterSubmission))]
[JsonSerializable(typeof(SizeEvaluation))]
[JsonSerializable(typeof(SizeSummary))]
[JsonSerializable(typeof(ComparisonManifest))]
[JsonSerializable(typeof(ValidationRecord))]
[JsonSerializable(typeof(IReadOnlyList<OperatingCharacteristic>))]
internal sealed partial class ResultsJsonContext : JsonSerializerContext;
