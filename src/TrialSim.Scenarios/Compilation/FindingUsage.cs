using TrialSim.Model.Design;
using TrialSim.Scenarios.Resolution;

namespace TrialSim.Scenarios.Compilation;

/// <summary>What endpoints and analyses ask to be found of patients.</summary>
internal static class FindingUsage
{
    /// <summary>Indices of the events that any endpoint or analysis uses.</summary>
    public static IEnumerable<int> EventsOf(ResolvedDesign design) =>
    [
        .. design.Endpoints.Select(endpoint => endpoint.Compiled).OfType<TimeToEventEndpoint>().SelectMany(endpoint => endpoint.Events),
        .. FindingsOf(design).SelectMany(EventsOf),
    ];

    /// <summary>Everything that is asked to be found.</summary>
    public static IEnumerable<Finding> FindingsOf(ResolvedDesign design) =>
    [
        .. design.Endpoints.Select(endpoint => endpoint.Compiled).OfType<TimeToEventEndpoint>().Select(endpoint => endpoint.Since),
        .. design.Endpoints.Select(endpoint => endpoint.Compiled).OfType<BinaryEndpoint>().Select(endpoint => endpoint.Yes),
        .. design.Endpoints.SelectMany(endpoint => endpoint.Compiled.IntercurrentEvents).Select(one => one.Occurrence),
        .. design.Analyses.Select(analysis => analysis.Method.Groups).SelectMany(groups => groups).Select(groups => groups.Compiled.Status),
    ];

    /// <summary>Indices of the states that any endpoint or analysis uses.</summary>
    public static IEnumerable<int> StatesOf(ResolvedDesign design) => FindingsOf(design).SelectMany(StatesOf);

    private static IEnumerable<int> StatesOf(Finding finding) => finding switch
    {
        LevelFound found => [found.State],
        LevelFoundAt found => [found.State],
        BestLevelFound found => [found.State],
        _ => [],
    };

    private static IEnumerable<int> EventsOf(Finding finding) => finding switch
    {
        EventFound found => found.Events,
        AdverseEventFound found => found.Events,
        _ => [],
    };
}
