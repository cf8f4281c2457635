using TrialSim.Fuzzing.Mutations;

namespace TrialSim.Fuzzing.Kinds;

/// <summary>All inputs of all campaigns: which kind an index is of, and what it is.</summary>
internal sealed class FuzzInputs
{
    // Shares of the kinds, in 1/100: whole runs of scenarios are what most is left to find in.
    private readonly (IFuzzKind Kind, int Share)[] _kinds;
    private readonly HandMade _handMade;

    private FuzzInputs(HandMade handMade, (IFuzzKind Kind, int Share)[] kinds) => (_handMade, _kinds) = (handMade, kinds);

    /// <summary>Makes what the inputs start from.</summary>
    /// <param name="repository">The folder of the repository.</param>
    /// <param name="place">A folder for samples of results.</param>
    public static FuzzInputs PrepareIn(string repository, string place)
    {
        ShippedScenarios shipped = ShippedScenarios.In(Path.Combine(repository, "scenarios"));
        SampleFolders folders = SampleFolders.MakeIn(place);
        string examples = Path.Combine(repository, "examples");
        return new FuzzInputs(new HandMade(shipped),
        [
            (ScenarioFiles.OfBytes(shipped), 18),
            (ScenarioFiles.OfNodes(shipped), 25),
            (ScenarioFiles.OfValues(shipped), 25),
            (new PatientData(examples), 16),
            (new CommandLines(CommandGrammar.Ask(), folders, examples), 10),
            (new ResultFolders(folders), 4),
            (ValidationCases.WriteIn(Path.Combine(place, "cases")), 2),
        ]);
    }

    /// <summary>Tries one input.</summary>
    /// <param name="seed">The campaign's seed.</param>
    /// <param name="index">The input's index, from 0.</param>
    /// <param name="place">An empty folder.</param>
    public (string Kind, Verdict Verdict) Try(ulong seed, long index, string place)
    {
        Chance chance = new(seed, index);
        IFuzzKind kind = index < _handMade.Count ? _handMade : Chosen(chance.Below(100));
        _handMade.Number = (int)Math.Min(index, _handMade.Count - 1);
        try
        {
            return (kind.Name, kind.Try(chance, place));
        }
#pragma warning disable CA1031 // Whatever escapes the program is a find.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (kind.Name, Verdict.Of(exception.ToString()));
        }
    }

    private IFuzzKind Chosen(int percent)
    {
        foreach ((IFuzzKind kind, int share) in _kinds)
        {
            percent -= share;
            if (percent < 0)
            {
                return kind;
            }
        }

        throw new InvalidOperationException("The shares do not sum to 100.");
    }
}
