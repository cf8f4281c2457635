using System.Diagnostics;
using TrialSim.Cli.Analysis.IntervalCensored;
using TrialSim.Cli.Analysis.Longitudinal;
using TrialSim.Cli.Analysis.Proportions;
using TrialSim.Cli.Analysis.Survival;

namespace TrialSim.Cli.Analysis;

/// <summary>Reads a data file the way a request says, and tells what it understood.</summary>
internal static class AnalysisDataReader
{
    /// <summary>The data of a request, of the shape that its endpoint has.</summary>
    /// <exception cref="Results.Data.PatientDataException">Something is wrong with the file or does not fit it; the message names everything.</exception>
    public static AnalysisData Read(AnalysisRequest request) => request.Endpoint switch
    {
        SurvivalEndpoint survival => SurvivalReader.Read(request, survival),
        IntervalEndpoint intervals => IntervalReader.Read(request, intervals),
        BinaryEndpoint binary => ResponseReader.Read(request, binary),
        ContinuousEndpoint continuous => ContinuousReader.Read(request, continuous),
        RepeatedEndpoint repeated => RepeatedReader.Read(request, repeated),
        _ => throw new UnreachableException($"There is no reader for {request.Endpoint.Shape}."),
    };
}
